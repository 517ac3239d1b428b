package io.claviger.server.metrics;

import java.time.Duration;

/** Counts and times the calls of the API. Safe for use by many threads; never throws. */
public interface RequestMeter {

    /** A meter that counts nothing. */
    RequestMeter NONE = new RequestMeter() {
        @Override
        public void answered(String service, String action, String code, Duration elapsed) {}

        @Override
        public void signatureRefused(String code) {}

        @Override
        public void decided(boolean allowed) {}
    };

    /** The label of an action that the catalog does not have: what clients can make up must not become labels. */
    String UNKNOWN = "unknown";

    /** The code of a call that succeeded. */
    String OK = "OK";

    /**
     * A call was answered.
     *
     * @param service the signing name, or {@link #UNKNOWN}
     * @param action the operation's name, or {@link #UNKNOWN}
     * @param code {@link #OK}, or the error code
     * @param elapsed from the request's arrival at the road to its answer
     */
    void answered(String service, String action, String code, Duration elapsed);

    /** A signature was refused with the code. */
    void signatureRefused(String code);

    /** The gate decided. */
    void decided(boolean allowed);
}
