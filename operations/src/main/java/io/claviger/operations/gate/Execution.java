package io.claviger.operations.gate;

import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Transactions;
import io.claviger.iam.store.Writing;
import java.util.function.Function;

/**
 * The execution of one admitted request, and the only way to the store for an operation. Each transaction first confirms
 * what the gate judged, so that what is done is done to what was authorized. It is not bound to a thread: work that goes
 * on in the background takes it along. Thread-safe.
 *
 * @param <Q> the request's class
 */
public final class Execution<Q> implements Transactions {

    private final Call call;
    private final Q request;
    private final Judgement judgement;
    private final EntityView.Once seen;
    private final Transactions store;

    Execution(Call call, Q request, Judgement judgement, EntityView.Once seen, Transactions store) {
        this.call = call;
        this.request = request;
        this.judgement = judgement;
        this.seen = seen;
        this.store = store;
    }

    /** Who asks, where and how. */
    public Call call() {
        return call;
    }

    /** What is asked for. */
    public Q request() {
        return request;
    }

    /** Whether the gate judged this very target. */
    public boolean covers(Target target) {
        return judgement.covers(target);
    }

    /**
     * Looks entities up in memory, for work that changes nothing and needs none but those that were judged. They are as
     * fresh as the store, and no transaction is needed.
     *
     * @throws Refused when something else is there than was judged, and the caller has no right on that
     */
    public <T> T recall(Function<EntityView, T> work) {
        EntityView once = seen.again();
        judgement.confirm(once);
        return work.apply(once);
    }

    /**
     * Reads one consistent state.
     *
     * @throws Refused when something else is there than was judged, and the caller has no right on that
     */
    @Override
    public <T> T read(Function<Reading, T> work) {
        return store.read(reading -> {
            judgement.confirm(new EntityView.Within(reading));
            return work.apply(reading);
        });
    }

    /**
     * Writes, all or nothing.
     *
     * @throws Refused when something else is there than was judged, and the caller has no right on that
     */
    @Override
    public <T> T write(Function<Writing, T> work) {
        return store.write(seen, writing -> {
            judgement.confirm(new EntityView.Within(writing));
            return work.apply(writing);
        });
    }
}
