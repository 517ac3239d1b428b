package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser and an authenticator with one credential on P-256, which attests to nothing. It does what it is asked, right or
 * wrong.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication</a>
 */
final class SoftwareAuthenticator {

    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]+)\"");
    private static final int PRESENT = 0x01;
    private static final int WITH_CREDENTIAL = 0x40;
    private static final int COORDINATE = 32;

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private String relyingParty;
    private String origin;
    private boolean isPresent = true;
    private boolean isForged;
    private int count;

    /** One that is used at a site. */
    SoftwareAuthenticator(String relyingParty, String origin) {
        this.relyingParty = relyingParty;
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String id() {
        return encoded(id);
    }

    /** The page is of another origin. */
    void at(String otherOrigin) {
        origin = otherOrigin;
    }

    /** It answers for another relying party. */
    void answeringFor(String otherParty) {
        relyingParty = otherParty;
    }

    /** Nobody touches it. */
    void untouched() {
        isPresent = false;
    }

    /** It signs something else. */
    void forging() {
        isForged = true;
    }

    /** How many signatures it says to have made before the next. */
    void counting(int signatures) {
        count = signatures;
    }

    /** A new credential, for what a page was told to ask for. */
    String attestation(String options) {
        byte[] data = concatenated(
                authenticatorData(PRESENT | WITH_CREDENTIAL),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                coseKey());
        byte[] object = concatenated(
                new byte[] {(byte) 0xA3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xA0},
                text("authData"),
                new byte[] {0x58, (byte) data.length},
                data);
        return "{\"id\":\"" + id() + "\",\"clientDataJSON\":\"" + encoded(clientData("webauthn.create", options))
                + "\",\"attestationObject\":\"" + encoded(object) + "\"}";
    }

    /** The challenge signed, for what a page was told to ask for. */
    String assertion(String options) {
        byte[] data = authenticatorData(PRESENT);
        byte[] clientData = clientData("webauthn.get", options);
        byte[] signed = concatenated(data, isForged ? new byte[32] : hash(clientData));
        return "{\"id\":\"" + id() + "\",\"clientDataJSON\":\"" + encoded(clientData) + "\",\"authenticatorData\":\""
                + encoded(data) + "\",\"signature\":\"" + encoded(signature(signed)) + "\"}";
    }

    private byte[] authenticatorData(int flags) {
        count++;
        return concatenated(
                hash(relyingParty.getBytes(UTF_8)),
                new byte[] {(byte) (isPresent ? flags : flags & ~PRESENT)},
                ByteBuffer.allocate(4).putInt(count).array());
    }

    private byte[] clientData(String type, String options) {
        Matcher challenge = CHALLENGE.matcher(options);
        if (!challenge.find()) {
            throw new AssertionError(options);
        }
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge.group(1) + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(UTF_8);
    }

    /** An EC2 key for ES256: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
    private byte[] coseKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return concatenated(
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, COORDINATE},
                coordinate(point.getAffineX()),
                new byte[] {0x22, 0x58, COORDINATE},
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, padded, COORDINATE - length, length);
        return padded;
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A short text in CBOR. */
    private static byte[] text(String text) {
        return concatenated(new byte[] {(byte) (0x60 | text.length())}, text.getBytes(UTF_8));
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
