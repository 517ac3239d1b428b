package io.claviger.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A key good for one scope: "HMAC(HMAC(HMAC(HMAC("AWS4" + secret, date), region), service), "aws4_request")".
 * Immutable, safe for use by many threads; it says nothing about itself.
 */
final class SigningKey {

    private final CredentialScope scope;
    private final HmacSha256 hmac;

    private SigningKey(CredentialScope scope, HmacSha256 hmac) {
        this.scope = scope;
        this.hmac = hmac;
    }

    /** Derives the key of a scope from "AWS4" and the secret access key. */
    static SigningKey derive(HmacSha256 secret, CredentialScope scope) {
        byte[] ofDate = secret.mac(utf8(scope.date()));
        byte[] ofRegion = new HmacSha256(ofDate).mac(utf8(scope.region()));
        byte[] ofService = new HmacSha256(ofRegion).mac(utf8(scope.service()));
        byte[] key = new HmacSha256(ofService).mac(utf8(CredentialScope.TERMINATOR));
        return new SigningKey(scope, new HmacSha256(key));
    }

    CredentialScope scope() {
        return scope;
    }

    /** "Calculate the signature": the string to sign under this key, in lower-case hexadecimal. */
    String sign(String stringToSign) {
        return HexFormat.of().formatHex(hmac.mac(utf8(stringToSign)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
