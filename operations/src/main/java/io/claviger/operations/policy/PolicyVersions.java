package io.claviger.operations.policy;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Quotas;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.operations.request.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;

/** The versions of managed policies: create, look at, list, put in force, delete. */
public final class PolicyVersions {

    private final Quotas quotas;

    /** Versions within these quotas. */
    public PolicyVersions(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:CreatePolicyVersion",
                        CreatePolicyVersionRequest.class,
                        NamedPolicy.changed(CreatePolicyVersionRequest::policyArn),
                        this::create),
                Operation.on(
                        "iam:GetPolicyVersion",
                        GetPolicyVersionRequest.class,
                        NamedPolicy.read(GetPolicyVersionRequest::policyArn),
                        this::get),
                Operation.on(
                        "iam:ListPolicyVersions",
                        ListPolicyVersionsRequest.class,
                        NamedPolicy.read(ListPolicyVersionsRequest::policyArn),
                        this::list),
                Operation.on(
                        "iam:SetDefaultPolicyVersion",
                        SetDefaultPolicyVersionRequest.class,
                        NamedPolicy.changed(SetDefaultPolicyVersionRequest::policyArn),
                        this::setDefault),
                Operation.on(
                        "iam:DeletePolicyVersion",
                        DeletePolicyVersionRequest.class,
                        NamedPolicy.changed(DeletePolicyVersionRequest::policyArn),
                        this::delete));
    }

    private CreatePolicyVersionResponse create(Execution<CreatePolicyVersionRequest> execution) {
        Call call = execution.call();
        CreatePolicyVersionRequest request = execution.request();
        boolean setAsDefault = request.setAsDefault() != null && request.setAsDefault();
        Instant now = call.time().truncatedTo(ChronoUnit.SECONDS);
        PolicyVersion version = execution.write(writing -> {
            ManagedPolicy policy = NamedPolicy.in(writing, call, request.policyArn());
            PolicyDocuments.requireManageable(
                    request.policyDocument(), quotas.managedPolicySize(), call.partition());
            int quota = quotas.versionsPerPolicy();
            if (writing.versions().ofPolicy(policy.id()).size() >= quota) {
                throw Refused.limitExceeded("A managed policy can have up to " + quota + " versions. Before you create"
                        + " a new version, you must delete an existing version.");
            }
            int number = policy.latestVersion() + 1;
            var created = new io.claviger.iam.PolicyVersion(
                    call.accountId(), policy.id(), number, request.policyDocument(), now);
            ManagedPolicy updated = policy.withLatestVersion(number, now);
            writing.insert(created);
            writing.update(setAsDefault ? updated.withDefaultVersion(number) : updated);
            return listed(created, setAsDefault);
        });
        return CreatePolicyVersionResponse.builder().policyVersion(version).build();
    }

    private GetPolicyVersionResponse get(Execution<GetPolicyVersionRequest> execution) {
        Call call = execution.call();
        GetPolicyVersionRequest request = execution.request();
        PolicyVersion version = Arns.isAwsManagedPolicy(request.policyArn())
                ? awsManaged(request)
                : execution.read(reading -> {
                    ManagedPolicy policy = NamedPolicy.in(reading, call, request.policyArn());
                    var found = numberOf(request.versionId())
                            .flatMap(number -> reading.versions().numbered(policy.id(), number))
                            .orElseThrow(() -> noSuchVersion(request.policyArn(), request.versionId()));
                    return listed(found, found.number() == policy.defaultVersion()).toBuilder()
                            .document(found.document())
                            .build();
                });
        return GetPolicyVersionResponse.builder().policyVersion(version).build();
    }

    private PolicyVersion awsManaged(GetPolicyVersionRequest request) {
        AwsManagedPolicy policy = NamedPolicy.awsManaged(request.policyArn());
        if (!policy.defaultVersionId().equals(request.versionId())) {
            throw noSuchVersion(request.policyArn(), request.versionId());
        }
        return listed(policy).toBuilder()
                .document(AwsManagedPolicies.document(policy))
                .build();
    }

    private ListPolicyVersionsResponse list(Execution<ListPolicyVersionsRequest> execution) {
        Call call = execution.call();
        ListPolicyVersionsRequest request = execution.request();
        List<PolicyVersion> versions = Arns.isAwsManagedPolicy(request.policyArn())
                ? List.of(listed(NamedPolicy.awsManaged(request.policyArn())))
                : execution.read(reading -> {
                    ManagedPolicy policy = NamedPolicy.in(reading, call, request.policyArn());
                    return reading.versions().ofPolicy(policy.id()).stream()
                            .map(version -> listed(version, version.number() == policy.defaultVersion()))
                            .toList();
                });
        Page.Request asked =
                new Page.Request("versions of " + request.policyArn(), null, request.marker(), request.maxItems());
        String after = asked.slice().after();
        Page<PolicyVersion> page = asked.of(
                versions.stream()
                        .filter(version -> after == null || isLower(version.versionId(), after))
                        .toList(),
                PolicyVersion::versionId);
        return ListPolicyVersionsResponse.builder()
                .versions(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static boolean isLower(String versionId, String than) {
        return numberOf(versionId).orElse(0) < numberOf(than).orElse(0);
    }

    private SetDefaultPolicyVersionResponse setDefault(Execution<SetDefaultPolicyVersionRequest> execution) {
        Call call = execution.call();
        SetDefaultPolicyVersionRequest request = execution.request();
        execution.write(writing -> {
            ManagedPolicy policy = NamedPolicy.in(writing, call, request.policyArn());
            var version = numberOf(request.versionId())
                    .flatMap(number -> writing.versions().numbered(policy.id(), number))
                    .orElseThrow(() -> noSuchVersion(request.policyArn(), request.versionId()));
            if (version.number() != policy.defaultVersion()) {
                writing.update(policy.withDefaultVersion(version.number()));
            }
            return version;
        });
        return SetDefaultPolicyVersionResponse.builder().build();
    }

    private DeletePolicyVersionResponse delete(Execution<DeletePolicyVersionRequest> execution) {
        Call call = execution.call();
        DeletePolicyVersionRequest request = execution.request();
        execution.write(writing -> {
            ManagedPolicy policy = NamedPolicy.in(writing, call, request.policyArn());
            var version = numberOf(request.versionId())
                    .flatMap(number -> writing.versions().numbered(policy.id(), number))
                    .orElseThrow(() -> noSuchVersion(request.policyArn(), request.versionId()));
            if (version.number() == policy.defaultVersion()) {
                throw Refused.deleteConflict("Cannot delete the default version of a policy.");
            }
            writing.delete(version);
            return version;
        });
        return DeletePolicyVersionResponse.builder().build();
    }

    /** The number in a version's ID; none when it is the ID of no version of ours. */
    private static Optional<Integer> numberOf(String versionId) {
        try {
            return Optional.of(Integer.parseInt(versionId.substring(1)));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    private static Refused noSuchVersion(String arn, String versionId) {
        return Refused.noSuchEntity(
                "Policy " + arn + " version " + versionId + " does not exist or is not attachable.");
    }

    private static PolicyVersion listed(io.claviger.iam.PolicyVersion version, boolean isDefault) {
        return PolicyVersion.builder()
                .versionId(version.versionId())
                .isDefaultVersion(isDefault)
                .createDate(version.createDate())
                .build();
    }

    private static PolicyVersion listed(AwsManagedPolicy policy) {
        return PolicyVersion.builder()
                .versionId(policy.defaultVersionId())
                .isDefaultVersion(true)
                .createDate(policy.updateDate())
                .build();
    }
}
