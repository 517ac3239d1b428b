package io.claviger.server.http;

import java.time.Duration;

/** How much the listener takes in before it refuses: every input has a bound. */
public final class Limits {

    /** Bytes of a request's body; more is refused with 413. */
    public static final int BODY = 1024 * 1024;

    /** Bytes of the request line's target; more is refused with 414. */
    public static final int TARGET = 16 * 1024;

    /** Bytes of all header fields together; more is refused with 431. */
    public static final int HEADER_BYTES = 16 * 1024;

    /** Bytes of the request line besides the target: its method and its version. */
    static final int REQUEST_LINE = 64;

    /** Header fields in a request; more is refused with 431. */
    public static final int HEADERS = 100;

    /** Connections at a time; further ones wait to be accepted. */
    public static final int CONNECTIONS = 2048;

    /** Bytes of all bodies under way that are larger than {@link #SMALL_BODY}; beyond it they are refused with 503. */
    static final long ALL_BODIES = 32L * 1024 * 1024;

    /** Bodies up to this size do not count. */
    static final int SMALL_BODY = 16 * 1024;

    /** How long a connection may be silent. */
    static final Duration IDLE = Duration.ofSeconds(30);

    /** How long a request may take from its first byte to its last. */
    static final Duration ARRIVAL = Duration.ofSeconds(15);

    /** How long requests under way have to end when the server stops. */
    static final Duration STOP = Duration.ofSeconds(30);

    private Limits() {}
}
