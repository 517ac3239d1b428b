package io.claviger.operations.role;

import io.claviger.access.RoleUses;
import io.claviger.iam.Arns;
import io.claviger.iam.Quotas;
import io.claviger.iam.Role;
import io.claviger.iam.Tag;
import io.claviger.iam.UniqueIds;
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
import io.claviger.operations.request.NamedRole;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.PolicyArn;
import io.claviger.operations.request.PolicyArns;
import io.claviger.operations.request.RequestedPath;
import io.claviger.operations.request.RequestedTags;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;

/** Roles: create, look at, list, delete. */
public final class Roles {

    private static final Duration DEFAULT_SESSION = Duration.ofHours(1);

    /** AWS's services alone have roles on these paths. */
    private static final String RESERVED_PATH = "/aws-service-role";

    /** Where AWS makes roles of its own, such as those of IAM Identity Center. */
    private static final String AWS_PATH = "/aws-reserved";

    private final Quotas quotas;
    private final UniqueIds uniqueIds;
    private final RoleUses roleUses;

    /** Roles within these quotas. */
    public Roles(Quotas quotas, UniqueIds uniqueIds, RoleUses roleUses) {
        this.quotas = quotas;
        this.uniqueIds = uniqueIds;
        this.roleUses = roleUses;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing("iam:CreateRole", CreateRoleRequest.class, Roles::creationChecks, this::create),
                Operation.on(
                        "iam:GetRole",
                        GetRoleRequest.class,
                        NamedRole.targetWithBoundary(GetRoleRequest::roleName),
                        this::get),
                Operation.on("iam:ListRoles", ListRolesRequest.class, Roles::listTarget, Roles::list),
                Operation.on(
                        "iam:DeleteRole",
                        DeleteRoleRequest.class,
                        NamedRole.targetWithBoundary(DeleteRoleRequest::roleName),
                        Roles::delete));
    }

    private static List<Check> creationChecks(EntityView view, Call call, CreateRoleRequest request) {
        String arn =
                Arns.role(call.partition(), call.accountId(), RequestedPath.of(request.path()), request.roleName());
        Target target = Target.arn(arn, call).setting(RequestedTags.of(request.tags()));
        if (request.permissionsBoundary() != null) {
            target = target.with(
                    NamedUser.PERMISSIONS_BOUNDARY, PolicyArn.required(call, request.permissionsBoundary()));
        }
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:CreateRole", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagRole", target));
        }
        return checks;
    }

    private CreateRoleResponse create(Execution<CreateRoleRequest> execution) {
        Call call = execution.call();
        CreateRoleRequest request = execution.request();
        List<Tag> tags = RequestedTags.checked(request.tags());
        if (RequestedPath.of(request.path()).startsWith(RESERVED_PATH)) {
            throw Refused.invalidInput(
                    "Paths beginning with '" + RESERVED_PATH + "' are reserved for AWS Service Linked Roles");
        }
        if (RequestedPath.of(request.path()).startsWith(AWS_PATH)) {
            throw Refused.invalidInput("Paths beginning with '" + AWS_PATH + "' are reserved for AWS");
        }
        return execution.write(writing -> {
            if (request.permissionsBoundary() != null) {
                PolicyArns.requireUsableAsBoundary(writing, call, request.permissionsBoundary());
            }
            String trust = TrustDocument.stored(
                    writing,
                    call,
                    request.assumeRolePolicyDocument(),
                    quotas.roles().trustPolicySize());
            Role role = new Role(
                    call.accountId(),
                    uniqueIds.role(),
                    request.roleName(),
                    RequestedPath.of(request.path()),
                    request.description(),
                    call.time().truncatedTo(ChronoUnit.SECONDS),
                    trust,
                    request.maxSessionDuration() == null
                            ? DEFAULT_SESSION
                            : Duration.ofSeconds(request.maxSessionDuration()),
                    request.permissionsBoundary(),
                    RequestedTags.overlaid(List.of(), tags, quotas.tagsPerEntity()));
            add(writing, role);
            return CreateRoleResponse.builder()
                    .role(RoleShapes.created(writing, call, role))
                    .build();
        });
    }

    /** Adds a role whose name must be free, within the account's quota. */
    void add(Writing writing, Role role) {
        if (writing.roles().named(role.accountId(), role.name()).isPresent()) {
            throw Refused.alreadyExists("Role with name " + role.name() + " already exists.");
        }
        int quota = quotas.roles().perAccount();
        if (writing.accounts().count(role.accountId(), Counted.ROLES) >= quota) {
            throw Refused.quota("RolesPerAccount", quota);
        }
        writing.insert(role);
    }

    private GetRoleResponse get(Execution<GetRoleRequest> execution) {
        Call call = execution.call();
        return execution.read(reading -> {
            Role role = NamedRole.in(reading, call, execution.request().roleName());
            return GetRoleResponse.builder()
                    .role(RoleShapes.whole(reading, call, role, roleUses.last(reading, role.id())))
                    .build();
        });
    }

    private static Target listTarget(EntityView view, Call call, ListRolesRequest request) {
        return Target.arn(
                Arns.role(call.partition(), call.accountId(), RequestedPath.of(request.pathPrefix()), ""), call);
    }

    private static ListRolesResponse list(Execution<ListRolesRequest> execution) {
        Call call = execution.call();
        ListRolesRequest request = execution.request();
        Page.Request asked = new Page.Request(
                "roles " + call.accountId() + " " + RequestedPath.of(request.pathPrefix()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return execution.read(reading -> {
            Page<Role> page = asked.of(reading.roles().list(call.accountId(), asked.slice()), Role::name);
            return ListRolesResponse.builder()
                    .roles(page.map(role -> RoleShapes.listed(reading, call, role))
                            .items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    private static DeleteRoleResponse delete(Execution<DeleteRoleRequest> execution) {
        Call call = execution.call();
        return execution.write(writing -> {
            Role role = NamedRole.toChange(writing, call, execution.request().roleName());
            requireBare(writing, role);
            writing.delete(role);
            return DeleteRoleResponse.builder().build();
        });
    }

    private static void requireBare(Reading reading, Role role) {
        if (!reading.instanceProfiles()
                .ofRole(role.id(), new Slice("/", null, 1))
                .isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
        }
        OwnedPolicies.requireNone(reading, role.id());
    }
}
