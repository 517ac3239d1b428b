package io.claviger.operations.explanation;

import io.claviger.iam.Role;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.request.EntityArn;
import io.claviger.operations.simulation.SimulatedPolicy;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.ResourcePolicies;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the resource of a question says itself. Immutable.
 *
 * @param ownerId the account that it belongs to
 * @param mustAgree whether nothing is allowed unless a policy of the resource allows it: for a role that is to be assumed, and
 *     for what belongs to another account, whose policies are not known
 * @param trust for a role that is to be assumed, whom it trusts; null if there is none
 */
public record TargetPolicy(
        String ownerId, boolean mustAgree, @Nullable SimulatedPolicy trust) {

    /** What a result calls the policy. */
    public static final String TRUST = "trust policy";

    private static final Set<String> ASSUMING = Set.of("sts:assumerole", "sts:tagsession", "sts:setsourceidentity");
    private static final Pattern OWNER =
            Pattern.compile("[^:]+:[^:]+:[^:]+:[^:]*:(?<account>[0-9]{12}):.*", Pattern.DOTALL);

    public static TargetPolicy of(Reading reading, Call call, Question question) {
        Matcher owner = OWNER.matcher(question.resource());
        String ownerId = owner.matches() ? owner.group("account") : call.accountId();
        boolean isForeign = !ownerId.equals(call.accountId());
        if (isForeign || !ASSUMING.contains(question.action().toLowerCase(Locale.ROOT))) {
            return new TargetPolicy(ownerId, isForeign, null);
        }
        SimulatedPolicy trust = EntityArn.parse(question.resource())
                .filter(arn -> arn.kind() == EntityArn.Kind.ROLE)
                .flatMap(arn -> reading.roles().named(ownerId, arn.name()))
                .flatMap(TargetPolicy::trust)
                .orElse(null);
        return new TargetPolicy(ownerId, true, trust);
    }

    /** A trust policy that cannot be read trusts nobody, and is shown to nobody. */
    private static Optional<SimulatedPolicy> trust(Role role) {
        return PolicyParser.parse(role.trustPolicy(), PolicyType.TRUST) instanceof PolicyDocument document
                ? Optional.of(new SimulatedPolicy(TRUST, document))
                : Optional.empty();
    }

    /** The same for decisions that name nothing; null if the resource says nothing, and belongs to the account. */
    @Nullable
    public ResourcePolicies compiled() {
        return trust == null ? silent() : of(CompiledPolicy.compile(TRUST, trust.document()));
    }

    /** The policies of a resource that has none of its own. */
    @Nullable
    public ResourcePolicies silent() {
        return mustAgree ? ResourcePolicies.of(ownerId, null, List.of(), true) : null;
    }

    /** The policies of a role that trusts so. */
    public ResourcePolicies of(CompiledPolicy compiled) {
        return ResourcePolicies.role(ownerId, compiled, List.of());
    }
}
