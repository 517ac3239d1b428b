package io.claviger.operations.policy;

import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.Quarantine;
import io.claviger.iam.Quotas;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Call;
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
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** Makes the rows of attached policies, for every kind of owner alike. */
final class AttachmentRows {

    private static final String POLICY_ARN = "iam:policyarn";

    private final Quotas quotas;

    AttachmentRows(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Which policy on whom a request names. */
    record Names(String owner, String policyArn) {}

    <Q extends AwsRequest> Operation<Q> attach(
            String action, Class<Q> request, Kind kind, Function<Q, Names> asked, Supplier<AwsResponse> response) {
        return changing(action, request, kind, asked, execution -> {
            Names names = asked.apply(execution.request());
            return execution.write(writing -> {
                PolicyOwner owner = kind.toChange(writing, execution.call(), quotas, names.owner());
                attach(writing, execution.call(), owner, names.policyArn());
                return response.get();
            });
        });
    }

    /** Attaching what is attached changes nothing and succeeds. */
    private static void attach(Writing writing, Call call, PolicyOwner owner, String policyArn) {
        String policyName = PolicyArns.requireAttachable(writing, call, policyArn);
        PolicyArns.requireNotForServices(call, policyArn, owner.kind().title());
        if (writing.attachments().exists(owner.id(), policyArn)) {
            return;
        }
        // Somebody who fills their quota must not escape their quarantine.
        boolean isQuarantine = policyArn.equals(Quarantine.policyArn(call.partition()));
        int attached = writing.attachments().ofOwner(owner.id(), Slice.ALL).size();
        if (!isQuarantine && attached >= owner.attachmentQuota()) {
            throw Refused.quota(owner.attachmentQuotaName(), owner.attachmentQuota());
        }
        writing.insert(new Attachment(call.accountId(), owner.id(), policyArn, policyName));
    }

    <Q extends AwsRequest> Operation<Q> detach(
            String action, Class<Q> request, Kind kind, Function<Q, Names> asked, Supplier<AwsResponse> response) {
        return changing(action, request, kind, asked, execution -> {
            Names names = asked.apply(execution.request());
            return execution.write(writing -> {
                PolicyOwner owner = kind.toChange(writing, execution.call(), quotas, names.owner());
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

    <Q extends AwsRequest> Operation<Q> list(
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
                        .sorted(Comparator.comparing(AttachmentRows::position))
                        .toList();
        return page.of(found, AttachmentRows::position)
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
