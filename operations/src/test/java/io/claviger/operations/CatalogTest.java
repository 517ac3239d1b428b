package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.operations.gate.Operation;
import io.claviger.wire.OperationModel;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogTest extends OnAWorkbench {

    private static final String IAM = """
        CreateUser GetUser ListUsers UpdateUser DeleteUser TagUser UntagUser ListUserTags
        PutUserPermissionsBoundary DeleteUserPermissionsBoundary CreateAccessKey ListAccessKeys UpdateAccessKey
        DeleteAccessKey GetAccessKeyLastUsed ListSSHPublicKeys ListSigningCertificates
        ListServiceSpecificCredentials ListServerCertificates ListMFADevices ListVirtualMFADevices
        CreateLoginProfile GetLoginProfile UpdateLoginProfile DeleteLoginProfile ChangePassword
        UpdateAccountPasswordPolicy DeleteAccountPasswordPolicy CreateAccountAlias DeleteAccountAlias
        CreateGroup GetGroup ListGroups UpdateGroup DeleteGroup AddUserToGroup RemoveUserFromGroup
        ListGroupsForUser CreatePolicy GetPolicy ListPolicies DeletePolicy TagPolicy UntagPolicy ListPolicyTags
        ListEntitiesForPolicy CreatePolicyVersion GetPolicyVersion ListPolicyVersions DeletePolicyVersion
        SetDefaultPolicyVersion AttachUserPolicy DetachUserPolicy ListAttachedUserPolicies AttachGroupPolicy
        DetachGroupPolicy ListAttachedGroupPolicies PutUserPolicy GetUserPolicy ListUserPolicies
        DeleteUserPolicy PutGroupPolicy GetGroupPolicy ListGroupPolicies DeleteGroupPolicy CreateRole GetRole
        ListRoles UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy DeleteRole CreateServiceLinkedRole
        DeleteServiceLinkedRole GetServiceLinkedRoleDeletionStatus TagRole UntagRole ListRoleTags
        PutRolePermissionsBoundary DeleteRolePermissionsBoundary AttachRolePolicy DetachRolePolicy
        ListAttachedRolePolicies PutRolePolicy GetRolePolicy ListRolePolicies DeleteRolePolicy
        CreateInstanceProfile GetInstanceProfile ListInstanceProfiles DeleteInstanceProfile
        AddRoleToInstanceProfile RemoveRoleFromInstanceProfile ListInstanceProfilesForRole TagInstanceProfile
        UntagInstanceProfile ListInstanceProfileTags GetAccountSummary ListAccountAliases
        GetAccountPasswordPolicy ListOpenIDConnectProviders CreateSAMLProvider GetSAMLProvider ListSAMLProviders
        UpdateSAMLProvider DeleteSAMLProvider TagSAMLProvider UntagSAMLProvider ListSAMLProviderTags
        EnableOutboundWebIdentityFederation DisableOutboundWebIdentityFederation
        GetOutboundWebIdentityFederationInfo CreateOpenIDConnectProvider GetOpenIDConnectProvider
        DeleteOpenIDConnectProvider AddClientIDToOpenIDConnectProvider RemoveClientIDFromOpenIDConnectProvider
        UpdateOpenIDConnectProviderThumbprint TagOpenIDConnectProvider UntagOpenIDConnectProvider
        ListOpenIDConnectProviderTags SimulateCustomPolicy SimulatePrincipalPolicy
        ListPoliciesGrantingServiceAccess GetContextKeysForCustomPolicy GetContextKeysForPrincipalPolicy
        CreateVirtualMFADevice DeleteVirtualMFADevice EnableMFADevice ResyncMFADevice DeactivateMFADevice
        GetMFADevice TagMFADevice UntagMFADevice ListMFADeviceTags SetSecurityTokenServicePreferences
        ListOrganizationsFeatures EnableOrganizationsRootCredentialsManagement
        DisableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions
        DisableOrganizationsRootSessions UploadSSHPublicKey GetSSHPublicKey UpdateSSHPublicKey
        DeleteSSHPublicKey UploadSigningCertificate UpdateSigningCertificate DeleteSigningCertificate
        CreateServiceSpecificCredential ResetServiceSpecificCredential UpdateServiceSpecificCredential
        DeleteServiceSpecificCredential UploadServerCertificate GetServerCertificate UpdateServerCertificate
        DeleteServerCertificate TagServerCertificate UntagServerCertificate ListServerCertificateTags
        GenerateCredentialReport GetCredentialReport GetAccountAuthorizationDetails
        GetAccountProperties PutAccountProperties
        CreateDelegationRequest GetDelegationRequest ListDelegationRequests AssociateDelegationRequest
        UpdateDelegationRequest AcceptDelegationRequest RejectDelegationRequest SendDelegationToken
        GetHumanReadableSummary
        GenerateServiceLastAccessedDetails GetServiceLastAccessedDetails GetServiceLastAccessedDetailsWithEntities
        GenerateOrganizationsAccessReport GetOrganizationsAccessReport GetRoleTemplateVersion AcquireRole
        """;

    private static final String STS = """
        GetCallerIdentity GetAccessKeyInfo GetSessionToken AssumeRole AssumeRoleWithSAML AssumeRoot
        GetFederationToken GetScopedCredentials GetWebIdentityToken AssumeRoleWithWebIdentity
        GetDelegatedAccessToken DecodeAuthorizationMessage
        """;

    @Test
    void itHoldsExactlyTheseOperations() {
        Set<String> listed = Stream.concat(names("iam", IAM), names("sts", STS)).collect(Collectors.toSet());
        Set<String> there = bench.catalog.all().stream().map(Operation::action).collect(Collectors.toSet());

        assertThat(there.stream().filter(action -> !listed.contains(action)))
                .as("rows that this test does not list")
                .isEmpty();
        assertThat(listed.stream().filter(action -> !there.contains(action)))
                .as("operations without a row")
                .isEmpty();
    }

    @Test
    void anOperationIsFoundByItsServiceAndExactName() {
        assertThat(bench.catalog.find("iam", "CreateUser"))
                .hasValueSatisfying(operation -> assertThat(operation.name()).isEqualTo("CreateUser"));
        assertThat(bench.catalog.find("sts", "CreateUser")).isEmpty();
        assertThat(bench.catalog.find("iam", "createuser")).isEmpty();
        assertThat(bench.catalog.find("iam", "CreateVirtualMachine")).isEmpty();
    }

    @Test
    void everyRowIsAnOperationOfAwssModelUnderAwssName() {
        assertThat(bench.catalog.all()).allSatisfy(operation -> {
            OperationModel model = Models.of(operation);
            assertThat(model).as(operation.name()).isNotNull();
            assertThat(model.requestClass()).isEqualTo(operation.requestClass());
        });
    }

    private static Stream<String> names(String service, String operations) {
        return Stream.of(operations.split("\\s+")).map(name -> service + ":" + name);
    }
}
