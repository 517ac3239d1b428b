package io.claviger.operations.policy;

import io.claviger.iam.Quotas;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.policy.AttachmentRows.Names;
import io.claviger.operations.policy.PolicyOwner.Kind;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;

/** Which managed policies are attached to whom. */
public final class PolicyAttachments {

    private final AttachmentRows rows;

    /** Attachments within these quotas. */
    public PolicyAttachments(Quotas quotas) {
        this.rows = new AttachmentRows(quotas);
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                rows.attach(
                        "iam:AttachUserPolicy",
                        AttachUserPolicyRequest.class,
                        Kind.USER,
                        attach -> new Names(attach.userName(), attach.policyArn()),
                        () -> AttachUserPolicyResponse.builder().build()),
                rows.attach(
                        "iam:AttachGroupPolicy",
                        AttachGroupPolicyRequest.class,
                        Kind.GROUP,
                        attach -> new Names(attach.groupName(), attach.policyArn()),
                        () -> AttachGroupPolicyResponse.builder().build()),
                rows.attach(
                        "iam:AttachRolePolicy",
                        AttachRolePolicyRequest.class,
                        Kind.ROLE,
                        attach -> new Names(attach.roleName(), attach.policyArn()),
                        () -> AttachRolePolicyResponse.builder().build()),
                rows.detach(
                        "iam:DetachUserPolicy",
                        DetachUserPolicyRequest.class,
                        Kind.USER,
                        detach -> new Names(detach.userName(), detach.policyArn()),
                        () -> DetachUserPolicyResponse.builder().build()),
                rows.detach(
                        "iam:DetachGroupPolicy",
                        DetachGroupPolicyRequest.class,
                        Kind.GROUP,
                        detach -> new Names(detach.groupName(), detach.policyArn()),
                        () -> DetachGroupPolicyResponse.builder().build()),
                rows.detach(
                        "iam:DetachRolePolicy",
                        DetachRolePolicyRequest.class,
                        Kind.ROLE,
                        detach -> new Names(detach.roleName(), detach.policyArn()),
                        () -> DetachRolePolicyResponse.builder().build()),
                rows.list(
                        "iam:ListAttachedUserPolicies",
                        ListAttachedUserPoliciesRequest.class,
                        Kind.USER,
                        list -> new OwnedList(list.userName(), list.pathPrefix(), list.marker(), list.maxItems()),
                        page -> ListAttachedUserPoliciesResponse.builder()
                                .attachedPolicies(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()),
                rows.list(
                        "iam:ListAttachedGroupPolicies",
                        ListAttachedGroupPoliciesRequest.class,
                        Kind.GROUP,
                        list -> new OwnedList(list.groupName(), list.pathPrefix(), list.marker(), list.maxItems()),
                        page -> ListAttachedGroupPoliciesResponse.builder()
                                .attachedPolicies(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()),
                rows.list(
                        "iam:ListAttachedRolePolicies",
                        ListAttachedRolePoliciesRequest.class,
                        Kind.ROLE,
                        list -> new OwnedList(list.roleName(), list.pathPrefix(), list.marker(), list.maxItems()),
                        page -> ListAttachedRolePoliciesResponse.builder()
                                .attachedPolicies(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()));
    }
}
