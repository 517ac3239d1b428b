package io.claviger.operations;

import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;

/** Which managed policies hang on which users and groups. */
final class PolicyAttachments {

    private static final String POLICY_ARN = "iam:policyarn";

    /** Policies on this path are for the roles that AWS's services make for themselves. */
    private static final String FOR_SERVICES = Arns.AWS_MANAGED_POLICY + "aws-service-role/";

    private final Deployment deployment;

    PolicyAttachments(Deployment deployment) {
        this.deployment = deployment;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        AttachUserPolicyRequest.class,
                        (targets, call, request) -> targets.userWithBoundary(call, request.userName())
                                .with(POLICY_ARN, request.policyArn()),
                        this::attachToUser),
                Operation.on(
                        AttachGroupPolicyRequest.class,
                        (targets, call, request) ->
                                targets.group(call, request.groupName()).with(POLICY_ARN, request.policyArn()),
                        this::attachToGroup),
                Operation.on(
                        DetachUserPolicyRequest.class,
                        (targets, call, request) -> targets.userWithBoundary(call, request.userName())
                                .with(POLICY_ARN, request.policyArn()),
                        this::detachFromUser),
                Operation.on(
                        DetachGroupPolicyRequest.class,
                        (targets, call, request) ->
                                targets.group(call, request.groupName()).with(POLICY_ARN, request.policyArn()),
                        this::detachFromGroup),
                Operation.on(
                        ListAttachedUserPoliciesRequest.class,
                        (targets, call, request) -> targets.user(call, request.userName()),
                        this::listOfUser),
                Operation.on(
                        ListAttachedGroupPoliciesRequest.class,
                        (targets, call, request) -> targets.group(call, request.groupName()),
                        this::listOfGroup));
    }

    private AttachUserPolicyResponse attachToUser(Call call, AttachUserPolicyRequest request) {
        attach(call, request.policyArn(), reading -> user(reading, call, request.userName()));
        return AttachUserPolicyResponse.builder().build();
    }

    private AttachGroupPolicyResponse attachToGroup(Call call, AttachGroupPolicyRequest request) {
        attach(call, request.policyArn(), reading -> group(reading, call, request.groupName()));
        return AttachGroupPolicyResponse.builder().build();
    }

    private DetachUserPolicyResponse detachFromUser(Call call, DetachUserPolicyRequest request) {
        detach(request.policyArn(), reading -> user(reading, call, request.userName()));
        return DetachUserPolicyResponse.builder().build();
    }

    private DetachGroupPolicyResponse detachFromGroup(Call call, DetachGroupPolicyRequest request) {
        detach(request.policyArn(), reading -> group(reading, call, request.groupName()));
        return DetachGroupPolicyResponse.builder().build();
    }

    private ListAttachedUserPoliciesResponse listOfUser(Call call, ListAttachedUserPoliciesRequest request) {
        Page<AttachedPolicy> page = list(
                reading -> user(reading, call, request.userName()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return ListAttachedUserPoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private ListAttachedGroupPoliciesResponse listOfGroup(Call call, ListAttachedGroupPoliciesRequest request) {
        Page<AttachedPolicy> page = list(
                reading -> group(reading, call, request.groupName()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return ListAttachedGroupPoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private PolicyOwner user(Reading reading, Call call, String name) {
        return PolicyOwner.user(reading, call, deployment.quotas(), name);
    }

    private PolicyOwner group(Reading reading, Call call, String name) {
        return PolicyOwner.group(reading, call, deployment.quotas(), name);
    }

    /** Attaching what is attached changes nothing and succeeds. */
    private void attach(Call call, String policyArn, Function<Reading, PolicyOwner> find) {
        deployment.store().write(writing -> {
            PolicyOwner owner = find.apply(writing);
            String policyName = ManagedPolicyArns.requireAttachable(writing, call, policyArn);
            if (policyArn.startsWith(FOR_SERVICES)) {
                throw new Refused(
                        ErrorCode.POLICY_NOT_ATTACHABLE,
                        "Cannot attach a Service Role Policy to a Customer "
                                + owner.kind().title() + ".");
            }
            if (writing.attachments().exists(owner.id(), policyArn)) {
                return owner;
            }
            if (writing.attachments().ofOwner(owner.id(), Slice.ALL).size() >= owner.attachmentQuota()) {
                throw Refused.quota(owner.attachmentQuotaName(), owner.attachmentQuota());
            }
            writing.insert(new Attachment(call.accountId(), owner.id(), policyArn, policyName));
            return owner;
        });
    }

    private void detach(String policyArn, Function<Reading, PolicyOwner> find) {
        ManagedPolicyArns.requirePolicyArn(policyArn);
        deployment.store().write(writing -> {
            PolicyOwner owner = find.apply(writing);
            Attachment attachment = writing.attachments().ofOwner(owner.id(), Slice.ALL).stream()
                    .filter(attached -> attached.policyArn().equals(policyArn))
                    .findAny()
                    .orElseThrow(() -> Named.noSuchPolicy(policyArn));
            writing.delete(attachment);
            return owner;
        });
    }

    /**
     * By name, and then the account's own before AWS's, which may have the same name. No name has a character before the
     * space, so a name stands before all that begin with it.
     */
    private static String position(Attachment attachment) {
        boolean isOwn = !attachment.policyArn().startsWith(Arns.AWS_MANAGED_POLICY);
        return attachment.policyName().toLowerCase(Locale.ROOT) + (isOwn ? " 0" : " 1");
    }

    private Page<AttachedPolicy> list(
            Function<Reading, PolicyOwner> find,
            @Nullable String pathPrefix,
            @Nullable String marker,
            @Nullable Integer maxItems) {
        return deployment.store().read(reading -> {
            PolicyOwner owner = find.apply(reading);
            String prefix = pathPrefix == null ? "/" : pathPrefix;
            Page.Request asked = new Page.Request("attached to " + owner.id() + " " + prefix, prefix, marker, maxItems);
            String after = asked.slice().after();
            List<Attachment> found =
                    reading.attachments().ofOwner(owner.id(), new Slice(prefix, null, Integer.MAX_VALUE)).stream()
                            .filter(attachment ->
                                    after == null || position(attachment).compareTo(after) > 0)
                            .sorted(Comparator.comparing(PolicyAttachments::position))
                            .toList();
            return asked.of(found, PolicyAttachments::position)
                    .map(attachment -> AttachedPolicy.builder()
                            .policyName(attachment.policyName())
                            .policyArn(attachment.policyArn())
                            .build());
        });
    }
}
