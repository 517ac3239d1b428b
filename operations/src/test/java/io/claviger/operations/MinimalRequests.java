package io.claviger.operations;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import io.claviger.model.sts.GetScopedCredentialsRequest;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetSecurityTokenServicePreferencesRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRootRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;

/** For every operation a request with what it must have, about things that are there. */
final class MinimalRequests {

    static final String USER = "target";
    static final String USER_ARN = "arn:aws:iam::123456789012:user/" + USER;
    static final String GROUP = "target-group";
    static final String ROLE = "target-role";
    static final String PROFILE = "target-profile";
    static final String SAML = "target-saml";
    static final IdentityProvider IDP = IdentityProvider.named("https://idp.example/metadata");

    /** An account that is in the organization, if the test makes it one. */
    static final String MEMBER = "222222222222";

    static final String DEVICE = "arn:aws:iam::123456789012:mfa/target-device";
    static final String ISSUER = "target.example";
    static final String INLINE = "inline";
    static final String CERTIFICATE = "target-certificate";

    /** The form of an ID, and nobody's. */
    private static final String NO_ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private MinimalRequests() {}

    /** By the name of the operation, about this policy of one's own and this key of the user {@link #USER}. */
    static Map<String, AwsRequest> byOperation(String policyArn, String keyId) {
        return Stream.of(
                        ofUsers(keyId),
                        ofOtherCredentials(),
                        ofGroups(),
                        ofRoles(policyArn),
                        ofInstanceProfiles(),
                        ofTheIssuer(),
                        ofOidcProviders(),
                        ofPolicies(policyArn),
                        ofSamlProviders(),
                        ofTheAccount(keyId),
                        ofTheSimulator(),
                        ofDelegation(policyArn),
                        ofReports(),
                        ofRoleTemplates())
                .flatMap(requests -> requests)
                .collect(Collectors.toMap(request -> Models.nameOf(request.getClass()), Function.identity()));
    }

    private static Stream<AwsRequest> ofUsers(String keyId) {
        return Stream.of(
                CreateUserRequest.builder().userName("new").build(),
                GetUserRequest.builder().userName(USER).build(),
                ListUsersRequest.builder().build(),
                UpdateUserRequest.builder().userName(USER).newPath("/x/").build(),
                DeleteUserRequest.builder().userName(USER).build(),
                TagUserRequest.builder()
                        .userName(USER)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagUserRequest.builder().userName(USER).tagKeys("k").build(),
                ListUserTagsRequest.builder().userName(USER).build(),
                CreateAccessKeyRequest.builder().userName(USER).build(),
                ListAccessKeysRequest.builder().userName(USER).build(),
                UpdateAccessKeyRequest.builder()
                        .userName(USER)
                        .accessKeyId(keyId)
                        .status(StatusType.INACTIVE)
                        .build(),
                DeleteAccessKeyRequest.builder()
                        .userName(USER)
                        .accessKeyId(keyId)
                        .build(),
                GetAccessKeyLastUsedRequest.builder().accessKeyId(keyId).build(),
                ListGroupsForUserRequest.builder().userName(USER).build(),
                PutUserPolicyRequest.builder()
                        .userName(USER)
                        .policyName(INLINE)
                        .policyDocument(Documents.ALLOW_ALL)
                        .build(),
                GetUserPolicyRequest.builder().userName(USER).policyName(INLINE).build(),
                ListUserPoliciesRequest.builder().userName(USER).build(),
                DeleteUserPolicyRequest.builder()
                        .userName(USER)
                        .policyName(INLINE)
                        .build(),
                DeleteUserPermissionsBoundaryRequest.builder().userName(USER).build());
    }

