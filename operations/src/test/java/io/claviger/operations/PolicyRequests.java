package io.claviger.operations;

import static io.claviger.operations.MinimalRequests.GROUP;
import static io.claviger.operations.MinimalRequests.USER;

import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;

/** Of policies, and of what they would say. */
final class PolicyRequests {

    private PolicyRequests() {}

    static Stream<AwsRequest> ofPolicies(String arn) {
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

    static Stream<AwsRequest> ofTheSimulator() {
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
