package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UserDetail;

class AuthorizationDetailsTest extends OnAWorkbench {

    private static final Instant MADE = Workbench.START_SECOND;
    private static final Tag TAG = Tag.builder().key("team").value("a + b").build();

    private GetAccountAuthorizationDetailsResponse of(EntityType... kinds) {
        return admin.getAccountAuthorizationDetails(get -> get.filter(kinds));
    }

    @Test
    void aUserIsShownWithAllThatBindsThem() {
        String own = ownPolicy("own");
        createGroups("devs");
        admin.createUser(create ->
                create.userName("bob").path("/x/").permissionsBoundary(own).tags(TAG));
        admin.addUserToGroup(add -> add.groupName("devs").userName("bob"));
        admin.putUserPolicy(put -> put.userName("bob").policyName("inline").policyDocument(Documents.ALLOW_ALL));
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(own));
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(READ_ONLY));

        GetAccountAuthorizationDetailsResponse details = of(EntityType.USER);

        UserDetail bob = details.userDetailList().getLast();
        assertThat(bob)
                .isEqualTo(UserDetail.builder()
                        .path("/x/")
                        .userName("bob")
                        .userId(bob.userId())
                        .arn(ARN + "user/x/bob")
                        .createDate(MADE)
                        .userPolicyList(inline())
                        .groupList("devs")
                        .attachedManagedPolicies(attached("own", own), attached("ReadOnlyAccess", READ_ONLY))
                        .permissionsBoundary(boundary ->
                                boundary.permissionsBoundaryType("Policy").permissionsBoundaryArn(own))
                        .tags(TAG)
                        .build());
        UserDetail administrator = details.userDetailList().getFirst();
        assertThat(administrator.hasUserPolicyList())
                .as("left out if it is empty")
                .isFalse();
        assertThat(administrator.hasTags()).isTrue();
        assertThat(details.hasRoleDetailList()).as("empty, and there").isTrue();
        assertThat(details.roleDetailList()).isEmpty();
        assertThat(details.hasGroupDetailList()).isTrue();
        assertThat(details.groupDetailList()).isEmpty();
        assertThat(details.hasPolicies()).isTrue();
        assertThat(details.policies()).isEmpty();
    }

    private static PolicyDetail inline() {
        return PolicyDetail.builder()
                .policyName("inline")
                .policyDocument(Documents.ALLOW_ALL)
                .build();
    }

    private static AttachedPolicy attached(String name, String arn) {
        return AttachedPolicy.builder().policyName(name).policyArn(arn).build();
    }

    @Test
    void aRoleIsShownWithItsTrustAndItsInstanceProfiles() {
        String own = ownPolicy("own");
        createUsers("bob");
        String trust = Documents.trust(ARN + "user/bob");
        admin.createRole(create -> create.roleName("deploy")
                .path("/my-path/")
                .description("not shown")
                .assumeRolePolicyDocument(trust)
                .permissionsBoundary(own)
                .tags(TAG));
        admin.putRolePolicy(put -> put.roleName("deploy").policyName("inline").policyDocument(Documents.ALLOW_ALL));
        admin.attachRolePolicy(attach -> attach.roleName("deploy").policyArn(own));
        admin.createInstanceProfile(
                create -> create.instanceProfileName("machine").tags(TAG));
        admin.addRoleToInstanceProfile(add -> add.instanceProfileName("machine").roleName("deploy"));

        RoleDetail role = of(EntityType.ROLE).roleDetailList().getFirst();

        assertThat(role)
                .isEqualTo(RoleDetail.builder()
                        .path("/my-path/")
                        .roleName("deploy")
                        .roleId(role.roleId())
                        .arn(ARN + "role/my-path/deploy")
                        .createDate(MADE)
                        .assumeRolePolicyDocument(trust)
                        .instanceProfileList(admin.listInstanceProfiles().instanceProfiles())
                        .rolePolicyList(inline())
                        .attachedManagedPolicies(attached("own", own))
                        .permissionsBoundary(boundary ->
                                boundary.permissionsBoundaryType("Policy").permissionsBoundaryArn(own))
                        .tags(TAG)
                        .roleLastUsed(RoleLastUsed.builder().build())
                        .build());
        assertThat(role.instanceProfileList().getFirst().hasTags()).isFalse();
    }

    @Test
    void aGroupIsShownWithItsPolicies() {
        createGroups("devs");
        admin.putGroupPolicy(put -> put.groupName("devs").policyName("inline").policyDocument(Documents.ALLOW_ALL));

        List<GroupDetail> groups = of(EntityType.GROUP).groupDetailList();

        assertThat(groups).extracting(GroupDetail::groupName).containsExactly("Administrators", "devs");
        assertThat(groups.getLast().groupPolicyList()).containsExactly(inline());
        assertThat(groups.getLast().hasAttachedManagedPolicies()).isTrue();
        assertThat(groups.getFirst().attachedManagedPolicies())
                .containsExactly(attached("AdministratorAccess", ADMINISTRATOR_ACCESS));
        assertThat(groups.getFirst().hasGroupPolicyList())
                .as("empty, and there")
                .isTrue();
    }

    @Test
    void aPolicyIsShownWithAllItsVersionsTheLatestFirst() {
        String own = ownPolicy("own");
        admin.createPolicyVersion(create -> create.policyArn(own).policyDocument(Documents.ALLOW_ALL));
        admin.createUser(create -> create.userName("bob").permissionsBoundary(own));

        ManagedPolicyDetail policy =
                of(EntityType.LOCAL_MANAGED_POLICY).policies().getFirst();

        assertThat(policy.arn()).isEqualTo(own);
        assertThat(policy.description()).isNull();
        assertThat(policy.defaultVersionId()).isEqualTo("v1");
        assertThat(policy.attachmentCount()).isZero();
        assertThat(policy.permissionsBoundaryUsageCount()).isEqualTo(1);
        assertThat(policy.policyVersionList())
                .extracting(PolicyVersion::versionId)
                .containsExactly("v2", "v1");
        assertThat(policy.policyVersionList())
                .extracting(PolicyVersion::isDefaultVersion)
                .containsExactly(false, true);
        assertThat(policy.policyVersionList().getFirst().document()).isEqualTo(Documents.ALLOW_ALL);
    }

    @Test
    void ofAwssPoliciesThoseAreShownThatAreUsed() {
        createUsers("bob");
        admin.putUserPermissionsBoundary(put -> put.userName("bob").permissionsBoundary(READ_ONLY));

        List<ManagedPolicyDetail> policies = of(EntityType.AWS_MANAGED_POLICY).policies();

        assertThat(policies).extracting(ManagedPolicyDetail::arn).containsExactly(ADMINISTRATOR_ACCESS, READ_ONLY);
        assertThat(policies).extracting(ManagedPolicyDetail::attachmentCount).containsExactly(1, 0);
        assertThat(policies)
                .extracting(ManagedPolicyDetail::permissionsBoundaryUsageCount)
                .containsExactly(0, 1);
        assertThat(policies.getFirst().policyVersionList())
                .singleElement()
                .satisfies(version -> assertThat(version.document()).contains("\"*\""));
    }
}