    private static Stream<AwsRequest> ofOtherCredentials() {
        return Stream.of(
                UploadSshPublicKeyRequest.builder()
                        .userName(USER)
                        .sshPublicKeyBody(SampleKeys.SSH_PUBLIC_KEY)
                        .build(),
                GetSshPublicKeyRequest.builder()
                        .userName(USER)
                        .sshPublicKeyId(NO_ID)
                        .encoding("SSH")
                        .build(),
                ListSshPublicKeysRequest.builder().userName(USER).build(),
                UpdateSshPublicKeyRequest.builder()
                        .userName(USER)
                        .sshPublicKeyId(NO_ID)
                        .status("Inactive")
                        .build(),
                DeleteSshPublicKeyRequest.builder()
                        .userName(USER)
                        .sshPublicKeyId(NO_ID)
                        .build(),
                UploadSigningCertificateRequest.builder()
                        .userName(USER)
                        .certificateBody(SampleKeys.CERTIFICATE)
                        .build(),
                ListSigningCertificatesRequest.builder().userName(USER).build(),
                UpdateSigningCertificateRequest.builder()
                        .userName(USER)
                        .certificateId(NO_ID)
                        .status("Inactive")
                        .build(),
                DeleteSigningCertificateRequest.builder()
                        .userName(USER)
                        .certificateId(NO_ID)
                        .build(),
                CreateServiceSpecificCredentialRequest.builder()
                        .userName(USER)
                        .serviceName("codecommit.amazonaws.com")
                        .build(),
                ListServiceSpecificCredentialsRequest.builder().userName(USER).build(),
                ResetServiceSpecificCredentialRequest.builder()
                        .userName(USER)
                        .serviceSpecificCredentialId(NO_ID)
                        .build(),
                UpdateServiceSpecificCredentialRequest.builder()
                        .userName(USER)
                        .serviceSpecificCredentialId(NO_ID)
                        .status("Inactive")
                        .build(),
                DeleteServiceSpecificCredentialRequest.builder()
                        .userName(USER)
                        .serviceSpecificCredentialId(NO_ID)
                        .build(),
                UploadServerCertificateRequest.builder()
                        .serverCertificateName("new")
                        .certificateBody(SampleKeys.CERTIFICATE)
                        .privateKey(SampleKeys.PRIVATE_KEY)
                        .build(),
                GetServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .build(),
                ListServerCertificatesRequest.builder().build(),
                UpdateServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .newPath("/x/")
                        .build(),
                DeleteServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .build(),
                TagServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .tagKeys("k")
                        .build(),
                ListServerCertificateTagsRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .build(),
                ListMfaDevicesRequest.builder().userName(USER).build(),
                ListVirtualMfaDevicesRequest.builder().build(),
                CreateVirtualMfaDeviceRequest.builder()
                        .virtualMFADeviceName("new")
                        .build(),
                DeleteVirtualMfaDeviceRequest.builder().serialNumber(DEVICE).build(),
                EnableMfaDeviceRequest.builder()
                        .userName(USER)
                        .serialNumber(DEVICE)
                        .authenticationCode1("123456")
                        .authenticationCode2("654321")
                        .build(),
                ResyncMfaDeviceRequest.builder()
                        .userName(USER)
                        .serialNumber(DEVICE)
                        .authenticationCode1("123456")
                        .authenticationCode2("654321")
                        .build(),
                DeactivateMfaDeviceRequest.builder()
                        .userName(USER)
                        .serialNumber(DEVICE)
                        .build(),
                GetMfaDeviceRequest.builder()
                        .userName(USER)
                        .serialNumber(DEVICE)
                        .build(),
                TagMfaDeviceRequest.builder()
                        .serialNumber(DEVICE)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagMfaDeviceRequest.builder()
                        .serialNumber(DEVICE)
                        .tagKeys("k")
                        .build(),
                ListMfaDeviceTagsRequest.builder().serialNumber(DEVICE).build(),
                GetLoginProfileRequest.builder().userName(USER).build(),
                DeleteLoginProfileRequest.builder().userName(USER).build(),
                CreateLoginProfileRequest.builder()
                        .userName(USER)
                        .password("Correct+h0rse")
                        .build(),
                UpdateLoginProfileRequest.builder().userName(USER).build(),
                ChangePasswordRequest.builder()
                        .oldPassword("Correct+h0rse")
                        .newPassword("Correct+h0rse2")
                        .build());
    }

