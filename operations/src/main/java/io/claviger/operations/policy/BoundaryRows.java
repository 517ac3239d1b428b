package io.claviger.operations.policy;

import io.claviger.iam.Bounded;
import io.claviger.iam.Entity;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.policy.PolicyOwner.Kind;
import io.claviger.operations.request.NamedRole;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.PolicyArn;
import io.claviger.operations.request.PolicyArns;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** Makes the rows of permissions boundaries, for every kind of owner alike. */
final class BoundaryRows<E extends Entity & Bounded<E>> {

    static final BoundaryRows<User> OF_USERS = new BoundaryRows<>(Kind.USER, NamedUser::in);
    static final BoundaryRows<Role> OF_ROLES = new BoundaryRows<>(Kind.ROLE, NamedRole::toChange);

    private final Kind kind;
    private final Named<E> named;

    private BoundaryRows(Kind kind, Named<E> named) {
        this.kind = kind;
        this.named = named;
    }

    /** Finds the owner of a name, for a change; or refuses. */
    @FunctionalInterface
    private interface Named<E> {
        E in(Reading reading, Call call, String name);
    }

    /** What a request to put a boundary brings. */
    record Put(String owner, String boundary) {}

    <Q extends AwsRequest> Operation<Q> put(
            String action, Class<Q> request, Function<Q, Put> asked, Supplier<AwsResponse> response) {
        Finder<Q> owner = kind.read(put -> asked.apply(put).owner());
        return Operation.on(
                action,
                request,
                (view, call, put) -> {
                    String boundary = PolicyArn.required(call, asked.apply(put).boundary());
                    return owner.find(view, call, put).with(NamedUser.PERMISSIONS_BOUNDARY, boundary);
                },
                execution -> {
                    Call call = execution.call();
                    Put put = asked.apply(execution.request());
                    return execution.write(writing -> {
                        E found = named.in(writing, call, put.owner());
                        PolicyArns.requireUsableAsBoundary(writing, call, put.boundary());
                        PolicyArns.requireNotForServices(call, put.boundary(), kind.title());
                        bind(writing, found, put.boundary());
                        return response.get();
                    });
                });
    }

    /** Deleting a boundary that is not there changes nothing and succeeds. */
    <Q extends AwsRequest> Operation<Q> delete(
            String action, Class<Q> request, Function<Q, String> owner, Supplier<AwsResponse> response) {
        return Operation.on(
                action,
                request,
                kind.changed(owner),
                execution -> execution.write(writing -> {
                    bind(writing, named.in(writing, execution.call(), owner.apply(execution.request())), null);
                    return response.get();
                }));
    }

    private static <E extends Entity & Bounded<E>> void bind(Writing writing, E owner, @Nullable String boundary) {
        E bounded = owner.bounded(boundary);
        if (!bounded.equals(owner)) {
            writing.update(bounded);
        }
    }
}
