package io.claviger.operations;

import static io.claviger.operations.MinimalRequests.INLINE;
import static io.claviger.operations.MinimalRequests.NO_ID;
import static io.claviger.operations.MinimalRequests.PROFILE;
import static io.claviger.operations.MinimalRequests.ROLE;
import static io.claviger.operations.MinimalRequests.USER_ARN;

import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;

/** Of roles, and of what they are made by and passed to. */
final class RoleRequests {

    private RoleRequests() {}

    static Stream<AwsRequest> ofRoles(String arn) {
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

    static Stream<AwsRequest> ofInstanceProfiles() {
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

    static Stream<AwsRequest> ofTheIssuer() {
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

    static Stream<AwsRequest> ofRoleTemplates() {
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

    static Stream<AwsRequest> ofDelegation(String policyArn) {
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
}