    private static Stream<AwsRequest> ofGroups() {
        return Stream.of(
                CreateGroupRequest.builder().groupName("new").build(),
                GetGroupRequest.builder().groupName(GROUP).build(),
                ListGroupsRequest.builder().build(),
                UpdateGroupRequest.builder().groupName(GROUP).newPath("/x/").build(),
                DeleteGroupRequest.builder().groupName(GROUP).build(),
                AddUserToGroupRequest.builder().groupName(GROUP).userName(USER).build(),
                RemoveUserFromGroupRequest.builder()
                        .groupName(GROUP)
                        .userName(USER)
                        .build(),
                PutGroupPolicyRequest.builder()
                        .groupName(GROUP)
                        .policyName(INLINE)
                        .policyDocument(Documents.ALLOW_ALL)
                        .build(),
                GetGroupPolicyRequest.builder()
                        .groupName(GROUP)
                        .policyName(INLINE)
                        .build(),
                ListGroupPoliciesRequest.builder().groupName(GROUP).build(),
                DeleteGroupPolicyRequest.builder()
                        .groupName(GROUP)
                        .policyName(INLINE)
                        .build());
    }

    private static Stream<AwsRequest> ofRoles(String arn) {
        return Stream.of(
                CreateRoleRequest.builder()
                        .roleName("new")
                        .assumeRolePolicyDocument(Documents.trust("*"))
                        .build(),
                GetRoleRequest.builder().roleName(ROLE).build(),
                ListRolesRequest.builder().build(),
                UpdateRoleRequest.builder().roleName(ROLE).description("d").build(),
                UpdateRoleDescriptionRequest.builder()
                        .roleName(ROLE)
                        .description("d")
                        .build(),
                UpdateAssumeRolePolicyRequest.builder()
                        .roleName(ROLE)
                        .policyDocument(Documents.trust("*"))
                        .build(),
                DeleteRoleRequest.builder().roleName(ROLE).build(),
                TagRoleRequest.builder()
                        .roleName(ROLE)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagRoleRequest.builder().roleName(ROLE).tagKeys("k").build(),
                CreateServiceLinkedRoleRequest.builder()
                        .awsServiceName("ecs.amazonaws.com")
                        .build(),
                ListPoliciesGrantingServiceAccessRequest.builder()
                        .arn(Arns.role(Partition.AWS, Workbench.ACCOUNT, "/", ROLE))
                        .serviceNamespaces("iam")
                        .build(),
                DeleteServiceLinkedRoleRequest.builder().roleName(ROLE).build(),
                GetServiceLinkedRoleDeletionStatusRequest.builder()
                        .deletionTaskId("task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/"
                                + "00000000-0000-0000-0000-000000000000")
                        .build(),
                ListRoleTagsRequest.builder().roleName(ROLE).build(),
                PutRolePolicyRequest.builder()
                        .roleName(ROLE)
                        .policyName(INLINE)
                        .policyDocument(Documents.ALLOW_ALL)
                        .build(),
                GetRolePolicyRequest.builder().roleName(ROLE).policyName(INLINE).build(),
                ListRolePoliciesRequest.builder().roleName(ROLE).build(),
                DeleteRolePolicyRequest.builder()
                        .roleName(ROLE)
                        .policyName(INLINE)
                        .build(),
                AttachRolePolicyRequest.builder().roleName(ROLE).policyArn(arn).build(),
                DetachRolePolicyRequest.builder().roleName(ROLE).policyArn(arn).build(),
                ListAttachedRolePoliciesRequest.builder().roleName(ROLE).build(),
                PutRolePermissionsBoundaryRequest.builder()
                        .roleName(ROLE)
                        .permissionsBoundary(arn)
                        .build(),
                DeleteRolePermissionsBoundaryRequest.builder().roleName(ROLE).build(),
                AssumeRoleRequest.builder()
                        .roleArn(Arns.role(Partition.AWS, Workbench.ACCOUNT, "/", ROLE))
                        .roleSessionName("session")
                        .build(),
                AssumeRoleWithWebIdentityRequest.builder()
                        .roleArn(Arns.role(Partition.AWS, Workbench.ACCOUNT, "/", ROLE))
                        .roleSessionName("session")
                        .webIdentityToken("no token")
                        .build(),
                GetFederationTokenRequest.builder().name("somebody").build());
    }

