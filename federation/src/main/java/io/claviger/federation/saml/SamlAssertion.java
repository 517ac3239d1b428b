package io.claviger.federation.saml;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assertion that its provider made for here, and that holds now: everything in it was signed. Immutable.
 *
 * @param id as the provider numbered it
 * @param issuer the provider's entity ID
 * @param subject who was authenticated
 * @param subjectType the format of the subject's name: one of SAML 2.0 by its short name, such as {@code persistent}, any
 *     other by its whole URI
 * @param recipient the address that it is meant to be presented at
 * @param until from when on it is refused for its age
 * @param sessionEnd when the session at the provider ends; null if the provider does not say
 * @param attributes the values by name; of two attributes of one name, those of both
 */
public record SamlAssertion(
        String id,
        String issuer,
        String subject,
        String subjectType,
        String recipient,
        Instant until,
        @Nullable Instant sessionEnd,
        Map<String, List<String>> attributes) {

    /** Copies the attributes. */
    public SamlAssertion {
        attributes = Map.copyOf(attributes);
    }

    /** The values of an attribute; empty if there is none of this name. */
    public List<String> values(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }
}
