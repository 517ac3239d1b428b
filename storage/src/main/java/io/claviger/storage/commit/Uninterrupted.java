package io.claviger.storage.commit;

import java.util.function.Supplier;

/** An interrupt of a virtual thread closes the sockets that it uses, and a caller's must not cost others their connection. */
final class Uninterrupted {

    private Uninterrupted() {}

    /** Does the work as if nobody had interrupted the thread, which is interrupted again afterwards. */
    static <T> T run(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
