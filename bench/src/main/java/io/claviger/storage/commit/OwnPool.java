package io.claviger.storage.commit;

import io.claviger.storage.sql.Session;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The store's pool of sessions, which its package shows to nobody else. Thread-safe. */
public final class OwnPool implements AutoCloseable {

    private final SessionPool sessions;

    /** Of so many sessions, opened when first needed. */
    public OwnPool(int size, Supplier<Session> opener) {
        this.sessions = new SessionPool(size, opener);
    }

    /** Does something on a session that is borrowed for it. */
    public long borrowed(ToLongFunction<Session> work) {
        Session session = sessions.borrow();
        try {
            return work.applyAsLong(session);
        } finally {
            sessions.giveBack(session);
        }
    }

    @Override
    public void close() {
        sessions.close();
    }
}
