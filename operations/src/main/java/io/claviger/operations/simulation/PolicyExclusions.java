package io.claviger.operations.simulation;

import io.claviger.iam.Arns;
import io.claviger.policy.pattern.Glob;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.InlinePolicyIdentifierType;
import software.amazon.awssdk.services.iam.model.PolicyIdentifier;

/**
 * The policies that a simulation is to leave out, of those that hang on its principal.
 *
 * @param identifiers each names some; one of them is enough
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyIdentifier.html">PolicyIdentifier</a>
 */
record PolicyExclusions(List<PolicyIdentifier> identifiers) {

    PolicyExclusions {
        identifiers = List.copyOf(identifiers);
    }

    /** The policies that remain. */
    List<SimulatedPolicy> remaining(List<AttachedPolicy> policies) {
        return policies.stream()
                .filter(policy -> identifiers.stream().noneMatch(identifier -> names(identifier, policy.origin())))
                .map(AttachedPolicy::policy)
                .toList();
    }

    /** The boundary, if it remains. */
    @Nullable
    SimulatedPolicy remaining(@Nullable AttachedPolicy boundary) {
        boolean excluded = identifiers.stream().anyMatch(identifier -> switch (identifier.policyType()) {
            case PERMISSION_BOUNDARY -> true;
            case null, default -> false;
        });
        return boundary == null || excluded ? null : boundary.policy();
    }

    private static boolean names(PolicyIdentifier identifier, AttachedPolicy.Origin origin) {
        return switch (origin) {
            case AttachedPolicy.Inline inline ->
                typeIs(identifier, "inline") || names(identifier.inlinePolicyIdentifier(), inline);
            case AttachedPolicy.Managed(String arn) ->
                arn.equals(identifier.policyArn())
                        || typeIs(identifier, Arns.isAwsManagedPolicy(arn) ? "aws-managed" : "user-managed");
        };
    }

    private static boolean typeIs(PolicyIdentifier identifier, String type) {
        return type.equals(identifier.policyTypeAsString());
    }

    private static boolean names(@Nullable InlinePolicyIdentifierType identifier, AttachedPolicy.Inline inline) {
        return identifier != null
                && (identifier.attachmentTypeAsString() == null
                        || identifier.attachmentTypeAsString().equals(inline.ownerType()))
                && matches(identifier.policyName(), inline.name())
                && matches(identifier.attachmentName(), inline.ownerName());
    }

    private static boolean matches(@Nullable String pattern, String name) {
        return pattern == null || Glob.ignoringCase(pattern).matches(name);
    }
}
