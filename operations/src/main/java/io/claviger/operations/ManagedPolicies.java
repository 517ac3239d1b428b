package io.claviger.operations;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.Tag;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
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
final class ManagedPolicies {

    private final Deployment deployment;

    ManagedPolicies(Deployment deployment) {
        this.deployment = deployment;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing(CreatePolicyRequest.class, ManagedPolicies::creationChecks, this::create),
                Operation.on(
                        GetPolicyRequest.class,
                        (targets, call, request) -> targets.policy(call, request.policyArn()),
                        this::get),
                Operation.on(
                        DeletePolicyRequest.class,
                        (targets, call, request) -> targets.policy(call, request.policyArn()),
                        this::delete));
    }

    private static List<Check> creationChecks(Targets targets, Call call, CreatePolicyRequest request) {
        Target target = Target.shownAs(
                        Arns.policy(call.accountId(), RequestedPath.of(request.path()), request.policyName()),
                        "policy " + request.policyName())
                .setting(RequestedTags.of(request.tags()));
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:CreatePolicy", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagPolicy", target));
        }
        return checks;
    }

    private CreatePolicyResponse create(Call call, CreatePolicyRequest request) {
        List<Tag> tags = RequestedTags.checked(request.tags());
        PolicyDocuments.requireManageable(
                request.policyDocument(), deployment.quotas().managedPolicySize());
        Instant now = call.time().truncatedTo(ChronoUnit.SECONDS);
        ManagedPolicy policy = deployment.store().write(writing -> {
            if (writing.policies().named(call.accountId(), request.policyName()).isPresent()) {
                throw Refused.alreadyExists("A policy called " + request.policyName()
                        + " already exists. Duplicate names are not allowed.");
            }
            int quota = deployment.quotas().policiesPerAccount();
            if (writing.accounts().count(call.accountId(), Counted.POLICIES) >= quota) {
                throw Refused.quota("PoliciesPerAccount", quota);
            }
            ManagedPolicy created = new ManagedPolicy(
                    call.accountId(),
                    deployment.uniqueIds().policy(),
                    request.policyName(),
                    RequestedPath.of(request.path()),
                    request.description() == null ? "" : request.description(),
                    now,
                    now,
                    1,
                    1,
                    RequestedTags.overlaid(List.of(), tags, deployment.quotas().tagsPerEntity()));
            writing.insert(created);
            writing.insert(new PolicyVersion(call.accountId(), created.id(), 1, request.policyDocument(), now));
            return created;
        });
        Policy shape = Shapes.policy(policy, 0, 0);
        return CreatePolicyResponse.builder()
                .policy(
                        policy.tags().isEmpty()
                                ? shape
                                : shape.toBuilder()
                                        .tags(Shapes.tags(policy.tags()))
                                        .build())
                .build();
    }

    private GetPolicyResponse get(Call call, GetPolicyRequest request) {
        String arn = request.policyArn();
        ManagedPolicyArns.requirePolicyArn(arn);
        Policy policy = deployment.store().read(reading -> {
            int attachments = reading.policies().attachmentCount(call.accountId(), arn);
            int boundaries = reading.policies().boundaryCount(call.accountId(), arn);
            if (arn.startsWith(Arns.AWS_MANAGED_POLICY)) {
                AwsManagedPolicy aws = AwsManagedPolicies.find(arn).orElseThrow(() -> Named.noSuchPolicy(arn));
                return Shapes.policy(aws, attachments, boundaries);
            }
            return whole(Named.policy(reading, call, arn), attachments, boundaries);
        });
        return GetPolicyResponse.builder().policy(policy).build();
    }

    private static Policy whole(ManagedPolicy policy, int attachments, int boundaries) {
        return Shapes.policy(policy, attachments, boundaries).toBuilder()
                .description(policy.description().isEmpty() ? null : policy.description())
                .tags(Shapes.tags(policy.tags()))
                .build();
    }

    private DeletePolicyResponse delete(Call call, DeletePolicyRequest request) {
        ManagedPolicyArns.requirePolicyArn(request.policyArn());
        deployment.store().write(writing -> {
            ManagedPolicy policy = Named.policy(writing, call, request.policyArn());
            requireUnused(writing, policy);
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

    private static void requireUnused(Reading reading, ManagedPolicy policy) {
        if (reading.policies().attachmentCount(policy.accountId(), policy.arn()) > 0
                || reading.policies().boundaryCount(policy.accountId(), policy.arn()) > 0) {
            throw Refused.deleteConflict("Cannot delete a policy attached to entities.");
        }
    }
}
