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
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** Makes the rows of inline policies, for every kind of owner alike. */
final class InlinePolicyRows {

    private final Quotas quotas;

    InlinePolicyRows(Quotas quotas) {
        this.quotas = quotas;
    }

    /** What a request to put a policy brings. */
    record Put(String owner, String name, String document) {}

    /** Which policy a request names. */
    record Name(String owner, String name) {}

    /** How an answer shows the policy that a request asked for. */
    @FunctionalInterface
    interface Shape<Q> {
        AwsResponse of(Q request, InlinePolicy policy);
    }

    <Q extends AwsRequest> Operation<Q> put(
            String action, Class<Q> request, Kind kind, Function<Q, Put> asked, Supplier<AwsResponse> response) {
        return Operation.on(
                action, request, kind.changed(put -> asked.apply(put).owner()), execution -> {
                    Put put = asked.apply(execution.request());
                    return execution.write(writing -> {
                        put(execution, writing, kind.toChange(writing, execution.call(), quotas, put.owner()), put);
                        return response.get();
                    });
                });
    }

    /** Puts a policy in the place of one of the same name, if there is one. */
    private static void put(Execution<?> execution, Writing writing, PolicyOwner owner, Put put) {
        int size = PolicyDocuments.parsed(put.document(), execution.call().partition())
                .size();
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

    <Q extends AwsRequest> Operation<Q> get(
            String action, Class<Q> request, Kind kind, Function<Q, Name> asked, Shape<Q> shape) {
        return Operation.on(action, request, kind.read(get -> asked.apply(get).owner()), execution -> {
            Name get = asked.apply(execution.request());
            InlinePolicy policy = execution.read(
                    reading -> existing(reading, kind.in(reading, execution.call(), quotas, get.owner()), get.name()));
            return shape.of(execution.request(), policy);
        });
    }

    <Q extends AwsRequest> Operation<Q> list(
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

    <Q extends AwsRequest> Operation<Q> delete(
            String action, Class<Q> request, Kind kind, Function<Q, Name> asked, Supplier<AwsResponse> response) {
        return Operation.on(
                action, request, kind.changed(delete -> asked.apply(delete).owner()), execution -> {
                    Name delete = asked.apply(execution.request());
                    return execution.write(writing -> {
                        writing.delete(existing(
                                writing,
                                kind.toChange(writing, execution.call(), quotas, delete.owner()),
                                delete.name()));
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
