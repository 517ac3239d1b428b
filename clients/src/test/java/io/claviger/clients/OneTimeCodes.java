package io.claviger.clients;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes that a virtual MFA device shows.
 *
 * @param seed in base 32
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
record OneTimeCodes(String seed) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    /** The code of six digits that is shown at a time. */
    String at(Instant time) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key(), "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(time.getEpochSecond() / STEP_SECONDS)
                .array());
        int place = hash[hash.length - 1] & 0xF;
        return "%06d".formatted((ByteBuffer.wrap(hash).getInt(place) & Integer.MAX_VALUE) % 1_000_000);
    }

    /** Five bits a character, and a whole number of bytes. */
    private byte[] key() {
        BigInteger bits = BigInteger.ONE;
        for (int i = 0; i < seed.length(); i++) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf(ALPHABET.indexOf(seed.charAt(i))));
        }
        byte[] withOne = bits.toByteArray();
        byte[] key = new byte[seed.length() * 5 / 8];
        System.arraycopy(withOne, withOne.length - key.length, key, 0, key.length);
        return key;
    }
}
