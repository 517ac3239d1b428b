package io.claviger.operations.policy;

import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.Quotas;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.policy.PolicyOwner.Kind;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.PolicyArn;
import io.claviger.operations.request.PolicyArns;
import io.claviger.operations.request.RequestedPath;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
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

/** Which managed policies are attached to whom; the same for every kind of owner. */
public final class PolicyAttachments {

    private static final String POLICY_ARN = "iam:policyarn";

    /** Policies on this path are for the roles that AWS's services make for themselves. */
    private static final String FOR_SERVICES = "aws-service-role/";

    private final Quotas quotas;

    /** Attachments within these quotas. */
    public PolicyAttachments(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                attach(
                        "iam:AttachUserPolicy",
                        AttachUserPolicyRequest.class,
                        Kind.USER,
                        attach -> new Names(attach.userName(), attach.policyArn()),
                        () -> AttachUserPolicyResponse.builder().build()),
                attach(
                        "iam:AttachGroupPolicy",
                        AttachGroupPolicyRequest.class,
                        Kind.GROUP,
                        attach -> new Names(attach.groupName(), attach.policyArn()),
                        () -> AttachGroupPolicyResponse.builder().build()),
                detach(
                        "iam:DetachUserPolicy",
                        DetachUserPolicyRequest.class,
                        Kind.USER,
                        detach -> new Names(detach.userName(), detach.policyArn()),
                        () -> DetachUserPolicyResponse.builder().build()),
                detach(
                        "iam:DetachGroupPolicy",
                        DetachGroupPolicyRequest.class,
                        Kind.GROUP,
                        detach -> new Names(detach.groupName(), detach.policyArn()),
                        () -> DetachGroupPolicyResponse.builder().build()),
                list(
                        "iam:ListAttachedUserPolicies",
                        ListAttachedUserPoliciesRequest.class,
                        Kind.USER,
                        list -> new OwnedList(list.userName(), list.pathPrefix(), list.marker(), list.maxItems()),
                        page -> ListAttachedUserPoliciesResponse.builder()
                                .attachedPolicies(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()),
                list(
                        "iam:ListAttachedGroupPolicies",
                        ListAttachedGroupPoliciesRequest.class,
                        Kind.GROUP,
                        list -> new OwnedList(list.groupName(), list.pathPrefix(), list.marker(), list.maxItems()),
                        page -> ListAttachedGroupPoliciesResponse.builder()
                                .attachedPolicies(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()));
    }

    /** Which policy on whom a request names. */
    private record Names(String owner, String policyArn) {}

    private <Q extends AwsRequest> Operation<Q> attach(
            String action, Class<Q> request, Kind kind, Function<Q, Names> asked, Supplier<AwsResponse> response) {
        return changing(action, request, kind, asked, execution -> {
            Names names = asked.apply(execution.request());
            return execution.write(writing -> {
                PolicyOwner owner = kind.in(writing, execution.call(), quotas, names.owner());
                attach(writing, execution.call(), owner, names.policyArn());
                return response.get();
            });
        });
    }

    /** Attaching what is attached changes nothing and succeeds. */
    private static void attach(Writing writing, Call call, PolicyOwner owner, String policyArn) {
        String policyName = PolicyArns.requireAttachable(writing, call, policyArn);
        if (policyArn.startsWith(call.partition().awsManagedPolicies() + FOR_SERVICES)) {
            throw new Refused(
                    ErrorCode.POLICY_NOT_ATTACHABLE,
                    "Cannot attach a Service Role Policy to a Customer "
                            + owner.kind().title() + ".");
        }
        if (writing.attachments().exists(owner.id(), policyArn)) {
            return;
        }
        if (writing.attachments().ofOwner(owner.id(), Slice.ALL).size() >= owner.attachmentQuota()) {
            throw Refused.quota(owner.attachmentQuotaName(), owner.attachmentQuota());
        }
        writing.insert(new Attachment(call.accountId(), owner.id(), policyArn, policyName));
    }

    private <Q extends AwsRequest> Operation<Q> detach(
            String action, Class<Q> request, Kind kind, Function<Q, Names> asked, Supplier<AwsResponse> response) {
        return changing(action, request, kind, asked, execution -> {
            Names names = asked.apply(execution.request());
            return execution.write(writing -> {
                PolicyOwner owner = kind.in(writing, execution.call(), quotas, names.owner());
                writing.delete(attached(writing, owner, names.policyArn()));
                return response.get();
            });
        });
    }

    private static Attachment attached(Reading reading, PolicyOwner owner, String policyArn) {
        return reading.attachments().ofOwner(owner.id(), Slice.ALL).stream()
                .filter(attachment -> attachment.policyArn().equals(policyArn))
                .findAny()
                .orElseThrow(() -> NamedPolicy.noSuchPolicy(policyArn));
    }

    private static <Q extends AwsRequest> Operation<Q> changing(
            String action,
            Class<Q> request,
            Kind kind,
            Function<Q, Names> asked,
            Function<Execution<Q>, AwsResponse> execution) {
        Finder<Q> owner = kind.changed(change -> asked.apply(change).owner());
        return Operation.on(
                action,
                request,
                (view, call, change) -> {
                    String arn = PolicyArn.required(call, asked.apply(change).policyArn());
                    return owner.find(view, call, change).with(POLICY_ARN, arn);
                },
                execution);
    }

    private <Q extends AwsRequest> Operation<Q> list(
            String action,
            Class<Q> request,
            Kind kind,
            Function<Q, OwnedList> asked,
            Function<Page<AttachedPolicy>, AwsResponse> response) {
        return Operation.on(action, request, kind.read(list -> asked.apply(list).owner()), execution -> {
            OwnedList list = asked.apply(execution.request());
            return execution.read(reading ->
                    response.apply(page(reading, kind.in(reading, execution.call(), quotas, list.owner()), list)));
        });
    }

    private static Page<AttachedPolicy> page(Reading reading, PolicyOwner owner, OwnedList list) {
        String prefix = RequestedPath.of(list.pathPrefix());
        Page.Request page = list.page("attached to " + owner.id() + " " + prefix);
        String after = page.slice().after();
        List<Attachment> found =
                reading.attachments().ofOwner(owner.id(), new Slice(prefix, null, Integer.MAX_VALUE)).stream()
                        .filter(attachment ->
                                after == null || position(attachment).compareTo(after) > 0)
                        .sorted(Comparator.comparing(PolicyAttachments::position))
                        .toList();
        return page.of(found, PolicyAttachments::position)
                .map(attachment -> AttachedPolicy.builder()
                        .policyName(attachment.policyName())
                        .policyArn(attachment.policyArn())
                        .build());
    }

    /**
     * By name, and then the account's own before AWS's, which may have the same name. No name has a character before the
     * space, so a name stands before all that begin with it.
     */
    private static String position(Attachment attachment) {
        boolean isOwn = !Arns.isAwsManagedPolicy(attachment.policyArn());
        return attachment.policyName().toLowerCase(Locale.ROOT) + (isOwn ? " 0" : " 1");
    }
}
