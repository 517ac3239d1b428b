package io.claviger.operations;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.model.sts.GetScopedCredentialsRequest;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.SetSecurityTokenServicePreferencesRequest;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.sts.model.AssumeRootRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;

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
    static final String NO_ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private MinimalRequests() {}

    /** By the name of the operation, about this policy of one's own and this key of the user {@link #USER}. */
    static Map<String, AwsRequest> byOperation(String policyArn, String keyId) {
        return Stream.of(
                        ofUsers(keyId),
                        CredentialRequests.ofOtherCredentials(),
                        ofGroups(),
                        RoleRequests.ofRoles(policyArn),
                        RoleRequests.ofInstanceProfiles(),
                        RoleRequests.ofTheIssuer(),
                        ProviderRequests.ofOidcProviders(),
                        PolicyRequests.ofPolicies(policyArn),
                        ProviderRequests.ofSamlProviders(),
                        ofTheAccount(keyId),
                        PolicyRequests.ofTheSimulator(),
                        RoleRequests.ofDelegation(policyArn),
                        ofReports(),
                        RoleRequests.ofRoleTemplates())
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
}
