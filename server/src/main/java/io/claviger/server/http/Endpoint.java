package io.claviger.server.http;

/**
 * What answers the requests to a path. Safe for use by many threads.
 *
 * <p>An endpoint that throws is answered for with status 500 and an empty body, and the fault is logged.
 */
@FunctionalInterface
public interface Endpoint {

    /** Answers a request whose body has been read whole. */
    Answer answer(IncomingRequest incoming);

    /**
     * Whether {@link #answer} will answer this request without waiting for anything: no database, no disk, no lock held
     * for long. Such a request is answered on the thread that read it, any other on one that may wait.
     */
    default boolean isQuick(IncomingRequest incoming) {
        return false;
    }

    /**
     * Whether {@link #answer} may wait for seconds, for others of its kind. Such requests get a thread each, so that they
     * take none of those on which others wait for a database or a disk.
     */
    default boolean isPatient(IncomingRequest incoming) {
        return false;
    }
}
