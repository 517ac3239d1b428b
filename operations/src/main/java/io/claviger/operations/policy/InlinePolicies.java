package io.claviger.operations.policy;

import io.claviger.iam.Quotas;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.policy.InlinePolicyRows.Name;
import io.claviger.operations.policy.InlinePolicyRows.Put;
import io.claviger.operations.policy.PolicyOwner.Kind;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;

/** Inline policies: put, look at, list, delete. */
public final class InlinePolicies {

    private final InlinePolicyRows rows;

    /** Inline policies within these quotas. */
    public InlinePolicies(Quotas quotas) {
        this.rows = new InlinePolicyRows(quotas);
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                rows.put(
                        "iam:PutUserPolicy",
                        PutUserPolicyRequest.class,
                        Kind.USER,
                        put -> new Put(put.userName(), put.policyName(), put.policyDocument()),
                        () -> PutUserPolicyResponse.builder().build()),
                rows.put(
                        "iam:PutGroupPolicy",
                        PutGroupPolicyRequest.class,
                        Kind.GROUP,
                        put -> new Put(put.groupName(), put.policyName(), put.policyDocument()),
                        () -> PutGroupPolicyResponse.builder().build()),
                rows.put(
                        "iam:PutRolePolicy",
                        PutRolePolicyRequest.class,
                        Kind.ROLE,
                        put -> new Put(put.roleName(), put.policyName(), put.policyDocument()),
                        () -> PutRolePolicyResponse.builder().build()),
                rows.get(
                        "iam:GetUserPolicy",
                        GetUserPolicyRequest.class,
                        Kind.USER,
                        get -> new Name(get.userName(), get.policyName()),
                        (get, policy) -> GetUserPolicyResponse.builder()
                                .userName(get.userName())
                                .policyName(policy.name())
                                .policyDocument(policy.document())
                                .build()),
                rows.get(
                        "iam:GetGroupPolicy",
                        GetGroupPolicyRequest.class,
                        Kind.GROUP,
                        get -> new Name(get.groupName(), get.policyName()),
                        (get, policy) -> GetGroupPolicyResponse.builder()
                                .groupName(get.groupName())
                                .policyName(policy.name())
                                .policyDocument(policy.document())
                                .build()),
                rows.get(
                        "iam:GetRolePolicy",
                        GetRolePolicyRequest.class,
                        Kind.ROLE,
                        get -> new Name(get.roleName(), get.policyName()),
                        (get, policy) -> GetRolePolicyResponse.builder()
                                .roleName(get.roleName())
                                .policyName(policy.name())
                                .policyDocument(policy.document())
                                .build()),
                rows.list(
                        "iam:ListUserPolicies",
                        ListUserPoliciesRequest.class,
                        Kind.USER,
                        list -> new OwnedList(list.userName(), null, list.marker(), list.maxItems()),
                        page -> ListUserPoliciesResponse.builder()
                                .policyNames(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()),
                rows.list(
                        "iam:ListGroupPolicies",
                        ListGroupPoliciesRequest.class,
                        Kind.GROUP,
                        list -> new OwnedList(list.groupName(), null, list.marker(), list.maxItems()),
                        page -> ListGroupPoliciesResponse.builder()
                                .policyNames(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()),
                rows.list(
                        "iam:ListRolePolicies",
                        ListRolePoliciesRequest.class,
                        Kind.ROLE,
                        list -> new OwnedList(list.roleName(), null, list.marker(), list.maxItems()),
                        page -> ListRolePoliciesResponse.builder()
                                .policyNames(page.items())
                                .isTruncated(page.isTruncated())
                                .marker(page.nextMarker())
                                .build()),
                rows.delete(
                        "iam:DeleteUserPolicy",
                        DeleteUserPolicyRequest.class,
                        Kind.USER,
                        delete -> new Name(delete.userName(), delete.policyName()),
                        () -> DeleteUserPolicyResponse.builder().build()),
                rows.delete(
                        "iam:DeleteGroupPolicy",
                        DeleteGroupPolicyRequest.class,
                        Kind.GROUP,
                        delete -> new Name(delete.groupName(), delete.policyName()),
                        () -> DeleteGroupPolicyResponse.builder().build()),
                rows.delete(
                        "iam:DeleteRolePolicy",
                        DeleteRolePolicyRequest.class,
                        Kind.ROLE,
                        delete -> new Name(delete.roleName(), delete.policyName()),
                        () -> DeleteRolePolicyResponse.builder().build()));
    }
}
