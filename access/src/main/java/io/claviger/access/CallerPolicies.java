package io.claviger.access;

import io.claviger.access.CompiledPolicies.InForce;
import io.claviger.iam.Attachment;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.Partition;
import io.claviger.iam.Quarantine;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.PolicyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policies that bind a caller, as they are in force. What each call finds, it adds to the dependencies: the answer holds
 * until one of them changes. Thread-safe.
 */
final class CallerPolicies {

    // A usual caller takes about 4 KB; a statement in an index of the caller's own takes about 100 bytes.
    private static final int STATEMENTS_OF_A_CALLER = 40;

    private final CompiledPolicies policies;
    private final Partition partition;

    CallerPolicies(CompiledPolicies policies, Partition partition) {
        this.policies = policies;
        this.partition = partition;
    }

    void collect(
            Reading reading, String accountId, String ownerId, List<CompiledPolicy> into, Set<String> dependencies) {
        dependencies.add(ownerId);
        for (InlinePolicy inline : reading.inlinePolicies().ofOwner(ownerId, Slice.ALL)) {
            into.add(policies.inline(inline));
        }
        for (Attachment attachment : reading.attachments().ofOwner(ownerId, Slice.ALL)) {
            InForce found = policies.managed(reading, accountId, attachment.policyArn(), PolicyType.IDENTITY);
            dependencies.add(found.id());
            into.add(found.policy());
        }
    }

    @Nullable
    CompiledPolicy boundary(Reading reading, String accountId, @Nullable String arn, Set<String> dependencies) {
        if (arn == null) {
            return null;
        }
        InForce found = policies.managed(reading, accountId, arn, PolicyType.PERMISSIONS_BOUNDARY);
        dependencies.add(found.id());
        return found.policy();
    }

    /** The policies that were passed for a session; null if none were, and then none limit it. */
    @Nullable
    List<CompiledPolicy> passedIfAny(
            Reading reading, String accountId, SessionDetails.@Nullable Policies passed, Set<String> dependencies) {
        return passed == null ? null : passed(reading, accountId, passed, dependencies);
    }

    List<CompiledPolicy> passed(
            Reading reading, String accountId, SessionDetails.Policies passed, Set<String> dependencies) {
        List<CompiledPolicy> compiled = new ArrayList<>();
        if (passed.document() != null) {
            compiled.add(policies.passed(passed.document()));
        }
        for (String arn : passed.arns()) {
            InForce found = policies.managed(reading, accountId, arn, PolicyType.SESSION);
            dependencies.add(found.id());
            compiled.add(found.policy());
        }
        return compiled;
    }

    /** The policy that binds a session one of whose makers is quarantined, so that nobody keeps what they made before. */
    List<CompiledPolicy> ofMakers(
            Reading reading, String accountId, List<String> makers, PolicyType type, Set<String> dependencies) {
        dependencies.addAll(makers);
        String arn = Quarantine.policyArn(partition);
        return makers.stream().anyMatch(maker -> reading.attachments().exists(maker, arn))
                ? List.of(policies.managed(reading, accountId, arn, type).policy())
                : List.of();
    }

    static int weight(PrincipalPolicies bound) {
        return 1 + bound.ownStatements() / STATEMENTS_OF_A_CALLER;
    }
}
