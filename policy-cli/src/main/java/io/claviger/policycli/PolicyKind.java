package io.claviger.policycli;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/** The types of policies by the short words that the command line has for them. */
enum PolicyKind {
    IDENTITY(PolicyType.IDENTITY, "identity policy"),
    RESOURCE(PolicyType.RESOURCE, "resource policy"),
    TRUST(PolicyType.TRUST, "trust policy"),
    BOUNDARY(PolicyType.PERMISSIONS_BOUNDARY, "permissions boundary"),
    SESSION(PolicyType.SESSION, "session policy"),
    SCP(PolicyType.SERVICE_CONTROL, "service control policy"),
    RCP(PolicyType.RESOURCE_CONTROL, "resource control policy");

    private final PolicyType type;
    private final String noun;

    PolicyKind(PolicyType type, String noun) {
        this.type = type;
        this.noun = noun;
    }

    /** The type in the terms of the policy language. */
    PolicyType type() {
        return type;
    }

    /** The word. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What such a policy is called in a sentence. */
    String noun() {
        return noun;
    }

    /** The kind of policies of a type. */
    static PolicyKind of(PolicyType type) {
        return Stream.of(values()).filter(kind -> kind.type == type).findFirst().orElseThrow();
    }

    /** The kind that a policy with principals seems to be: a trust policy, if it is one, or else a resource policy. */
    static PolicyKind naming(String text) {
        return PolicyParser.parse(text, PolicyType.TRUST) instanceof PolicyDocument ? TRUST : RESOURCE;
    }

    /** The option {@code --type}, which names one. */
    static Option option() {
        return Given.value(
                "type",
                "TYPE",
                "What the policies are: identity, resource, trust, boundary, session, scp or rcp. Default: identity");
    }

    /**
     * The kind that {@code --type} names, in any case of letters; identity if it is not given.
     *
     * @throws NoAnswer when it names none
     */
    static PolicyKind of(Given given) {
        String word = given.text("type").orElse(IDENTITY.word());
        return Stream.of(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> NoAnswer.misused("--type must be one of "
                        + Stream.of(values()).map(PolicyKind::word).collect(Collectors.joining(", "))));
    }
}
