package io.claviger.server.declared;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.Partition;
import io.claviger.server.command.NearMiss;
import io.claviger.server.declared.Declaration.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ARNs of policies that are declared by name: one of the declaration's own, else one of AWS's. */
record PolicyNames(String accountId, Partition partition, List<Policy> own) {

    /** The ARN of one of the account's own. */
    String arn(Policy policy) {
        return Arns.policy(partition, accountId, policy.path(), policy.name());
    }

    /** The same, where null stands for none. */
    @Nullable
    String arnOrNone(@Nullable String named, Place place) {
        return named == null ? null : arn(named, place);
    }

    /** The ARN of a policy that is named, by its name or already by its ARN. */
    String arn(String named, Place place) {
        if (named.startsWith("arn:")) {
            if (Arns.isAwsManagedPolicy(named) && AwsManagedPolicies.find(named).isEmpty()) {
                throw place.wrong("AWS has no managed policy " + named);
            }
            return named;
        }
        return own.stream()
                .filter(policy -> policy.name().equalsIgnoreCase(named))
                .findFirst()
                .map(this::arn)
                .or(() -> AwsManagedPolicies.find(partition.awsManagedPolicies() + named)
                        .map(policy -> policy.arn()))
                .orElseThrow(() -> place.wrong("there is no policy " + named
                        + " under policies, and AWS has none; give the ARN of one that is in the account already"
                        + NearMiss.question(
                                named, own.stream().map(Policy::name).toList(), "")));
    }
}
