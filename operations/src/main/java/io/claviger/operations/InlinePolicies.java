package io.claviger.operations;

import io.claviger.iam.InlinePolicy;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** The inline policies of users and groups: put, look at, list, delete. */
final class InlinePolicies {

    private final Deployment deployment;

    InlinePolicies(Deployment deployment) {
        this.deployment = deployment;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        PutUserPolicyRequest.class,
                        (targets, call, put) -> targets.userWithBoundary(call, put.userName()),
                        this::put),
                Operation.on(
                        PutGroupPolicyRequest.class,
                        (targets, call, put) -> targets.group(call, put.groupName()),
                        this::put),
                Operation.on(
                        GetUserPolicyRequest.class,
                        (targets, call, get) -> targets.user(call, get.userName()),
                        this::get),
                Operation.on(
                        GetGroupPolicyRequest.class,
                        (targets, call, get) -> targets.group(call, get.groupName()),
                        this::get),
                Operation.on(
                        ListUserPoliciesRequest.class,
                        (targets, call, list) -> targets.user(call, list.userName()),
                        this::list),
                Operation.on(
                        ListGroupPoliciesRequest.class,
                        (targets, call, list) -> targets.group(call, list.groupName()),
                        this::list),
                Operation.on(
                        DeleteUserPolicyRequest.class,
                        (targets, call, delete) -> targets.userWithBoundary(call, delete.userName()),
                        this::delete),
                Operation.on(
                        DeleteGroupPolicyRequest.class,
                        (targets, call, delete) -> targets.group(call, delete.groupName()),
                        this::delete));
    }

    private PutUserPolicyResponse put(Call call, PutUserPolicyRequest request) {
        put(call, reading -> user(reading, call, request.userName()), request.policyName(), request.policyDocument());
        return PutUserPolicyResponse.builder().build();
    }

    private PutGroupPolicyResponse put(Call call, PutGroupPolicyRequest request) {
        put(call, reading -> group(reading, call, request.groupName()), request.policyName(), request.policyDocument());
        return PutGroupPolicyResponse.builder().build();
    }

    private GetUserPolicyResponse get(Call call, GetUserPolicyRequest request) {
        InlinePolicy policy = get(reading -> user(reading, call, request.userName()), request.policyName());
        return GetUserPolicyResponse.builder()
                .userName(request.userName())
                .policyName(policy.name())
                .policyDocument(policy.document())
                .build();
    }

    private GetGroupPolicyResponse get(Call call, GetGroupPolicyRequest request) {
        InlinePolicy policy = get(reading -> group(reading, call, request.groupName()), request.policyName());
        return GetGroupPolicyResponse.builder()
                .groupName(request.groupName())
                .policyName(policy.name())
                .policyDocument(policy.document())
                .build();
    }

    private ListUserPoliciesResponse list(Call call, ListUserPoliciesRequest request) {
        Page<String> page =
                list(reading -> user(reading, call, request.userName()), request.marker(), request.maxItems());
        return ListUserPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private ListGroupPoliciesResponse list(Call call, ListGroupPoliciesRequest request) {
        Page<String> page =
                list(reading -> group(reading, call, request.groupName()), request.marker(), request.maxItems());
        return ListGroupPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private DeleteUserPolicyResponse delete(Call call, DeleteUserPolicyRequest request) {
        delete(reading -> user(reading, call, request.userName()), request.policyName());
        return DeleteUserPolicyResponse.builder().build();
    }

    private DeleteGroupPolicyResponse delete(Call call, DeleteGroupPolicyRequest request) {
        delete(reading -> group(reading, call, request.groupName()), request.policyName());
        return DeleteGroupPolicyResponse.builder().build();
    }

    private PolicyOwner user(Reading reading, Call call, String name) {
        return PolicyOwner.user(reading, call, deployment.quotas(), name);
    }

    private PolicyOwner group(Reading reading, Call call, String name) {
        return PolicyOwner.group(reading, call, deployment.quotas(), name);
    }

    /** Puts a policy in the place of one of the same name, if there is one. */
    private void put(Call call, Function<Reading, PolicyOwner> find, String name, String document) {
        int size = PolicyDocuments.parsed(document).size();
        deployment.store().write(writing -> {
            PolicyOwner owner = find.apply(writing);
            Optional<InlinePolicy> present = writing.inlinePolicies().named(owner.id(), name);
            int others = writing.inlinePolicies().ofOwner(owner.id(), Slice.ALL).stream()
                            .mapToInt(InlinePolicy::size)
                            .sum()
                    - present.map(InlinePolicy::size).orElse(0);
            if (others + size > owner.inlineQuota()) {
                throw Refused.limitExceeded("Maximum policy size of " + owner.inlineQuota() + " bytes exceeded for "
                        + owner.kind().word() + " " + owner.name());
            }
            if (present.isPresent()) {
                writing.update(new InlinePolicy(
                        call.accountId(), owner.id(), present.get().name(), document, size));
            } else {
                writing.insert(new InlinePolicy(call.accountId(), owner.id(), name, document, size));
            }
            return owner;
        });
    }

    private InlinePolicy get(Function<Reading, PolicyOwner> find, String name) {
        return deployment.store().read(reading -> existing(reading, find.apply(reading), name));
    }

    private Page<String> list(
            Function<Reading, PolicyOwner> find, @Nullable String marker, @Nullable Integer maxItems) {
        return deployment.store().read(reading -> {
            PolicyOwner owner = find.apply(reading);
            Page.Request asked = new Page.Request("inline in " + owner.id(), null, marker, maxItems);
            return asked.of(reading.inlinePolicies().ofOwner(owner.id(), asked.slice()), InlinePolicy::name)
                    .map(InlinePolicy::name);
        });
    }

    private void delete(Function<Reading, PolicyOwner> find, String name) {
        deployment.store().write(writing -> {
            InlinePolicy policy = existing(writing, find.apply(writing), name);
            writing.delete(policy);
            return policy;
        });
    }

    private static InlinePolicy existing(Reading reading, PolicyOwner owner, String name) {
        return reading.inlinePolicies()
                .named(owner.id(), name)
                .orElseThrow(() -> Refused.noSuchEntity(
                        "The " + owner.kind().word() + " policy with name " + name + " cannot be found."));
    }
}
