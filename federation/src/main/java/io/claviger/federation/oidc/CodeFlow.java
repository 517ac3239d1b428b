package io.claviger.federation.oidc;

import io.claviger.federation.oidc.IssuerConnection.Unusable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The authorization code flow with PKCE: where a browser is sent to, and what the code is worth that it comes back with. What
 * a token proves, {@link TokenVerifier} says. Thread-safe.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect Core 1.0, 3.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636: Proof Key for Code Exchange</a>
 */
public final class CodeFlow {

    private static final Logger LOG = LoggerFactory.getLogger(CodeFlow.class);

    private final Addresses allowed;

    /** Connects to these addresses alone. */
    public CodeFlow(Addresses allowed) {
        this.allowed = allowed;
    }

    /**
     * Whom a deployment is to an issuer.
     *
     * @param secret empty for a client that has none
     */
    public record Client(String id, Optional<String> secret) {

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /**
     * Where the issuer lets people sign in.
     *
     * @throws TokenRefused when it does not say, or does not answer; the log says why
     */
    public String authorizationEndpoint(Issuer issuer) {
        return asking(issuer, connection -> https(connection.discovery(), "authorization_endpoint"));
    }

    /**
     * Exchanges a code for a token of identity, of which nothing is verified yet.
     *
     * @param verifier of which the browser's request had the hash
     * @param redirectUri that the browser's request had
     * @throws TokenRefused when the issuer does not know the code, or does not answer; the log says why
     */
    public String idToken(Issuer issuer, Client client, String code, String verifier, String redirectUri) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("client_id", client.id());
        form.put("code_verifier", verifier);
        return asking(issuer, connection -> {
            String answer = connection.post(
                    https(connection.discovery(), "token_endpoint"), encoded(form), authorization(client));
            if (Json.object(answer).get("id_token") instanceof String token) {
                return token;
            }
            throw new Unusable("its answer to a code has no id_token");
        });
    }

    /** RFC 6749, 2.3.1: both are encoded as a form before they are put together. */
    private static Optional<String> authorization(Client client) {
        return client.secret()
                .map(secret -> encoded(client.id()) + ":" + encoded(secret))
                .map(both -> "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    private static String https(Map<String, Object> discovery, String name) throws Unusable {
        if (discovery.get(name) instanceof String url && url.startsWith("https://")) {
            return url;
        }
        throw new Unusable("its discovery document names no " + name + " that is an https URL");
    }

    /** A query, or the body of a form. */
    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Question {
        String ask(IssuerConnection connection) throws IOException, TimeoutException, Unusable;
    }

    private String asking(Issuer issuer, Question question) {
        try (IssuerConnection connection = new IssuerConnection(issuer, allowed)) {
            return question.ask(connection);
        } catch (IllegalArgumentException | JacksonException e) {
            throw refused(issuer, String.valueOf(e.getMessage()), TokenRefused.noJwt());
        } catch (Unusable e) {
            throw refused(issuer, e.reason, TokenRefused.noJwt());
        } catch (IOException | TimeoutException e) {
            throw refused(issuer, e.toString(), TokenRefused.unreachable());
        }
    }

    private static TokenRefused refused(Issuer issuer, String why, TokenRefused refused) {
        LOG.warn("{} signs nobody in to the console: {}", issuer.url(), why);
        return refused;
    }
}
