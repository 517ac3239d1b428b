package io.claviger.server.road;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes request IDs: random UUIDs that are different for each request and no secret. Thread-safe. */
final class RequestIds {

    private RequestIds() {}

    /** A UUID of version 4. A cryptographic source would cost more than the rest of a quick request's road. */
    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
