package io.claviger.operations.report;

import io.claviger.access.RoleUses;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.Group;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.request.Shapes;
import io.claviger.operations.role.RoleShapes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** A page of authorization details as it fills up, in the shapes of the wire. For one transaction. */
final class DetailPage {

    /** How many characters of documents a page has, give or take those of one entity. */
    private static final int ENOUGH_CHARACTERS = 1 << 20;

    private final RoleUses roleUses;
    private final Reading reading;
    private final Call call;
    private final int size;
    private final List<UserDetail> users = new ArrayList<>();
    private final List<RoleDetail> roles = new ArrayList<>();
    private final List<GroupDetail> groups = new ArrayList<>();
    private final List<ManagedPolicyDetail> policies = new ArrayList<>();
    private int characters;

    /** A page of at most so many entities. */
    DetailPage(RoleUses roleUses, Reading reading, Call call, int size) {
        this.roleUses = roleUses;
        this.reading = reading;
        this.call = call;
        this.size = size;
    }

    /** Whether nothing more goes onto it. */
    boolean isFull() {
        return users.size() + roles.size() + groups.size() + policies.size() >= size || characters >= ENOUGH_CHARACTERS;
    }

    /** An answer with what is on it. */
    GetAccountAuthorizationDetailsResponse.Builder response() {
        return GetAccountAuthorizationDetailsResponse.builder()
                .userDetailList(users)
                .roleDetailList(roles)
                .groupDetailList(groups)
                .policies(policies);
    }

    /** Unlike others', a user's empty list of inline policies is left out. */
    void add(User user) {
        List<PolicyDetail> inline = inline(user.id());
        users.add(UserDetail.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn(call.partition()))
                .createDate(user.createDate())
                .userPolicyList(inline.isEmpty() ? null : inline)
                .groupList(reading.groups().ofUser(user.id(), Slice.ALL).stream()
                        .map(Group::name)
                        .toList())
                .attachedManagedPolicies(attached(user.id()))
                .permissionsBoundary(boundary(user.boundaryArn()))
                .tags(Shapes.tags(user.tags()))
                .build());
    }

    void add(Role role) {
        var whole = RoleShapes.whole(reading, call, role, roleUses.last(reading, role.id()));
        count(whole.assumeRolePolicyDocument());
        roles.add(RoleDetail.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn(call.partition()))
                .createDate(role.createDate())
                .assumeRolePolicyDocument(whole.assumeRolePolicyDocument())
                .instanceProfileList(reading.instanceProfiles().ofRole(role.id(), Slice.ALL).stream()
                        .map(profile -> RoleShapes.profile(reading, call, profile))
                        .toList())
                .rolePolicyList(inline(role.id()))
                .attachedManagedPolicies(attached(role.id()))
                .permissionsBoundary(boundary(role.boundaryArn()))
                .tags(Shapes.tags(role.tags()))
                .roleLastUsed(whole.roleLastUsed())
                .build());
    }

    void add(Group group) {
        groups.add(GroupDetail.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn(call.partition()))
                .createDate(group.createDate())
                .groupPolicyList(inline(group.id()))
                .attachedManagedPolicies(attached(group.id()))
                .build());
    }

    /** A policy of the customer's own, with all of its versions, the latest first. */
    void add(ManagedPolicy policy) {
        String arn = policy.arn(call.partition());
        List<PolicyVersion> versions = reading.versions().ofPolicy(policy.id()).stream()
                .map(version -> PolicyVersion.builder()
                        .document(count(version.document()))
                        .versionId(version.versionId())
                        .isDefaultVersion(version.number() == policy.defaultVersion())
                        .createDate(version.createDate())
                        .build())
                .toList();
        policies.add(detail(Shapes.policy(policy, call.partition(), attachments(arn), boundaries(arn)), versions));
    }

    /** A policy of AWS's, with the version in force. */
    void add(AwsManagedPolicy policy) {
        PolicyVersion version = PolicyVersion.builder()
                .document(count(AwsManagedPolicies.document(policy)))
                .versionId(policy.defaultVersionId())
                .isDefaultVersion(true)
                .createDate(policy.updateDate())
                .build();
        policies.add(
                detail(Shapes.policy(policy, attachments(policy.arn()), boundaries(policy.arn())), List.of(version)));
    }

    private static ManagedPolicyDetail detail(Policy policy, List<PolicyVersion> versions) {
        return ManagedPolicyDetail.builder()
                .policyName(policy.policyName())
                .policyId(policy.policyId())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersionId())
                .attachmentCount(policy.attachmentCount())
                .permissionsBoundaryUsageCount(policy.permissionsBoundaryUsageCount())
                .isAttachable(policy.isAttachable())
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .policyVersionList(versions)
                .build();
    }

    private int attachments(String arn) {
        return reading.policies().attachmentCount(call.accountId(), arn);
    }

    private int boundaries(String arn) {
        return reading.policies().boundaryCount(call.accountId(), arn);
    }

    private List<PolicyDetail> inline(String ownerId) {
        return reading.inlinePolicies().ofOwner(ownerId, Slice.ALL).stream()
                .map(policy -> PolicyDetail.builder()
                        .policyName(policy.name())
                        .policyDocument(count(policy.document()))
                        .build())
                .toList();
    }

    private List<AttachedPolicy> attached(String ownerId) {
        return reading.attachments().ofOwner(ownerId, Slice.ALL).stream()
                .map(attachment -> AttachedPolicy.builder()
                        .policyName(attachment.policyName())
                        .policyArn(attachment.policyArn())
                        .build())
                .toList();
    }

    private static @Nullable AttachedPermissionsBoundary boundary(@Nullable String arn) {
        return arn == null ? null : Shapes.boundary(arn);
    }

    private String count(String document) {
        characters += document.length();
        return document;
    }
}
