package io.claviger.policy.fuzz;

import java.util.random.RandomGenerator;

/** Bytes of a fuzzer as the choices of a generator: one byte a choice, and the first one once they are used up. */
public final class PolicyFuzzChoices implements RandomGenerator {

    private final byte[] bytes;
    private int next;

    /** Chooses by these bytes. */
    public PolicyFuzzChoices(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int nextInt(int bound) {
        return (int) (nextLong() % bound);
    }

    @Override
    public long nextLong() {
        return next < bytes.length ? bytes[next++] & 0xff : 0;
    }
}
