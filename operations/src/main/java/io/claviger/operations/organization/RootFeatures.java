package io.claviger.operations.organization;

import io.claviger.iam.Organization;
import io.claviger.iam.Organization.Feature;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootCredentialsManagementResponse;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootSessionsResponse;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootCredentialsManagementResponse;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootSessionsResponse;
import software.amazon.awssdk.services.iam.model.FeatureType;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;

/**
 * What the management account may do with the root users of the other accounts: the features of centralized root access.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html">Centralize root access for
 *     member accounts</a>
 */
public final class RootFeatures {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:ListOrganizationsFeatures",
                        ListOrganizationsFeaturesRequest.class,
                        Finder.anything(),
                        RootFeatures::list),
                Operation.on(
                        "iam:EnableOrganizationsRootCredentialsManagement",
                        EnableOrganizationsRootCredentialsManagementRequest.class,
                        Finder.anything(),
                        RootFeatures::enableCredentialsManagement),
                Operation.on(
                        "iam:DisableOrganizationsRootCredentialsManagement",
                        DisableOrganizationsRootCredentialsManagementRequest.class,
                        Finder.anything(),
                        RootFeatures::disableCredentialsManagement),
                Operation.on(
                        "iam:EnableOrganizationsRootSessions",
                        EnableOrganizationsRootSessionsRequest.class,
                        Finder.anything(),
                        RootFeatures::enableSessions),
                Operation.on(
                        "iam:DisableOrganizationsRootSessions",
                        DisableOrganizationsRootSessionsRequest.class,
                        Finder.anything(),
                        RootFeatures::disableSessions));
    }

    private static ListOrganizationsFeaturesResponse list(Execution<ListOrganizationsFeaturesRequest> execution) {
        Organization organization = execution.read(reading -> managed(reading, execution.call()));
        return ListOrganizationsFeaturesResponse.builder()
                .organizationId(organization.id())
                .enabledFeatures(types(organization))
                .build();
    }

    private static EnableOrganizationsRootCredentialsManagementResponse enableCredentialsManagement(
            Execution<EnableOrganizationsRootCredentialsManagementRequest> execution) {
        Organization organization = turned(execution, Feature.ROOT_CREDENTIALS_MANAGEMENT, true);
        return EnableOrganizationsRootCredentialsManagementResponse.builder()
                .organizationId(organization.id())
                .enabledFeatures(types(organization))
                .build();
    }

    private static DisableOrganizationsRootCredentialsManagementResponse disableCredentialsManagement(
            Execution<DisableOrganizationsRootCredentialsManagementRequest> execution) {
        Organization organization = turned(execution, Feature.ROOT_CREDENTIALS_MANAGEMENT, false);
        return DisableOrganizationsRootCredentialsManagementResponse.builder()
                .organizationId(organization.id())
                .enabledFeatures(types(organization))
                .build();
    }

    private static EnableOrganizationsRootSessionsResponse enableSessions(
            Execution<EnableOrganizationsRootSessionsRequest> execution) {
        Organization organization = turned(execution, Feature.ROOT_SESSIONS, true);
        return EnableOrganizationsRootSessionsResponse.builder()
                .organizationId(organization.id())
                .enabledFeatures(types(organization))
                .build();
    }

    private static DisableOrganizationsRootSessionsResponse disableSessions(
            Execution<DisableOrganizationsRootSessionsRequest> execution) {
        Organization organization = turned(execution, Feature.ROOT_SESSIONS, false);
        return DisableOrganizationsRootSessionsResponse.builder()
                .organizationId(organization.id())
                .enabledFeatures(types(organization))
                .build();
    }

    /** Turns a feature on or off; one that is so already stays so. */
    private static Organization turned(Execution<? extends AwsRequest> execution, Feature feature, boolean on) {
        return execution.write(writing -> {
            Organization present = managed(writing, execution.call());
            Set<Feature> features = EnumSet.noneOf(Feature.class);
            features.addAll(present.features());
            boolean changes = on ? features.add(feature) : features.remove(feature);
            Organization turned = present.with(features);
            if (changes) {
                writing.update(turned);
            }
            return turned;
        });
    }

    /** The organization that the caller's account manages. */
    private static Organization managed(Reading reading, Call call) {
        Organization organization = reading.organizations()
                .only()
                .orElseThrow(() -> new Refused(
                        ErrorCode.ORGANIZATION_NOT_FOUND,
                        "The request failed because your account is not a member of an organization."));
        if (!organization.accountId().equals(call.accountId())) {
            throw new Refused(
                    ErrorCode.ACCOUNT_NOT_MANAGEMENT,
                    "The request failed because your account is neither the organization's management account nor a"
                            + " delegated administrator for IAM.");
        }
        return organization;
    }

    private static List<FeatureType> types(Organization organization) {
        return Stream.of(Feature.values())
                .filter(organization.features()::contains)
                .map(feature -> switch (feature) {
                    case ROOT_CREDENTIALS_MANAGEMENT -> FeatureType.ROOT_CREDENTIALS_MANAGEMENT;
                    case ROOT_SESSIONS -> FeatureType.ROOT_SESSIONS;
                })
                .toList();
    }
}
