package io.claviger.server.rehearsal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the rehearsal's requests.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
public record Signing(String accessKeyId, String secret, String region) {

    static final String CONTENT_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The headers Content-Type, X-Amz-Date and Authorization of {@code POST /}, each with its line's end. */
    public String headers(String service, String host, String body, Instant now) throws GeneralSecurityException {
        String stamp = STAMP.format(now);
        String scope = stamp.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        String signed = "content-type;host;x-amz-date";
        String canonical = "POST\n/\n\ncontent-type:" + CONTENT_TYPE + "\nhost:" + host + "\nx-amz-date:" + stamp
                + "\n\n" + signed + "\n" + hash(body);
        String toSign = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n" + hash(canonical);
        byte[] key = bytes("AWS4" + secret);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return "Content-Type: " + CONTENT_TYPE + "\r\nX-Amz-Date: " + stamp
                + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=" + accessKeyId + "/" + scope + ", SignedHeaders="
                + signed + ", Signature=" + HexFormat.of().formatHex(hmac(key, toSign)) + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(bytes(text));
    }

    @Override
    public String toString() {
        return "Signing[" + accessKeyId + "]";
    }
}
