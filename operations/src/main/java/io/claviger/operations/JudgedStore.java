package io.claviger.operations;

import io.claviger.iam.KeyUse;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Store;
import io.claviger.iam.store.Writing;
import java.util.Collection;
import java.util.function.Function;

/**
 * The store as operations have it: every transaction confirms the {@link Judgement} first, so that what is done is done
 * to what was judged. Refuses transactions of whoever has no permit. Thread-safe.
 */
record JudgedStore(Store store) implements Store {

    @Override
    public <T> T read(Function<Reading, T> work) {
        Judgement judgement = Judgement.current();
        return store.read(reading -> {
            judgement.confirm(reading);
            return work.apply(reading);
        });
    }

    @Override
    public <T> T write(Function<Writing, T> work) {
        // Asked for here: the store may run the work on the thread of another caller.
        Judgement judgement = Judgement.current();
        return store.write(writing -> {
            judgement.confirm(writing);
            return work.apply(writing);
        });
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
