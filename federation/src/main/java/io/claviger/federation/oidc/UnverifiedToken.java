package io.claviger.federation.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * A token as it was sent: what it says is a claim and nothing else, until {@link TokenVerifier} has verified it.
 * Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519: JSON Web Token</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725: JSON Web Token Best Current Practices</a>
 */
public final class UnverifiedToken {

    /** Signatures that a public key verifies; no public key can make one. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512);

    private static final List<String> REQUIRED = List.of("iss", "sub", "aud", "exp", "iat");

    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int PARTS = 3;
    private static final int LONGEST = 20_000;

    private final JWSHeader header;
    private final byte[] signed;
    private final Base64URL signature;
    private final Claims claims;

    private UnverifiedToken(JWSHeader header, byte[] signed, Base64URL signature, Claims claims) {
        this.header = header;
        this.signed = signed;
        this.signature = signature;
        this.claims = claims;
    }

    /**
     * Reads a token.
     *
     * @throws TokenRefused when the text is no signed token, is signed by another kind of algorithm, or lacks a claim
     */
    public static UnverifiedToken parse(String text) {
        String[] parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        if (parts.length != PARTS) {
            throw TokenRefused.noJwt();
        }
        try {
            // Read by our own reader first, which takes no member twice.
            Json.object(utf8(parts[0]));
            JWSHeader header = JWSHeader.parse(new Base64URL(parts[0]));
            if (!ALGORITHMS.contains(header.getAlgorithm()) || header.getCriticalParams() != null) {
                throw TokenRefused.noJwt();
            }
            Map<String, Object> claims = Json.object(utf8(parts[1]));
            REQUIRED.stream()
                    .filter(name -> !claims.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw TokenRefused.invalid("Missing a required claim: " + name);
                    });
            byte[] signed = text.substring(0, text.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
            return new UnverifiedToken(header, signed, signature(parts[2]), Claims.of(claims));
        } catch (ParseException | JacksonException | IllegalArgumentException | CharacterCodingException e) {
            throw TokenRefused.noJwt();
        }
    }

    /** Base 64 as RFC 7515 has it: in one form only, without anything around it. */
    private static String utf8(String part) throws CharacterCodingException {
        byte[] bytes = DECODER.decode(part);
        if (bytes.length == 0 || !part.equals(ENCODER.encodeToString(bytes))) {
            throw new IllegalArgumentException("not base 64 as RFC 7515 has it");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Base64URL signature(String part) {
        if (DECODER.decode(part).length == 0 || part.endsWith("=")) {
            throw new IllegalArgumentException("no signature");
        }
        return new Base64URL(part);
    }

    /** Who claims to have issued it. */
    public String issuer() {
        return claims.issuer();
    }

    /** A claim that is a text, not verified; empty if there is none of this name. */
    public Optional<String> text(String claim) {
        return claims.all().get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Whether a claim is true, not verified. */
    public boolean isTrue(String claim) {
        return Boolean.TRUE.equals(claims.all().get(claim));
    }

    /** What it says, not verified. */
    Claims claims() {
        return claims;
    }

    JWSHeader header() {
        return header;
    }

    byte[] signed() {
        return signed.clone();
    }

    Base64URL signature() {
        return signature;
    }

    @Override
    public String toString() {
        return "UnverifiedToken[" + issuer() + "]";
    }
}