    private static Stream<AwsRequest> ofTheIssuer() {
        return Stream.of(
                EnableOutboundWebIdentityFederationRequest.builder().build(),
                DisableOutboundWebIdentityFederationRequest.builder().build(),
                GetOutboundWebIdentityFederationInfoRequest.builder().build(),
                GetAccountPropertiesRequest.builder().build(),
                PutAccountPropertiesRequest.builder()
                        .properties(Map.of("RoleManager/Enabled", "true"))
                        .build(),
                GetWebIdentityTokenRequest.builder()
                        .audience("https://api.example.com")
                        .signingAlgorithm("ES384")
                        .build());
    }

    private static Stream<AwsRequest> ofInstanceProfiles() {
        return Stream.of(
                CreateInstanceProfileRequest.builder()
                        .instanceProfileName("new")
                        .build(),
                GetInstanceProfileRequest.builder().instanceProfileName(PROFILE).build(),
                ListInstanceProfilesRequest.builder().build(),
                ListInstanceProfilesForRoleRequest.builder().roleName(ROLE).build(),
                AddRoleToInstanceProfileRequest.builder()
                        .instanceProfileName(PROFILE)
                        .roleName(ROLE)
                        .build(),
                RemoveRoleFromInstanceProfileRequest.builder()
                        .instanceProfileName(PROFILE)
                        .roleName(ROLE)
                        .build(),
                DeleteInstanceProfileRequest.builder()
                        .instanceProfileName(PROFILE)
                        .build(),
                TagInstanceProfileRequest.builder()
                        .instanceProfileName(PROFILE)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagInstanceProfileRequest.builder()
                        .instanceProfileName(PROFILE)
                        .tagKeys("k")
                        .build(),
                ListInstanceProfileTagsRequest.builder()
                        .instanceProfileName(PROFILE)
                        .build());
    }

    private static Stream<AwsRequest> ofOidcProviders() {
        String arn = Arns.oidcProvider(Partition.AWS, Workbench.ACCOUNT, ISSUER);
        return Stream.of(
                CreateOpenIdConnectProviderRequest.builder()
                        .url("https://new.example")
                        .thumbprintList("a".repeat(40))
                        .build(),
                GetOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .build(),
                AddClientIdToOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .clientID("client")
                        .build(),
                RemoveClientIdFromOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .clientID("client")
                        .build(),
                UpdateOpenIdConnectProviderThumbprintRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .thumbprintList("b".repeat(40))
                        .build(),
                DeleteOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .build(),
                TagOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .tagKeys("k")
                        .build(),
                ListOpenIdConnectProviderTagsRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .build());
    }

