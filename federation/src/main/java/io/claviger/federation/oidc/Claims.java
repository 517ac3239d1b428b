package io.claviger.federation.oidc;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a token says. Immutable.
 *
 * @param all every claim by its name, in the token's order
 * @param audiences at least one
 * @param authorizedParty {@code azp}: whom the token was issued to, if it says so
 * @param notBefore {@code nbf}, if it says so
 */
record Claims(
        Map<String, Object> all,
        String issuer,
        String subject,
        List<String> audiences,
        @Nullable String authorizedParty,
        Instant expiresAt,
        Instant issuedAt,
        @Nullable Instant notBefore) {

    private static final int LONGEST_SUBJECT = 255;

    /**
     * The claims, which include those that every token has.
     *
     * @throws IllegalArgumentException when one is of another type than OpenID Connect says, or two differ in case alone:
     *     condition keys have no case
     */
    static Claims of(Map<String, Object> all) {
        Set<String> names = new TreeSet<>();
        for (String name : all.keySet()) {
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two claims differ in case alone");
            }
        }
        String subject = text(all.get("sub"));
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("the subject has no length that OpenID Connect allows");
        }
        return new Claims(
                all,
                text(all.get("iss")),
                subject,
                audiences(all.get("aud")),
                all.containsKey("azp") ? text(all.get("azp")) : null,
                time(all.get("exp")),
                time(all.get("iat")),
                all.containsKey("nbf") ? time(all.get("nbf")) : null);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("not a text");
    }

    private static List<String> audiences(@Nullable Object value) {
        List<String> audiences =
                value instanceof List<?> list ? list.stream().map(Claims::text).toList() : List.of(text(value));
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException("no audience");
        }
        return audiences;
    }

    private static Instant time(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            throw new IllegalArgumentException("not a time");
        }
        try {
            return Instant.ofEpochSecond(number.longValue());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time that there is", e);
        }
    }
}
