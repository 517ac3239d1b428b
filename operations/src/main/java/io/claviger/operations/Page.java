package io.claviger.operations;

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
record Page<T>(List<T> items, @Nullable String nextMarker) {

    /** How many items a page has when the request does not say. */
    static final int DEFAULT_MAX_ITEMS = 100;

    /** Whether another page follows. */
    boolean isTruncated() {
        return nextMarker != null;
    }

    /** The same page with every item in another shape. */
    <S> Page<S> map(Function<T, S> shape) {
        return new Page<>(items.stream().map(shape).toList(), nextMarker);
    }

    /**
     * What a request asks for.
     *
     * @param scope names the list, so that no other list's marker is taken
     */
    record Request(
            String scope,
            @Nullable String pathPrefix,
            @Nullable String marker,
            @Nullable Integer maxItems) {

        /** How many items the page has at most. */
        int size() {
            return maxItems == null ? DEFAULT_MAX_ITEMS : maxItems;
        }

        /** One more than the page takes, to see whether another follows. */
        Slice slice() {
            String after = marker == null ? null : Marker.read(marker, scope);
            return new Slice(pathPrefix == null ? "/" : pathPrefix, after, size() + 1);
        }

        /** The page, from what the slice found. */
        <T> Page<T> of(List<T> found, Function<T, String> name) {
            if (found.size() <= size()) {
                return new Page<>(found, null);
            }
            List<T> items = found.subList(0, size());
            return new Page<>(items, Marker.after(name.apply(items.getLast()), scope));
        }
    }
}
