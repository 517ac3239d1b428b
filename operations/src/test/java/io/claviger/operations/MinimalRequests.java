package io.claviger.operations;

import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;

/** For every operation a request with what it must have, about things that are there. */
final class MinimalRequests {

    static final String USER = "target";
    static final String GROUP = "target-group";
    static final String INLINE = "inline";

    private MinimalRequests() {}

    /** By the name of the operation, about this policy of one's own and this key of the user {@link #USER}. */
    static Map<String, AwsRequest> byOperation(String policyArn, String keyId) {
        return Stream.of(
                        ofUsers(keyId),
                        ofOtherCredentials(),
                        ofGroups(),
                        ofPolicies(policyArn),
                        ofTheAccount(keyId),
                        ofTheSimulator())
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
                ListSshPublicKeysRequest.builder().userName(USER).build(),
                ListSigningCertificatesRequest.builder().userName(USER).build(),
                ListServiceSpecificCredentialsRequest.builder().userName(USER).build(),
                ListServerCertificatesRequest.builder().build(),
                ListMfaDevicesRequest.builder().userName(USER).build(),
                ListVirtualMfaDevicesRequest.builder().build(),
                GetLoginProfileRequest.builder().userName(USER).build(),
                DeleteLoginProfileRequest.builder().userName(USER).build());
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

    private static Stream<AwsRequest> ofTheAccount(String keyId) {
        return Stream.of(
                ListAccountAliasesRequest.builder().build(),
                GetAccountPasswordPolicyRequest.builder().build(),
                ListOpenIdConnectProvidersRequest.builder().build(),
                ListSamlProvidersRequest.builder().build(),
                GetAccountSummaryRequest.builder().build(),
                GetCallerIdentityRequest.builder().build(),
                GetSessionTokenRequest.builder().build(),
                GetAccessKeyInfoRequest.builder().accessKeyId(keyId).build());
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
