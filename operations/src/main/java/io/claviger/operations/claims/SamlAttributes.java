package io.claviger.operations.claims;

import io.claviger.federation.saml.SamlAssertion;
import io.claviger.iam.Tag;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * AWS's own attributes in an assertion: which role, and what its session is to be like. Immutable.
 *
 * @param sessionName what the session is to be called
 * @param duration the longest that the session may last; null if the provider does not say
 * @param sourceIdentity who is behind the session; null if the provider does not say
 * @param tags to be set for the session
 * @param transitiveKeys of those tags that later sessions are to inherit
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html">Configure
 *     SAML assertions for the authentication response</a>
 */
public record SamlAttributes(
        String sessionName,
        @Nullable Duration duration,
        @Nullable String sourceIdentity,
        List<Tag> tags,
        List<String> transitiveKeys) {

    private static final String AWS = "https://aws.amazon.com/SAML/Attributes/";
    private static final String TAG = AWS + "PrincipalTag:";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_0-9+=,.@-]{2,64}");
    private static final Pattern TAG_KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
    private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");
    private static final int MOST_TAGS = 50;
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    /**
     * The attributes for a session of this role.
     *
     * @throws Refused if the assertion does not name the role together with the provider, or an attribute is not as AWS
     *     takes it
     */
    public static SamlAttributes of(SamlAssertion assertion, String roleArn, String providerArn) {
        if (assertion.values(AWS + "Role").stream().noneMatch(value -> isPair(value, roleArn, providerArn))) {
            throw refused("SAML Assertion doesn't contain the requested Role and Metadata in the attributes");
        }
        return new SamlAttributes(
                sessionName(assertion.values(AWS + "RoleSessionName")),
                duration(assertion.values(AWS + "SessionDuration")),
                sourceIdentity(assertion.values(AWS + "SourceIdentity")),
                tags(assertion),
                assertion.values(AWS + "TransitiveTagKeys"));
    }

    /** A role and a provider, in either order. */
    private static boolean isPair(String value, String roleArn, String providerArn) {
        List<String> pair = Stream.of(value.split(",", -1)).map(String::strip).toList();
        return pair.equals(List.of(roleArn, providerArn)) || pair.equals(List.of(providerArn, roleArn));
    }

    private static String sessionName(List<String> values) {
        if (values.isEmpty()) {
            throw refused("RoleSessionName is required in AuthnResponse");
        }
        if (values.size() > 1 || !NAME.matcher(values.getFirst()).matches()) {
            throw refused("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
        }
        return values.getFirst();
    }

    private static @Nullable Duration duration(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        String text = values.size() == 1 ? values.getFirst() : "";
        Duration duration = SECONDS.matcher(text).matches() ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw refused("SessionDuration in AuthnResponse must be between 900 and 43200 seconds");
        }
        return duration;
    }

    private static @Nullable String sourceIdentity(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        String text = values.getFirst();
        if (values.size() > 1 || !NAME.matcher(text).matches()) {
            // No name that matches begins with aws:, since none has a colon.
            throw refused("Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
        }
        return text;
    }

    private static List<Tag> tags(SamlAssertion assertion) {
        List<Tag> tags = new ArrayList<>();
        for (String name : assertion.attributes().keySet()) {
            if (name.startsWith(TAG)) {
                tags.add(tag(name.substring(TAG.length()), assertion.values(name)));
            }
        }
        if (tags.size() > MOST_TAGS) {
            throw refused("The number of session tags in AuthnResponse is above the limit of " + MOST_TAGS);
        }
        tags.sort(Comparator.comparing(Tag::key));
        return List.copyOf(tags);
    }

    private static Tag tag(String key, List<String> values) {
        if (values.size() != 1
                || !TAG_KEY.matcher(key).matches()
                || !TAG_VALUE.matcher(values.getFirst()).matches()) {
            throw refused("The session tag " + key + " in AuthnResponse is not valid");
        }
        return new Tag(key, values.getFirst());
    }

    private static Refused refused(String reason) {
        return new Refused(ErrorCode.INVALID_IDENTITY_TOKEN, reason);
    }
}
