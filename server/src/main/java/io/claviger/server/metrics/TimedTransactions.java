package io.claviger.server.metrics;

import io.claviger.iam.store.EntityMemory;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Transactions;
import io.claviger.iam.store.Writing;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Transactions of which the writing ones are timed, those that fail as well. As thread-safe as what it times.
 *
 * @param nanos gets how many nanoseconds each took
 */
record TimedTransactions(Transactions store, LongConsumer nanos) implements Transactions {

    @Override
    public <T> T read(Function<Reading, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T readOne(Function<Reading, T> work) {
        return store.readOne(work);
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        return write(EntityMemory.NONE, work);
    }

    @Override
    public <T> T write(EntityMemory memory, Function<Writing, T> work) {
        long start = System.nanoTime();
        try {
            return store.write(memory, work);
        } finally {
            nanos.accept(System.nanoTime() - start);
        }
    }
}
