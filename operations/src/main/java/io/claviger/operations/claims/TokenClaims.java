package io.claviger.operations.claims;

import io.claviger.federation.oidc.IdentityToken;
import io.claviger.policy.request.ContextValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The claims of a token as condition keys: {@code issuer/path:claim}. A member of a claim that is an object follows it
 * after a slash.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif">
 *     Available keys for AWS OIDC federation</a>
 */
public final class TokenClaims {

    /** What the session keeps: AWS's table says "available in session". */
    private static final List<String> LASTING = List.of("aud", "sub", "amr");

    private TokenClaims() {}

    /**
     * The keys, by their lower-case names: of every claim, but that {@code aud} is the audience that was asked for, and
     * {@code oaud} what the token calls so.
     *
     * @param provider the issuer without {@code https://}
     */
    public static Map<String, ContextValue> keys(IdentityToken token, String provider) {
        String prefix = prefix(provider);
        Map<String, ContextValue> keys = new HashMap<>();
        token.claims().forEach((name, value) -> put(keys, prefix + name, value));
        keys.put(prefix + "aud", new ContextValue.Text(token.audience()));
        keys.put(
                prefix + "oaud",
                token.audiences().size() == 1
                        ? new ContextValue.Text(token.audiences().getFirst())
                        : new ContextValue.Texts(token.audiences()));
        return keys;
    }

    /** Those of the keys that the session keeps. */
    public static Map<String, List<String>> lasting(Map<String, ContextValue> keys, String provider) {
        Map<String, List<String>> lasting = new HashMap<>();
        for (String name : LASTING) {
            ContextValue value = keys.get(prefix(provider) + name);
            if (value != null) {
                lasting.put(
                        prefix(provider) + name,
                        switch (value) {
                            case ContextValue.Text text -> List.of(text.value());
                            case ContextValue.Texts texts -> texts.values();
                        });
            }
        }
        return lasting;
    }

    private static String prefix(String provider) {
        return (provider + ":").toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, ContextValue> keys, String name, Object value) {
        String key = name.toLowerCase(Locale.ROOT);
        switch (value) {
            case Map<?, ?> members -> members.forEach((member, inner) -> put(keys, name + "/" + member, inner));
            case List<?> list ->
                keys.put(
                        key,
                        new ContextValue.Texts(
                                list.stream().flatMap(TokenClaims::text).toList()));
            default -> text(value).forEach(text -> keys.put(key, new ContextValue.Text(text)));
        }
    }

    private static Stream<String> text(Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case Number number -> Stream.of(number.toString());
            case Boolean truth -> Stream.of(truth.toString());
            default -> Stream.empty();
        };
    }

    /** The text of a claim; empty when there is no such claim, or it is no text. */
    public static Optional<String> text(IdentityToken token, String claim) {
        return token.claims().get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
