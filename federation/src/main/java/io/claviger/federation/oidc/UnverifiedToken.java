package io.claviger.federation.oidc;

import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * A token as it was sent: what it says is a claim and nothing else, until {@link TokenVerifier} has verified it.
 * Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519: JSON Web Token</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725: JSON Web Token Best Current Practices</a>
 */
public final class UnverifiedToken {

    /** Signatures by public keys; whoever verifies one cannot make one. */
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

    /** Three parts in base 64 as RFC 7515 has it, and nothing around them. */
    private static final Pattern FORM = Pattern.compile("(?:[A-Za-z0-9_-]++\\.){2}[A-Za-z0-9_-]++");

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
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw TokenRefused.noJwt();
        }
        try {
            Base64URL[] parts = JOSEObject.split(text);
            // Read by our own reader first, which takes no member twice.
            Json.object(utf8(parts[0]));
            JWSHeader header = JWSHeader.parse(parts[0]);
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
            return new UnverifiedToken(header, signed, parts[2], Claims.of(claims));
        } catch (ParseException | JacksonException | IllegalArgumentException | CharacterCodingException e) {
            throw TokenRefused.noJwt();
        }
    }

    private static String utf8(Base64URL part) throws CharacterCodingException {
        if (!part.equals(Base64URL.encode(part.decode()))) {
            throw new IllegalArgumentException("not base 64 as RFC 7515 has it");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(part.decode()))
                .toString();
    }

    /** Who claims to have issued it. */
    public String issuer() {
        return claims.issuer();
    }

    /** A claim that is a text, whoever says it; empty if there is none of this name. */
    public Optional<String> text(String claim) {
        return claims.all().get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Whether a claim is true, whoever says it. */
    public boolean isTrue(String claim) {
        return Boolean.TRUE.equals(claims.all().get(claim));
    }

    /** What it says, whoever says it. */
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
