package io.claviger.iam.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of values read from the store that never gives a stale one: each value names what it depends on, and
 * is read again after a change has touched any of that. A hit takes no lock and asks the database nothing. A key
 * without a value is not remembered. Thread-safe.
 */
public final class FreshCache<K, V> {

    private final ChangeLog changes;
    private final Cache<K, Entry<V>> entries;

    /** Keeps values of at most this total weight, which is also their greatest number: each weighs 1 or more. */
    public FreshCache(ChangeLog changes, long maximumWeight) {
        this.changes = changes;
        // The calling thread does the little housekeeping: handing it to another thread costs more.
        this.entries = Caffeine.newBuilder()
                .maximumWeight(maximumWeight)
                .weigher((K key, Entry<V> entry) -> entry.loaded.weight())
                .executor(Runnable::run)
                .build();
    }

    /**
     * A value and the unique IDs of all that it was made of.
     *
     * @param dependencies a change that touches one of them makes the value stale
     * @param weight how many usual values need as much memory as this one, at least 1
     */
    public record Loaded<V>(V value, Set<String> dependencies, int weight) {

        /** Copies the IDs. */
        public Loaded {
            dependencies = Set.copyOf(dependencies);
        }

        /** A value of usual size. */
        public Loaded(V value, Set<String> dependencies) {
            this(value, dependencies, 1);
        }

        /** The same value, made of this as well. */
        public Loaded<V> dependingOn(String id) {
            Set<String> all = new HashSet<>(dependencies);
            all.add(id);
            return new Loaded<>(value, all, weight);
        }
    }

    /** The value of the key: from the cache if it still holds, otherwise from the loader; empty if that has none. */
    public Optional<V> get(K key, Function<K, Optional<Loaded<V>>> loader) {
        V cached = cached(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        long revision = changes.latest();
        Optional<Loaded<V>> loaded = loader.apply(key);
        // Two threads may load the same key at once; either entry is right, since each carries its own revision.
        loaded.ifPresentOrElse(found -> entries.put(key, new Entry<>(found, revision)), () -> entries.invalidate(key));
        return loaded.map(Loaded::value);
    }

    private @Nullable V cached(K key) {
        Entry<V> entry = entries.getIfPresent(key);
        return entry != null && entry.holds(changes) ? entry.loaded.value() : null;
    }

    private static final class Entry<V> {
        private final Loaded<V> loaded;
        // Only ever moves to a revision at which the value was seen to hold, so a lost update costs a second look.
        private volatile long revision;

        Entry(Loaded<V> loaded, long revision) {
            this.loaded = loaded;
            this.revision = revision;
        }

        boolean holds(ChangeLog changes) {
            long now = changes.latest();
            long seen = revision;
            if (seen == now) {
                return true;
            }
            if (!changes.holds(loaded.dependencies(), seen, now)) {
                return false;
            }
            revision = now;
            return true;
        }
    }
}