    private static Stream<AwsRequest> ofPolicies(String arn) {
        return Stream.of(
                CreatePolicyRequest.builder()
                        .policyName("new")
                        .policyDocument(Documents.ALLOW_ALL)
                        .build(),
                GetPolicyRequest.builder().policyArn(arn).build(),
                ListPoliciesRequest.builder().build(),
                DeletePolicyRequest.builder().policyArn(arn).build(),
                ListPolicyTagsRequest.builder().policyArn(arn).build(),
                TagPolicyRequest.builder()
                        .policyArn(arn)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagPolicyRequest.builder().policyArn(arn).tagKeys("k").build(),
                ListEntitiesForPolicyRequest.builder().policyArn(arn).build(),
                PutUserPermissionsBoundaryRequest.builder()
                        .userName(USER)
                        .permissionsBoundary(arn)
                        .build(),
                CreatePolicyVersionRequest.builder()
                        .policyArn(arn)
                        .policyDocument(Documents.ALLOW_ALL)
                        .build(),
                GetPolicyVersionRequest.builder().policyArn(arn).versionId("v1").build(),
                ListPolicyVersionsRequest.builder().policyArn(arn).build(),
                DeletePolicyVersionRequest.builder()
                        .policyArn(arn)
                        .versionId("v2")
                        .build(),
                SetDefaultPolicyVersionRequest.builder()
                        .policyArn(arn)
                        .versionId("v2")
                        .build(),
                AttachUserPolicyRequest.builder().userName(USER).policyArn(arn).build(),
                DetachUserPolicyRequest.builder().userName(USER).policyArn(arn).build(),
                ListAttachedUserPoliciesRequest.builder().userName(USER).build(),
                AttachGroupPolicyRequest.builder()
                        .groupName(GROUP)
                        .policyArn(arn)
                        .build(),
                DetachGroupPolicyRequest.builder()
                        .groupName(GROUP)
                        .policyArn(arn)
                        .build(),
                ListAttachedGroupPoliciesRequest.builder().groupName(GROUP).build());
    }

    private static Stream<AwsRequest> ofSamlProviders() {
        String arn = Arns.samlProvider(Partition.AWS, Workbench.ACCOUNT, SAML);
        return Stream.of(
                CreateSamlProviderRequest.builder()
                        .name("new")
                        .samlMetadataDocument(IDP.metadata())
                        .build(),
                GetSamlProviderRequest.builder().samlProviderArn(arn).build(),
                ListSamlProvidersRequest.builder().build(),
                AssumeRoleWithSamlRequest.builder()
                        .roleArn(Arns.role(Partition.AWS, Workbench.ACCOUNT, "/", ROLE))
                        .principalArn(arn)
                        .samlAssertion("bm9uZQ==")
                        .build(),
                UpdateSamlProviderRequest.builder()
                        .samlProviderArn(arn)
                        .samlMetadataDocument(IDP.metadata())
                        .build(),
                DeleteSamlProviderRequest.builder().samlProviderArn(arn).build(),
                TagSamlProviderRequest.builder()
                        .samlProviderArn(arn)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagSamlProviderRequest.builder()
                        .samlProviderArn(arn)
                        .tagKeys("k")
                        .build(),
                ListSamlProviderTagsRequest.builder().samlProviderArn(arn).build());
    }

    private static Stream<AwsRequest> ofTheAccount(String keyId) {
        return Stream.of(
                ListAccountAliasesRequest.builder().build(),
                CreateAccountAliasRequest.builder().accountAlias("target").build(),
                DeleteAccountAliasRequest.builder().accountAlias("target").build(),
                UpdateAccountPasswordPolicyRequest.builder().build(),
                DeleteAccountPasswordPolicyRequest.builder().build(),
                GetAccountPasswordPolicyRequest.builder().build(),
                ListOpenIdConnectProvidersRequest.builder().build(),
                GenerateCredentialReportRequest.builder().build(),
                GetCredentialReportRequest.builder().build(),
                GetAccountAuthorizationDetailsRequest.builder().build(),
                GetAccountSummaryRequest.builder().build(),
                SetSecurityTokenServicePreferencesRequest.builder()
                        .globalEndpointTokenVersion("v2Token")
                        .build(),
                ListOrganizationsFeaturesRequest.builder().build(),
                EnableOrganizationsRootCredentialsManagementRequest.builder().build(),
                DisableOrganizationsRootCredentialsManagementRequest.builder().build(),
                EnableOrganizationsRootSessionsRequest.builder().build(),
                DisableOrganizationsRootSessionsRequest.builder().build(),
                AssumeRootRequest.builder()
                        .targetPrincipal(MEMBER)
                        .taskPolicyArn(
                                policy -> policy.arn("arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"))
                        .build(),
                GetDelegatedAccessTokenRequest.builder().tradeInToken("token").build(),
                DecodeAuthorizationMessageRequest.builder()
                        .encodedMessage("message")
                        .build(),
                GetCallerIdentityRequest.builder().build(),
                GetSessionTokenRequest.builder().build(),
                GetScopedCredentialsRequest.builder().durationSeconds(900).build(),
                GetAccessKeyInfoRequest.builder().accessKeyId(keyId).build());
    }

