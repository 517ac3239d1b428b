package io.claviger.operations.user;

import io.claviger.access.Federated;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.iam.Arns;
import io.claviger.iam.Quotas;
import io.claviger.iam.Tag;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.policy.OwnedPolicies;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.PolicyArn;
import io.claviger.operations.request.PolicyArns;
import io.claviger.operations.request.RequestedPath;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Shapes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserResponse;

/** Users: create, look at, list, rename, delete. */
public final class Users {

    private final Quotas quotas;
    private final UniqueIds uniqueIds;
    private final EntityView latest;

    /** Users within these quotas; the view shows them from memory. */
    public Users(Quotas quotas, UniqueIds uniqueIds, EntityView latest) {
        this.quotas = quotas;
        this.uniqueIds = uniqueIds;
        this.latest = latest;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing("iam:CreateUser", CreateUserRequest.class, Users::creationChecks, this::create),
                Operation.on(
                                "iam:GetUser",
                                GetUserRequest.class,
                                NamedUser.targetOrCaller(GetUserRequest::userName),
                                this::get)
                        .fromMemory(),
                Operation.on("iam:ListUsers", ListUsersRequest.class, Users::listTarget, this::list),
                Operation.needing("iam:UpdateUser", UpdateUserRequest.class, Users::renamingChecks, this::update),
                Operation.on(
                        "iam:DeleteUser",
                        DeleteUserRequest.class,
                        NamedUser.target(DeleteUserRequest::userName),
                        this::delete));
    }

    private static List<Check> creationChecks(EntityView view, Call call, CreateUserRequest request) {
        String arn =
                Arns.user(call.partition(), call.accountId(), RequestedPath.of(request.path()), request.userName());
        Target target = Target.arn(arn, call).setting(RequestedTags.of(request.tags()));
        if (request.permissionsBoundary() != null) {
            target = target.with(
                    NamedUser.PERMISSIONS_BOUNDARY, PolicyArn.required(call, request.permissionsBoundary()));
        }
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:CreateUser", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagUser", target));
        }
        return checks;
    }

    private CreateUserResponse create(Execution<CreateUserRequest> execution) {
        Call call = execution.call();
        CreateUserRequest request = execution.request();
        List<Tag> tags = RequestedTags.checked(request.tags());
        String boundary = request.permissionsBoundary();
        User user = execution.write(writing -> {
            if (boundary != null) {
                PolicyArns.requireUsableAsBoundary(writing, call, boundary);
            }
            requireNameFree(writing, call, request.userName());
            if (writing.accounts().count(call.accountId(), Counted.USERS) >= quotas.usersPerAccount()) {
                throw Refused.quota("UsersPerAccount", quotas.usersPerAccount());
            }
            User created = new User(
                    call.accountId(),
                    uniqueIds.user(),
                    request.userName(),
                    RequestedPath.of(request.path()),
                    call.time().truncatedTo(ChronoUnit.SECONDS),
                    boundary,
                    RequestedTags.overlaid(List.of(), tags, quotas.tagsPerEntity()));
            writing.insert(created);
            return created;
        });
        return CreateUserResponse.builder()
                .user(Shapes.user(user, call.partition()))
                .build();
    }

    private GetUserResponse get(Execution<GetUserRequest> execution) {
        Call call = execution.call();
        GetUserRequest request = execution.request();
        var user = request.userName() != null
                ? Shapes.user(judged(execution, request.userName()), call.partition())
                : switch (call.caller().principal()) {
                    case IamUser self -> Shapes.user(self.user(), call.partition());
                    case RootUser root -> Shapes.rootUser(root.account(), call.partition());
                    case AssumedRole _, FederatedUser _, Federated _ -> throw NamedUser.notAUser();
                };
        return GetUserResponse.builder().user(user).build();
    }

    /** From memory, unless another user has the name by now than when it was judged. */
    private User judged(Execution<GetUserRequest> execution, String name) {
        Call call = execution.call();
        return latest.userNamed(call.accountId(), name)
                .filter(user -> execution.covers(NamedUser.target(user, call)))
                .orElseGet(() -> execution.read(reading -> NamedUser.in(reading, call, name)));
    }

    private static Target listTarget(EntityView view, Call call, ListUsersRequest request) {
        return Target.arn(
                Arns.user(call.partition(), call.accountId(), RequestedPath.of(request.pathPrefix()), ""), call);
    }

    private ListUsersResponse list(Execution<ListUsersRequest> execution) {
        Call call = execution.call();
        ListUsersRequest request = execution.request();
        Page.Request asked = new Page.Request(
                "users " + call.accountId() + " " + RequestedPath.of(request.pathPrefix()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        Page<User> page = execution.read(reading -> UserSearch.page(reading, call.accountId(), asked));
        return ListUsersResponse.builder()
                .users(page.map(user -> Shapes.listed(user, call.partition())).items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    /** Renaming a user needs the right on what it is and on what it becomes. */
    private static List<Check> renamingChecks(EntityView view, Call call, UpdateUserRequest request) {
        Target present = NamedUser.target(view, call, request.userName());
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:UpdateUser", present)));
        if (request.newUserName() != null || request.newPath() != null) {
            view.userNamed(call.accountId(), request.userName())
                    .map(user -> renamed(user, request))
                    .ifPresent(user -> checks.add(new Check("iam:UpdateUser", NamedUser.target(user, call))));
        }
        return checks;
    }

    /** The user's own name is taken, too, whatever its case; but who is moved may be given the name that they have. */
    private UpdateUserResponse update(Execution<UpdateUserRequest> execution) {
        Call call = execution.call();
        UpdateUserRequest request = execution.request();
        execution.write(writing -> {
            User user = NamedUser.in(writing, call, request.userName());
            User renamed = renamed(user, request);
            boolean onlyMoves = renamed.name().equals(user.name()) && request.newPath() != null;
            if (request.newUserName() != null && !onlyMoves) {
                requireNameFree(writing, call, renamed.name());
            }
            if (!renamed.equals(user)) {
                writing.update(renamed);
            }
            return renamed;
        });
        return UpdateUserResponse.builder().build();
    }

    private static User renamed(User user, UpdateUserRequest request) {
        return user.renamed(
                request.newUserName() == null ? user.name() : request.newUserName(),
                request.newPath() == null ? user.path() : request.newPath());
    }

    private DeleteUserResponse delete(Execution<DeleteUserRequest> execution) {
        Call call = execution.call();
        DeleteUserRequest request = execution.request();
        execution.write(writing -> {
            User user = NamedUser.in(writing, call, request.userName());
            requireBare(writing, user);
            writing.delete(user);
            return user;
        });
        return DeleteUserResponse.builder().build();
    }

    /** In the order in which AWS's page on DeleteUser lists what must go first. */
    private static void requireBare(Reading reading, User user) {
        Slice any = new Slice("/", null, 1);
        if (reading.passwords().ofUser(user.id()).isPresent()) {
            throw Refused.deleteConflict("Cannot delete entity, must delete login profile first.");
        }
        if (!reading.keys().ofOwner(user.id()).isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must delete access keys first.");
        }
        if (reading.mfaDevices().has(user.id())) {
            throw Refused.deleteConflict("Cannot delete entity, must delete MFA device first.");
        }
        if (!reading.signingCertificates().ofOwner(user.id()).isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must delete certificates first.");
        }
        if (!reading.sshPublicKeys().ofUser(user.id()).isEmpty()
                || !reading.serviceCredentials().ofUser(user.id()).isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must remove referenced objects first.");
        }
        OwnedPolicies.requireNone(reading, user.id());
        if (!reading.groups().ofUser(user.id(), any).isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must remove users from group first.");
        }
    }

    private static void requireNameFree(Writing writing, Call call, String name) {
        if (writing.users().named(call.accountId(), name).isPresent()) {
            throw Refused.alreadyExists("User with name " + name + " already exists.");
        }
    }
}
