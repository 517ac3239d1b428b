package io.claviger.operations.request;

import io.claviger.access.Resource;
import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.Tag;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A managed policy, by the ARN that a request gives. */
public final class NamedPolicy {

    private NamedPolicy() {}

    /** The customer managed policy of this ARN, if the account acted in has it. */
    public static Optional<ManagedPolicy> find(Reading reading, Call call, String arn) {
        return reading.policies()
                .named(call.accountId(), Arns.nameIn(arn))
                .filter(policy -> policy.arn(call.partition()).equals(arn));
    }

    /**
     * The customer managed policy of this ARN in the account acted in.
     *
     * @throws Refused when there is none
     */
    public static ManagedPolicy in(Reading reading, Call call, String arn) {
        return find(reading, call, arn).orElseThrow(() -> noSuchPolicy(arn));
    }

    /**
     * The document in force of the policy of this ARN: one of AWS's, or a customer managed one of the account acted in.
     * Empty if there is none.
     */
    public static Optional<String> document(Reading reading, Call call, String arn) {
        return document(reading, arn, () -> find(reading, call, arn));
    }

    /** The same for a policy of an account, whose ARN was stored there. */
    public static Optional<String> document(Reading reading, String accountId, String arn) {
        return document(
                reading,
                arn,
                () -> reading.policies().named(accountId, Arns.nameIn(arn)).filter(policy -> policy.isNamedBy(arn)));
    }

    private static Optional<String> document(
            Reading reading, String arn, Supplier<Optional<ManagedPolicy>> customerManaged) {
        return Arns.isAwsManagedPolicy(arn)
                ? AwsManagedPolicies.find(arn).map(AwsManagedPolicies::document)
                : customerManaged
                        .get()
                        .flatMap(policy -> reading.versions().numbered(policy.id(), policy.defaultVersion()))
                        .map(PolicyVersion::document);
    }

    /**
     * The AWS managed policy of this ARN.
     *
     * @throws Refused when there is none
     */
    public static AwsManagedPolicy awsManaged(String arn) {
        return AwsManagedPolicies.find(arn).orElseThrow(() -> noSuchPolicy(arn));
    }

    /** That no policy has this ARN. */
    public static Refused noSuchPolicy(String arn) {
        return Refused.noSuchEntity("Policy " + arn + " was not found.");
    }

    /**
     * Finds the policy that requests look at: every account may read AWS's own.
     *
     * @return it refuses what is no policy's ARN
     */
    public static <Q> Finder<Q> read(Function<Q, String> arn) {
        return (view, call, request) -> {
            String named = PolicyArn.required(call, arn.apply(request));
            return target(view, call, named, Arns.isAwsManagedPolicy(named) ? call.accountId() : owner(named));
        };
    }

    /**
     * Finds the policy that requests change: AWS's own belong to no account.
     *
     * @return it refuses what is no policy's ARN
     */
    public static <Q> Finder<Q> changed(Function<Q, String> arn) {
        return (view, call, request) -> {
            String named = PolicyArn.required(call, arn.apply(request));
            return target(view, call, named, owner(named));
        };
    }

    private static Target target(EntityView view, Call call, String arn, String owner) {
        boolean mayBeOwn = arn.startsWith(Arns.policy(call.partition(), call.accountId(), "/", ""));
        List<Tag> tags = mayBeOwn
                ? view.ask(reading ->
                        find(reading, call, arn).map(ManagedPolicy::tags).orElse(List.of()))
                : List.of();
        return new Target(new Resource(arn, owner, tags, Map.of()), "policy " + arn);
    }

    /** The account in an ARN, {@code aws} in those of AWS's own policies. */
    private static String owner(String arn) {
        return arn.split(":", 6)[4];
    }
}