    private static Stream<AwsRequest> ofDelegation(String policyArn) {
        return Stream.of(
                CreateDelegationRequestRequest.builder()
                        .description("Set up")
                        .permissions(permissions -> permissions.policyTemplateArn(policyArn))
                        .requestorWorkflowId("workflow")
                        .notificationChannel("arn:aws:sns:us-east-1:123456789012:topic")
                        .sessionDuration(3600)
                        .build(),
                GetDelegationRequestRequest.builder().delegationRequestId(NO_ID).build(),
                ListDelegationRequestsRequest.builder().ownerId(USER_ARN).build(),
                AssociateDelegationRequestRequest.builder()
                        .delegationRequestId(NO_ID)
                        .build(),
                UpdateDelegationRequestRequest.builder()
                        .delegationRequestId(NO_ID)
                        .build(),
                AcceptDelegationRequestRequest.builder()
                        .delegationRequestId(NO_ID)
                        .build(),
                RejectDelegationRequestRequest.builder()
                        .delegationRequestId(NO_ID)
                        .build(),
                SendDelegationTokenRequest.builder().delegationRequestId(NO_ID).build(),
                GetHumanReadableSummaryRequest.builder()
                        .entityArn("arn:aws:iam::123456789012:delegation-request/" + NO_ID)
                        .build());
    }

    private static Stream<AwsRequest> ofReports() {
        String job = "00000000-0000-4000-8000-000000000000";
        return Stream.of(
                GenerateServiceLastAccessedDetailsRequest.builder()
                        .arn(USER_ARN)
                        .build(),
                GetServiceLastAccessedDetailsRequest.builder().jobId(job).build(),
                GetServiceLastAccessedDetailsWithEntitiesRequest.builder()
                        .jobId(job)
                        .serviceNamespace("iam")
                        .build(),
                GenerateOrganizationsAccessReportRequest.builder()
                        .entityPath("o-exampleorg/r-root")
                        .organizationsPolicyId("p-FullAWSAccess")
                        .build(),
                GetOrganizationsAccessReportRequest.builder().jobId(job).build());
    }

    private static Stream<AwsRequest> ofRoleTemplates() {
        String template = "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1";
        return Stream.of(
                GetRoleTemplateVersionRequest.builder().templateArn(template).build(),
                AcquireRoleRequest.builder()
                        .templateArn(template)
                        .replacementValues(Map.of(
                                "AWSServiceName",
                                ReplacementValueEntry.builder()
                                        .values("lambda.amazonaws.com")
                                        .build()))
                        .build());
    }

    private static Stream<AwsRequest> ofTheSimulator() {
        return Stream.of(
                SimulateCustomPolicyRequest.builder()
                        .policyInputList(Documents.ALLOW_ALL)
                        .actionNames("s3:GetObject")
                        .build(),
                SimulatePrincipalPolicyRequest.builder()
                        .policySourceArn(Arns.user(Partition.AWS, Workbench.ACCOUNT, "/", USER))
                        .actionNames("s3:GetObject")
                        .build(),
                GetContextKeysForCustomPolicyRequest.builder()
                        .policyInputList(Documents.ALLOW_ALL)
                        .build(),
                GetContextKeysForPrincipalPolicyRequest.builder()
                        .policySourceArn(Arns.group(Partition.AWS, Workbench.ACCOUNT, "/", GROUP))
                        .build());
    }
}
