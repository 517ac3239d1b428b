package io.claviger.operations.role;

import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.Role;
import io.claviger.iam.RoleDeletion;
import io.claviger.iam.UniqueIds;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.NamedRole;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;

/**
 * Roles that are linked to a service: create, delete, ask how far the deletion is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html">Service-linked
 *     roles</a>
 */
public final class ServiceLinkedRoles {

    private static final String SERVICE_NAME = "iam:awsservicename";
    private static final Duration SESSION = Duration.ofHours(1);
    private static final int LONGEST_NAME = 64;
    private static final Pattern TASK_ID =
            Pattern.compile("task(?<path>/aws-service-role/[^/]+/)(?<name>[^/]+)/[0-9a-f-]{36}");

    private final UniqueIds uniqueIds;
    private final RoleDeletions deletions;

    /** Roles whose deletion goes on in the background. */
    public ServiceLinkedRoles(UniqueIds uniqueIds, RoleDeletions deletions) {
        this.uniqueIds = uniqueIds;
        this.deletions = deletions;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:CreateServiceLinkedRole",
                        CreateServiceLinkedRoleRequest.class,
                        ServiceLinkedRoles::creationTarget,
                        this::create),
                Operation.on(
                        "iam:DeleteServiceLinkedRole",
                        DeleteServiceLinkedRoleRequest.class,
                        NamedRole.target(DeleteServiceLinkedRoleRequest::roleName),
                        this::delete),
                Operation.on(
                        "iam:GetServiceLinkedRoleDeletionStatus",
                        GetServiceLinkedRoleDeletionStatusRequest.class,
                        ServiceLinkedRoles::taskTarget,
                        ServiceLinkedRoles::status));
    }

    /** A service without a role is judged as if its role had no name. */
    private static Target creationTarget(EntityView view, Call call, CreateServiceLinkedRoleRequest request) {
        String service = request.awsServiceName();
        String name = ServiceLinkedRole.of(service)
                .map(linked -> linked.named(request.customSuffix()))
                .orElse("");
        String arn = Arns.role(call.partition(), call.accountId(), ServiceLinkedRole.path(service), name);
        return Target.arn(arn, call).with(SERVICE_NAME, service);
    }

    /** Counts to the account's roles, whose quota does not stop it. */
    private CreateServiceLinkedRoleResponse create(Execution<CreateServiceLinkedRoleRequest> execution) {
        Call call = execution.call();
        CreateServiceLinkedRoleRequest request = execution.request();
        ServiceLinkedRole linked = linked(request);
        Role role = new Role(
                call.accountId(),
                uniqueIds.role(),
                name(linked, request),
                ServiceLinkedRole.path(linked.service()),
                request.description(),
                call.time().truncatedTo(ChronoUnit.SECONDS),
                linked.trustPolicy(),
                SESSION,
                null,
                List.of());
        return execution.write(writing -> {
            if (writing.roles().named(role.accountId(), role.name()).isPresent()) {
                throw Refused.invalidInput("Service role name " + role.name()
                        + " has been taken in this account, please try a different suffix.");
            }
            writing.insert(role);
            linked.policy(call.partition())
                    .ifPresent(policy ->
                            writing.insert(new Attachment(role.accountId(), role.id(), policy.arn(), policy.name())));
            return CreateServiceLinkedRoleResponse.builder()
                    .role(RoleShapes.created(writing, call, role).toBuilder()
                            .assumeRolePolicyDocument(linked.answeredTrustPolicy())
                            .build())
                    .build();
        });
    }

    private static ServiceLinkedRole linked(CreateServiceLinkedRoleRequest request) {
        String service = request.awsServiceName();
        return ServiceLinkedRole.of(service)
                .orElseThrow(() -> new Refused(
                        ErrorCode.ACCESS_DENIED, "Cannot find Service Linked Role template for " + service));
    }

    private static String name(ServiceLinkedRole linked, CreateServiceLinkedRoleRequest request) {
        if (request.customSuffix() != null && !linked.allowsSuffix()) {
            throw Refused.invalidInput("Custom suffix is not allowed for " + linked.service());
        }
        String name = linked.named(request.customSuffix());
        if (name.length() > LONGEST_NAME) {
            throw Refused.invalidInput("Service role name " + name + " is longer than " + LONGEST_NAME
                    + " characters, please try a shorter suffix.");
        }
        return name;
    }

    /** A second request while the first is not done answers the first one's task. */
    private DeleteServiceLinkedRoleResponse delete(Execution<DeleteServiceLinkedRoleRequest> execution) {
        Call call = execution.call();
        String name = execution.request().roleName();
        RoleDeletion task = execution.write(writing -> {
            Role role = NamedRole.in(writing, call, name);
            if (!role.isServiceLinked()) {
                throw Refused.noSuchEntity("The service-linked role with name " + name + " cannot be found.");
            }
            return writing.roleDeletions().ofRole(role.id()).orElseGet(() -> {
                RoleDeletion submitted = new RoleDeletion(
                        role.accountId(),
                        "task" + role.path() + role.name() + "/" + UUID.randomUUID(),
                        role.id(),
                        call.time(),
                        RoleDeletion.Status.NOT_STARTED);
                writing.insert(submitted);
                return submitted;
            });
        });
        deletions.submit();
        return DeleteServiceLinkedRoleResponse.builder()
                .deletionTaskId(task.taskId())
                .build();
    }

    /** The role that the task is about, which may be gone. */
    private static Target taskTarget(EntityView view, Call call, GetServiceLinkedRoleDeletionStatusRequest request) {
        Matcher task = TASK_ID.matcher(request.deletionTaskId());
        if (!task.matches()) {
            throw Refused.invalidInput("Invalid deletion task ID: " + request.deletionTaskId());
        }
        String arn = Arns.role(call.partition(), call.accountId(), task.group("path"), task.group("name"));
        return Target.shownAs(arn, "role " + task.group("name"), call);
    }

    private static GetServiceLinkedRoleDeletionStatusResponse status(
            Execution<GetServiceLinkedRoleDeletionStatusRequest> execution) {
        String taskId = execution.request().deletionTaskId();
        return execution.read(reading -> reading.roleDeletions()
                .byTaskId(execution.call().accountId(), taskId)
                .map(task -> GetServiceLinkedRoleDeletionStatusResponse.builder()
                        .status(DeletionTaskStatusType.fromValue(task.status().name()))
                        .build())
                .orElseThrow(() -> Refused.noSuchEntity("The deletion task with ID " + taskId + " cannot be found.")));
    }
}
