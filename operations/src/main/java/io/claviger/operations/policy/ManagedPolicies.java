package io.claviger.operations.policy;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Partition;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.Quotas;
import io.claviger.iam.Tag;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.operations.request.RequestedPath;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Shapes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;

/** Managed policies: create, look at, delete. Their documents are {@link PolicyVersions}. */
public final class ManagedPolicies {

    private final Quotas quotas;
    private final UniqueIds uniqueIds;

    /** Managed policies within these quotas. */
    public ManagedPolicies(Quotas quotas, UniqueIds uniqueIds) {
        this.quotas = quotas;
        this.uniqueIds = uniqueIds;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing(
                        "iam:CreatePolicy", CreatePolicyRequest.class, ManagedPolicies::creationChecks, this::create),
                Operation.on(
                        "iam:GetPolicy",
                        GetPolicyRequest.class,
                        NamedPolicy.read(GetPolicyRequest::policyArn),
                        this::get),
                Operation.on(
                        "iam:DeletePolicy",
                        DeletePolicyRequest.class,
                        NamedPolicy.changed(DeletePolicyRequest::policyArn),
                        this::delete));
    }

    private static List<Check> creationChecks(EntityView view, Call call, CreatePolicyRequest request) {
        Target target = Target.shownAs(
                        Arns.policy(
                                call.partition(),
                                call.accountId(),
                                RequestedPath.of(request.path()),
                                request.policyName()),
                        "policy " + request.policyName(),
                        call)
                .setting(RequestedTags.of(request.tags()));
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:CreatePolicy", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagPolicy", target));
        }
        return checks;
    }

    private CreatePolicyResponse create(Execution<CreatePolicyRequest> execution) {
        Call call = execution.call();
        CreatePolicyRequest request = execution.request();
        List<Tag> tags = RequestedTags.checked(request.tags());
        PolicyDocuments.requireManageable(request.policyDocument(), quotas.managedPolicySize(), call.partition());
        Instant now = call.time().truncatedTo(ChronoUnit.SECONDS);
        ManagedPolicy policy = execution.write(writing -> {
            if (writing.policies().named(call.accountId(), request.policyName()).isPresent()) {
                throw Refused.alreadyExists("A policy called " + request.policyName()
                        + " already exists. Duplicate names are not allowed.");
            }
            int quota = quotas.policiesPerAccount();
            if (writing.accounts().count(call.accountId(), Counted.POLICIES) >= quota) {
                throw Refused.quota("PoliciesPerAccount", quota);
            }
            ManagedPolicy created = new ManagedPolicy(
                    call.accountId(),
                    uniqueIds.policy(),
                    request.policyName(),
                    RequestedPath.of(request.path()),
                    request.description() == null ? "" : request.description(),
                    now,
                    now,
                    1,
                    1,
                    RequestedTags.overlaid(List.of(), tags, quotas.tagsPerEntity()));
            writing.insert(created);
            writing.insert(new PolicyVersion(call.accountId(), created.id(), 1, request.policyDocument(), now));
            return created;
        });
        Policy shape = Shapes.policy(policy, call.partition(), 0, 0);
        return CreatePolicyResponse.builder()
                .policy(
                        policy.tags().isEmpty()
                                ? shape
                                : shape.toBuilder()
                                        .tags(Shapes.tags(policy.tags()))
                                        .build())
                .build();
    }

    private GetPolicyResponse get(Execution<GetPolicyRequest> execution) {
        Call call = execution.call();
        GetPolicyRequest request = execution.request();
        String arn = request.policyArn();
        Policy policy = execution.read(reading -> {
            int attachments = reading.policies().attachmentCount(call.accountId(), arn);
            int boundaries = reading.policies().boundaryCount(call.accountId(), arn);
            if (Arns.isAwsManagedPolicy(arn)) {
                AwsManagedPolicy aws = NamedPolicy.awsManaged(arn);
                return Shapes.policy(aws, attachments, boundaries);
            }
            return whole(NamedPolicy.in(reading, call, arn), call.partition(), attachments, boundaries);
        });
        return GetPolicyResponse.builder().policy(policy).build();
    }

    private static Policy whole(ManagedPolicy policy, Partition partition, int attachments, int boundaries) {
        return Shapes.policy(policy, partition, attachments, boundaries).toBuilder()
                .description(policy.description().isEmpty() ? null : policy.description())
                .tags(Shapes.tags(policy.tags()))
                .build();
    }

    private DeletePolicyResponse delete(Execution<DeletePolicyRequest> execution) {
        Call call = execution.call();
        DeletePolicyRequest request = execution.request();
        execution.write(writing -> {
            ManagedPolicy policy = NamedPolicy.in(writing, call, request.policyArn());
            requireUnused(writing, policy, request.policyArn());
            List<PolicyVersion> versions = writing.versions().ofPolicy(policy.id());
            if (versions.size() > 1) {
                throw Refused.deleteConflict("This policy has more than one version. Before you delete a policy, you"
                        + " must delete the policy's versions. The default version is deleted with the policy.");
            }
            versions.forEach(writing::delete);
            writing.delete(policy);
            return policy;
        });
        return DeletePolicyResponse.builder().build();
    }

    private static void requireUnused(Reading reading, ManagedPolicy policy, String arn) {
        if (reading.policies().attachmentCount(policy.accountId(), arn) > 0
                || reading.policies().boundaryCount(policy.accountId(), arn) > 0) {
            throw Refused.deleteConflict("Cannot delete a policy attached to entities.");
        }
    }
}
