package io.claviger.iam;

import java.util.Arrays;

/**
 * A secret, sealed: of use only to the holder of the sealing key. Immutable; its {@link #toString} shows
 * nothing.
 */
public final class SealedSecret {

    private final byte[] bytes;

    /** Keeps a copy of the sealed bytes. */
    public SealedSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of the sealed bytes, for the store and for {@link Sealing#open}. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedSecret that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedSecret[…]";
    }
}
