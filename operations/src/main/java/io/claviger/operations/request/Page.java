package io.claviger.operations.request;

import io.claviger.iam.store.Slice;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as a request asks for it.
 *
 * @param items at most so many as were asked for
 * @param nextMarker where the next page begins; null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextMarker) {

    /** How many items a page has when the request does not say. */
    public static final int DEFAULT_MAX_ITEMS = 100;

    /** Whether another page follows. */
    public boolean isTruncated() {
        return nextMarker != null;
    }

    /** The same page with every item in another shape. */
    public <S> Page<S> map(Function<T, S> shape) {
        return new Page<>(items.stream().map(shape).toList(), nextMarker);
    }

    /**
     * What a request asks for.
     *
     * @param scope names the list, so that no other list's marker is taken
     */
    public record Request(
            String scope,
            @Nullable String pathPrefix,
            @Nullable String marker,
            @Nullable Integer maxItems) {

        /** How many items the page has at most. */
        public int size() {
            return maxItems == null ? DEFAULT_MAX_ITEMS : maxItems;
        }

        /** One more than the page takes, to see whether another follows. */
        public Slice slice() {
            String after = marker == null ? null : Marker.read(marker, scope);
            return new Slice(pathPrefix == null ? "/" : pathPrefix, after, size() + 1);
        }

        /** The page of a short list that was read whole, in the order of the positions. */
        public <T> Page<T> ofAll(List<T> all, Function<T, String> position) {
            String after = slice().after();
            return of(
                    all.stream()
                            .filter(item ->
                                    after == null || position.apply(item).compareTo(after) > 0)
                            .toList(),
                    position);
        }

        /** The page, from what the slice found. */
        public <T> Page<T> of(List<T> found, Function<T, String> name) {
            if (found.size() <= size()) {
                return new Page<>(found, null);
            }
            List<T> items = found.subList(0, size());
            return new Page<>(items, Marker.after(name.apply(items.getLast()), scope));
        }
    }
}
