package io.claviger.operations.policy;

import io.claviger.iam.InlinePolicy;
import io.claviger.iam.Quotas;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.policy.PolicyOwner.Kind;
import io.claviger.operations.request.Page;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;

/** Inline policies: put, look at, list, delete; the same for every kind of owner. */
public final class InlinePolicies {

    private final Quotas quotas;

    /** Inline policies within these quotas. */
    public InlinePolicies(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                put(
                        "iam:PutUserPolicy",
                        PutUserPolicyRequest.class,
                        Kind.USER,
                        put -> new Put(put.userName(), put.policyName(), put.policyDocument()),
                        () -> PutUserPolicyResponse.builder().build()),
                put(
                        "iam:PutGroupPolicy",
                        PutGroupPolicyRequest.class,
                        Kind.GROUP,
                        put -> new Put(put.groupName(), put.policyName(), put.policyDocument()),
                        () -> PutGroupPolicyResponse.builder().build()),
                get(
                        "iam:GetUserPolicy",
                        GetUserPolicyRequest.class,
                        Kind.USER,
                        get -> new Name(get.userName(), get.policyName()),
                        (get, policy) -> GetUserPolicyResponse.builder()
                                .userName(get.userName())
                                .policyName(policy.name())
                                .policyDocument(policy.document())
                                .build()),
                get(
                        "iam:GetGroupPolicy",
                        GetGroupPolicyRequest.class,
                        Kind.GROUP,
                        get -> new Name(get.groupName(), get.policyName()),
                        (get, policy) -> GetGroupPolicyResponse.builder()
                                .groupName(get.groupName())
                                .policyName(policy.name())
                                .policyDocument(policy.document())
                                .build()),
                list(
                        "iam:ListUserPolicies",
                        ListUserPoliciesRequest.class,
                        Kind.USER,
                        list -> new OwnedList(list.userName(), null, list.marker(), list.maxItems()),
                        page -> ListUserPoliciesResponse.builder()
                                .policyNames(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()),
                list(
                        "iam:ListGroupPolicies",
                        ListGroupPoliciesRequest.class,
                        Kind.GROUP,
                        list -> new OwnedList(list.groupName(), null, list.marker(), list.maxItems()),
                        page -> ListGroupPoliciesResponse.builder()
                                .policyNames(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()),
                delete(
                        "iam:DeleteUserPolicy",
                        DeleteUserPolicyRequest.class,
                        Kind.USER,
                        delete -> new Name(delete.userName(), delete.policyName()),
                        () -> DeleteUserPolicyResponse.builder().build()),
                delete(
                        "iam:DeleteGroupPolicy",
                        DeleteGroupPolicyRequest.class,
                        Kind.GROUP,
                        delete -> new Name(delete.groupName(), delete.policyName()),
                        () -> DeleteGroupPolicyResponse.builder().build()));
    }

    /** What a request to put a policy brings. */
    private record Put(String owner, String name, String document) {}

    /** Which policy a request names. */
    private record Name(String owner, String name) {}

    /** How an answer shows the policy that a request asked for. */
    @FunctionalInterface
    private interface Shape<Q> {
        AwsResponse of(Q request, InlinePolicy policy);
    }

    private <Q extends AwsRequest> Operation<Q> put(
            String action, Class<Q> request, Kind kind, Function<Q, Put> asked, Supplier<AwsResponse> response) {
        return Operation.on(
                action, request, kind.changed(put -> asked.apply(put).owner()), execution -> {
                    Put put = asked.apply(execution.request());
                    return execution.write(writing -> {
                        put(execution, writing, kind.in(writing, execution.call(), quotas, put.owner()), put);
                        return response.get();
                    });
                });
    }

    /** Puts a policy in the place of one of the same name, if there is one. */
    private static void put(Execution<?> execution, Writing writing, PolicyOwner owner, Put put) {
        int size = PolicyDocuments.parsed(put.document(), execution.call().partition()).size();
        Optional<InlinePolicy> present = writing.inlinePolicies().named(owner.id(), put.name());
        int others = writing.inlinePolicies().ofOwner(owner.id(), Slice.ALL).stream()
                        .mapToInt(InlinePolicy::size)
                        .sum()
                - present.map(InlinePolicy::size).orElse(0);
        if (others + size > owner.inlineQuota()) {
            throw Refused.limitExceeded("Maximum policy size of " + owner.inlineQuota() + " bytes exceeded for "
                    + owner.kind().word() + " " + owner.name());
        }
        String name = present.map(InlinePolicy::name).orElse(put.name());
        InlinePolicy policy = new InlinePolicy(execution.call().accountId(), owner.id(), name, put.document(), size);
        if (present.isPresent()) {
            writing.update(policy);
        } else {
            writing.insert(policy);
        }
    }

    private <Q extends AwsRequest> Operation<Q> get(
            String action, Class<Q> request, Kind kind, Function<Q, Name> asked, Shape<Q> shape) {
        return Operation.on(action, request, kind.read(get -> asked.apply(get).owner()), execution -> {
            Name get = asked.apply(execution.request());
            InlinePolicy policy = execution.read(
                    reading -> existing(reading, kind.in(reading, execution.call(), quotas, get.owner()), get.name()));
            return shape.of(execution.request(), policy);
        });
    }

    private <Q extends AwsRequest> Operation<Q> list(
            String action,
            Class<Q> request,
            Kind kind,
            Function<Q, OwnedList> asked,
            Function<Page<String>, AwsResponse> response) {
        return Operation.on(action, request, kind.read(list -> asked.apply(list).owner()), execution -> {
            OwnedList list = asked.apply(execution.request());
            return execution.read(reading -> {
                PolicyOwner owner = kind.in(reading, execution.call(), quotas, list.owner());
                Page.Request page = list.page("inline in " + owner.id());
                return response.apply(
                        page.of(reading.inlinePolicies().ofOwner(owner.id(), page.slice()), InlinePolicy::name)
                                .map(InlinePolicy::name));
            });
        });
    }

    private <Q extends AwsRequest> Operation<Q> delete(
            String action, Class<Q> request, Kind kind, Function<Q, Name> asked, Supplier<AwsResponse> response) {
        return Operation.on(
                action, request, kind.changed(delete -> asked.apply(delete).owner()), execution -> {
                    Name delete = asked.apply(execution.request());
                    return execution.write(writing -> {
                        writing.delete(existing(
                                writing, kind.in(writing, execution.call(), quotas, delete.owner()), delete.name()));
                        return response.get();
                    });
                });
    }

    private static InlinePolicy existing(Reading reading, PolicyOwner owner, String name) {
        return reading.inlinePolicies()
                .named(owner.id(), name)
                .orElseThrow(() -> Refused.noSuchEntity(
                        "The " + owner.kind().word() + " policy with name " + name + " cannot be found."));
    }
}
