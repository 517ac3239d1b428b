package io.claviger.server;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A program on somebody's phone that shows codes: RFC 6238, written apart from what is tested. */
record Authenticator(String seed) {

    private static final Pattern SEED = Pattern.compile("<Base32StringSeed>([^<]+)</Base32StringSeed>");
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** With the seed that an answer to CreateVirtualMFADevice shows. */
    static Authenticator from(String answer) {
        Matcher found = SEED.matcher(answer);
        if (!found.find()) {
            throw new AssertionError(answer);
        }
        return new Authenticator(new String(Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8));
    }

    String code(Instant time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "RAW"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(time.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            String digits = "00000" + number;
            return digits.substring(digits.length() - 6);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        BigInteger bits = BigInteger.ONE;
        for (int i = 0; i < seed.length(); i++) {
            bits = bits.multiply(BigInteger.valueOf(32)).add(BigInteger.valueOf(BASE_32.indexOf(seed.charAt(i))));
        }
        byte[] withLeadingOne = bits.toByteArray();
        byte[] key = new byte[withLeadingOne.length - 1];
        System.arraycopy(withLeadingOne, 1, key, 0, key.length);
        return key;
    }
}
