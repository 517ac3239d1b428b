package io.claviger.server.metrics;

import io.claviger.iam.KeyUse;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Store;
import io.claviger.iam.store.Writing;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** A store whose writing transactions are timed, those that fail as well. As thread-safe as the store itself. */
final class TimedStore implements Store {

    private final Store store;
    private final LongConsumer nanos;

    /** Tells the given consumer how many nanoseconds each took. */
    TimedStore(Store store, LongConsumer nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    @Override
    public <T> T read(Function<Reading, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        long start = System.nanoTime();
        try {
            return store.write(work);
        } finally {
            nanos.accept(System.nanoTime() - start);
        }
    }

    @Override
    public ChangeLog changes() {
        return store.changes();
    }

    @Override
    public void recordUses(Collection<KeyUse> uses) {
        store.recordUses(uses);
    }

    @Override
    public boolean isReady() {
        return store.isReady();
    }

    @Override
    public void close() {
        store.close();
    }
}
