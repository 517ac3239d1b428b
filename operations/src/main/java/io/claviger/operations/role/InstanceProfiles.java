package io.claviger.operations.role;

import io.claviger.iam.Arns;
import io.claviger.iam.InstanceProfile;
import io.claviger.iam.Quotas;
import io.claviger.iam.Tag;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Counted;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.RequestedPath;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Shapes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;

/** Instance profiles: create, look at, list, delete. */
public final class InstanceProfiles {

    private final Quotas quotas;
    private final UniqueIds uniqueIds;

    /** Instance profiles within these quotas. */
    public InstanceProfiles(Quotas quotas, UniqueIds uniqueIds) {
        this.quotas = quotas;
        this.uniqueIds = uniqueIds;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing(
                        "iam:CreateInstanceProfile",
                        CreateInstanceProfileRequest.class,
                        InstanceProfiles::creationChecks,
                        this::create),
                Operation.on(
                        "iam:GetInstanceProfile",
                        GetInstanceProfileRequest.class,
                        NamedProfile.target(GetInstanceProfileRequest::instanceProfileName),
                        InstanceProfiles::get),
                Operation.on(
                        "iam:ListInstanceProfiles",
                        ListInstanceProfilesRequest.class,
                        InstanceProfiles::listTarget,
                        InstanceProfiles::list),
                Operation.on(
                        "iam:DeleteInstanceProfile",
                        DeleteInstanceProfileRequest.class,
                        NamedProfile.target(DeleteInstanceProfileRequest::instanceProfileName),
                        InstanceProfiles::delete));
    }

    private static List<Check> creationChecks(EntityView view, Call call, CreateInstanceProfileRequest request) {
        String arn = Arns.instanceProfile(
                call.partition(), call.accountId(), RequestedPath.of(request.path()), request.instanceProfileName());
        Target target = Target.arn(arn, call).setting(RequestedTags.of(request.tags()));
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:CreateInstanceProfile", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagInstanceProfile", target));
        }
        return checks;
    }

    private CreateInstanceProfileResponse create(Execution<CreateInstanceProfileRequest> execution) {
        Call call = execution.call();
        CreateInstanceProfileRequest request = execution.request();
        List<Tag> tags = RequestedTags.checked(request.tags());
        String name = request.instanceProfileName();
        return execution.write(writing -> {
            if (writing.instanceProfiles().named(call.accountId(), name).isPresent()) {
                throw Refused.alreadyExists("Instance Profile " + name + " already exists.");
            }
            int quota = quotas.roles().instanceProfilesPerAccount();
            if (writing.accounts().count(call.accountId(), Counted.INSTANCE_PROFILES) >= quota) {
                throw Refused.quota("InstanceProfilesPerAccount", quota);
            }
            InstanceProfile created = new InstanceProfile(
                    call.accountId(),
                    uniqueIds.instanceProfile(),
                    name,
                    RequestedPath.of(request.path()),
                    call.time().truncatedTo(ChronoUnit.SECONDS),
                    null,
                    RequestedTags.overlaid(List.of(), tags, quotas.tagsPerEntity()));
            writing.insert(created);
            return CreateInstanceProfileResponse.builder()
                    .instanceProfile(RoleShapes.profile(writing, call, created).toBuilder()
                            .tags(created.tags().isEmpty() ? null : Shapes.tags(created.tags()))
                            .build())
                    .build();
        });
    }

    private static GetInstanceProfileResponse get(Execution<GetInstanceProfileRequest> execution) {
        Call call = execution.call();
        return execution.read(reading -> {
            InstanceProfile profile =
                    NamedProfile.in(reading, call, execution.request().instanceProfileName());
            return GetInstanceProfileResponse.builder()
                    .instanceProfile(RoleShapes.profile(reading, call, profile).toBuilder()
                            .tags(Shapes.tags(profile.tags()))
                            .build())
                    .build();
        });
    }

    private static Target listTarget(EntityView view, Call call, ListInstanceProfilesRequest request) {
        return Target.arn(
                Arns.instanceProfile(call.partition(), call.accountId(), RequestedPath.of(request.pathPrefix()), ""),
                call);
    }

    private static ListInstanceProfilesResponse list(Execution<ListInstanceProfilesRequest> execution) {
        Call call = execution.call();
        ListInstanceProfilesRequest request = execution.request();
        Page.Request asked = new Page.Request(
                "instance profiles " + call.accountId() + " " + RequestedPath.of(request.pathPrefix()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return execution.read(reading -> {
            Page<InstanceProfile> page =
                    asked.of(reading.instanceProfiles().list(call.accountId(), asked.slice()), InstanceProfile::name);
            return ListInstanceProfilesResponse.builder()
                    .instanceProfiles(page.map(profile -> RoleShapes.profile(reading, call, profile))
                            .items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    private static DeleteInstanceProfileResponse delete(Execution<DeleteInstanceProfileRequest> execution) {
        Call call = execution.call();
        return execution.write(writing -> {
            InstanceProfile profile =
                    NamedProfile.in(writing, call, execution.request().instanceProfileName());
            if (profile.roleId() != null) {
                throw Refused.deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
            }
            writing.delete(profile);
            return DeleteInstanceProfileResponse.builder().build();
        });
    }
}
