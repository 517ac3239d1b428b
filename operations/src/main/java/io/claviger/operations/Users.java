package io.claviger.operations;

import io.claviger.iam.Arns;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import io.claviger.iam.access.Principal.IamUser;
import io.claviger.iam.access.Principal.RootUser;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Writing;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
final class Users {

    private final Deployment deployment;
    private final Sight latest;

    Users(Deployment deployment, Sight latest) {
        this.deployment = deployment;
        this.latest = latest;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing(CreateUserRequest.class, Users::creationChecks, this::create),
                Operation.on(
                        GetUserRequest.class,
                        (targets, call, request) -> targets.userOrSelf(call, request.userName()),
                        this::get),
                Operation.on(ListUsersRequest.class, Users::listTarget, this::list),
                Operation.needing(UpdateUserRequest.class, Users::renamingChecks, this::update),
                Operation.on(
                        DeleteUserRequest.class,
                        (targets, call, request) -> targets.user(call, request.userName()),
                        this::delete));
    }

    private static List<Check> creationChecks(Targets targets, Call call, CreateUserRequest request) {
        String arn = Arns.user(call.accountId(), RequestedPath.of(request.path()), request.userName());
        Target target = Target.arn(arn).setting(RequestedTags.of(request.tags()));
        if (request.permissionsBoundary() != null) {
            target = target.with(Targets.PERMISSIONS_BOUNDARY, request.permissionsBoundary());
        }
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:CreateUser", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagUser", target));
        }
        return checks;
    }

    private CreateUserResponse create(Call call, CreateUserRequest request) {
        List<Tag> tags = RequestedTags.checked(request.tags());
        String boundary = request.permissionsBoundary();
        User user = deployment.store().write(writing -> {
            if (boundary != null) {
                ManagedPolicyArns.requireUsableAsBoundary(writing, call, boundary);
            }
            requireNameFree(writing, call, request.userName());
            if (writing.accounts().count(call.accountId(), Counted.USERS)
                    >= deployment.quotas().usersPerAccount()) {
                throw Refused.quota("UsersPerAccount", deployment.quotas().usersPerAccount());
            }
            User created = new User(
                    call.accountId(),
                    deployment.uniqueIds().user(),
                    request.userName(),
                    RequestedPath.of(request.path()),
                    call.time().truncatedTo(ChronoUnit.SECONDS),
                    boundary,
                    RequestedTags.overlaid(List.of(), tags, deployment.quotas().tagsPerEntity()));
            writing.insert(created);
            return created;
        });
        return CreateUserResponse.builder().user(Shapes.user(user)).build();
    }

    private GetUserResponse get(Call call, GetUserRequest request) {
        return GetUserResponse.builder().user(shapeOf(call, request.userName())).build();
    }

    private software.amazon.awssdk.services.iam.model.User shapeOf(Call call, @Nullable String name) {
        if (name != null) {
            return Shapes.user(judged(call, name));
        }
        return switch (call.caller().principal()) {
            case IamUser self -> Shapes.user(self.user());
            case RootUser root -> Shapes.rootUser(root.account());
        };
    }

    /** From memory, unless somebody else has the name by now than when it was judged. */
    private User judged(Call call, String name) {
        return latest.userNamed(call.accountId(), name)
                .filter(user -> Judgement.current().covers(Target.user(user)))
                .orElseGet(() -> deployment.store().read(reading -> Named.user(reading, call, name)));
    }

    private static Target listTarget(Targets targets, Call call, ListUsersRequest request) {
        return Target.arn(Arns.user(call.accountId(), RequestedPath.of(request.pathPrefix()), ""));
    }

    private ListUsersResponse list(Call call, ListUsersRequest request) {
        Page.Request asked = new Page.Request(
                "users " + call.accountId() + " " + RequestedPath.of(request.pathPrefix()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        Page<User> page = deployment.store().read(reading -> UserSearch.page(reading, call.accountId(), asked));
        return ListUsersResponse.builder()
                .users(page.map(Shapes::listed).items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    /** Whoever renames a user needs the right on what it is and on what it becomes. */
    private static List<Check> renamingChecks(Targets targets, Call call, UpdateUserRequest request) {
        Target present = targets.user(call, request.userName());
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:UpdateUser", present)));
        if (request.newUserName() != null || request.newPath() != null) {
            targets.sight()
                    .userNamed(call.accountId(), request.userName())
                    .map(user -> renamed(user, request))
                    .ifPresent(user -> checks.add(new Check("iam:UpdateUser", Target.user(user))));
        }
        return checks;
    }

    private UpdateUserResponse update(Call call, UpdateUserRequest request) {
        deployment.store().write(writing -> {
            User user = Named.user(writing, call, request.userName());
            User renamed = renamed(user, request);
            if (!renamed.name().equalsIgnoreCase(user.name())) {
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

    private DeleteUserResponse delete(Call call, DeleteUserRequest request) {
        deployment.store().write(writing -> {
            User user = Named.user(writing, call, request.userName());
            requireBare(writing, user);
            writing.delete(user);
            return user;
        });
        return DeleteUserResponse.builder().build();
    }

    /** In the order in which AWS's page on DeleteUser lists what must go first. */
    private static void requireBare(Reading reading, User user) {
        Slice any = new Slice("/", null, 1);
        if (!reading.keys().ofOwner(user.id()).isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must delete access keys first.");
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
