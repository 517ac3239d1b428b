package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.RoleUse;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

class RolesTest extends OnAWorkbench {

    private static final String TRUST = Documents.trust(ACCOUNT);
    private static final Tag TEAM = Tag.builder().key("Team").value("blue").build();

    @Test
    void aNewRoleIsAnsweredWithoutDescriptionAndDurationAndLookedAtWithThem() {
        Role created = admin.createRole(create -> create.roleName("Deploy")
                        .path("/ci/")
                        .description("deploys")
                        .maxSessionDuration(7200)
                        .permissionsBoundary(READ_ONLY)
                        .assumeRolePolicyDocument(TRUST)
                        .tags(TEAM))
                .role();

        assertThat(created.arn()).isEqualTo(ARN + "role/ci/Deploy");
        assertThat(created.roleId()).matches("AROA[A-Z2-7]{17}");
        assertThat(created.createDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(created.assumeRolePolicyDocument()).isEqualTo(TRUST);
        assertThat(created.permissionsBoundary().permissionsBoundaryArn()).isEqualTo(READ_ONLY);
        assertThat(created.tags()).containsExactly(TEAM);
        assertThat(created.description()).isNull();
        assertThat(created.maxSessionDuration()).isNull();

        Role looked = admin.getRole(get -> get.roleName("dEPLOY")).role();
        assertThat(looked.description()).isEqualTo("deploys");
        assertThat(looked.maxSessionDuration()).isEqualTo(7200);
        assertThat(looked.roleLastUsed()).isNotNull();
        assertThat(looked.tags()).containsExactly(TEAM);
    }

    @Test
    void theLastUseIsShownBeforeAndAfterItIsWrittenAndGoesWithTheRole() {
        String roleId = createRole("r").roleId();
        bench.deployment.roleUses().record(new RoleUse(roleId, Workbench.START, "eu-west-1"));
        bench.deployment.roleUses().record(new RoleUse(roleId, Workbench.START.minusSeconds(1), "us-east-1"));
        Role pending = admin.getRole(get -> get.roleName("r")).role();
        bench.deployment.roleUses().flush();

        assertThat(pending.roleLastUsed().lastUsedDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(pending.roleLastUsed().region()).isEqualTo("eu-west-1");
        assertThat(admin.getRole(get -> get.roleName("r")).role()).isEqualTo(pending);
        assertThat(admin.listRoles().roles())
                .allSatisfy(role -> assertThat(role.roleLastUsed()).isNull());
        admin.deleteRole(delete -> delete.roleName("r"));
        createRole("r");
        assertThat(admin.getRole(get -> get.roleName("r")).role().roleLastUsed().lastUsedDate())
                .isNull();
    }

    @Test
    void aTrustPolicyThatCannotBeReadIsRefused() {
        assertThat(Refusal.of(() ->
                                admin.createRole(create -> create.roleName("r").assumeRolePolicyDocument("{}")))
                        .code())
                .isEqualTo("MalformedPolicyDocument");
    }

    @Test
    void aListShowsNeitherBoundaryNorTagsNorLastUse() {
        admin.createRole(create -> create.roleName("a")
                .path("/x/")
                .permissionsBoundary(READ_ONLY)
                .assumeRolePolicyDocument(TRUST)
                .tags(TEAM));
        createRole("b");

        assertThat(admin.listRoles().roles()).extracting(Role::roleName).containsExactly("a", "b");
        assertThat(admin.listRoles(list -> list.pathPrefix("/x/")).roles())
                .singleElement()
                .satisfies(role -> {
                    assertThat(role.maxSessionDuration()).isEqualTo(3600);
                    assertThat(role.permissionsBoundary()).isNull();
                    assertThat(role.hasTags()).isFalse();
                    assertThat(role.roleLastUsed()).isNull();
                });
    }

    @Test
    void aNameIsTakenWhateverItsCaseAndAPathOfServicesIsRefused() {
        createRole("Deploy");

        assertRefused(() -> createRole("dEPLOY"), "EntityAlreadyExists", "Role with name dEPLOY already exists.");
        assertRefused(
                () -> admin.createRole(create ->
                        create.roleName("x").path("/aws-service-role/").assumeRolePolicyDocument(TRUST)),
                "InvalidInput",
                "Paths beginning with '/aws-service-role' are reserved for AWS Service Linked Roles");
        assertRefused(
                () -> admin.createRole(create ->
                        create.roleName("x").path("/aws-reserved/sso/").assumeRolePolicyDocument(TRUST)),
                "InvalidInput",
                "Paths beginning with '/aws-reserved' are reserved for AWS");
    }

    @Test
    void whatIsLeftOutOfAnUpdateStays() {
        createRole("r");
        admin.updateRole(update -> update.roleName("r").description("one").maxSessionDuration(4000));
        admin.updateRole(update -> update.roleName("r"));

        Role role = admin.getRole(get -> get.roleName("r")).role();
        assertThat(role.description()).isEqualTo("one");
        assertThat(role.maxSessionDuration()).isEqualTo(4000);

        Role described = admin.updateRoleDescription(
                        update -> update.roleName("r").description("two"))
                .role();
        assertThat(described.description()).isEqualTo("two");
        assertThat(described.maxSessionDuration()).isNull();
    }

    @Test
    void aBoundaryIsPutCountedAndDeleted() {
        createRole("r");
        String boundary = ownPolicy("boundary");
        admin.putRolePermissionsBoundary(put -> put.roleName("r").permissionsBoundary(boundary));

        assertThat(admin.getRole(get -> get.roleName("r"))
                        .role()
                        .permissionsBoundary()
                        .permissionsBoundaryArn())
                .isEqualTo(boundary);
        assertThat(admin.getPolicy(get -> get.policyArn(boundary)).policy().permissionsBoundaryUsageCount())
                .isEqualTo(1);
        admin.deleteRolePermissionsBoundary(delete -> delete.roleName("r"));
        assertThat(admin.getRole(get -> get.roleName("r")).role().permissionsBoundary())
                .isNull();
        assertThat(admin.getPolicy(get -> get.policyArn(boundary)).policy().permissionsBoundaryUsageCount())
                .isZero();
    }

    @Test
    void onlyABareRoleIsDeleted() {
        createRole("r");
        admin.createInstanceProfile(create -> create.instanceProfileName("p"));
        admin.addRoleToInstanceProfile(add -> add.instanceProfileName("p").roleName("r"));
        admin.putRolePolicy(put -> put.roleName("r").policyName("i").policyDocument(Documents.ALLOW_ALL));
        admin.attachRolePolicy(attach -> attach.roleName("r").policyArn(READ_ONLY));

        assertDeleteConflict("Cannot delete entity, must remove roles from instance profile first.");
        admin.removeRoleFromInstanceProfile(
                remove -> remove.instanceProfileName("p").roleName("r"));
        assertDeleteConflict("Cannot delete entity, must delete policies first.");
        admin.deleteRolePolicy(delete -> delete.roleName("r").policyName("i"));
        assertDeleteConflict("Cannot delete entity, must detach all policies first.");
        admin.detachRolePolicy(detach -> detach.roleName("r").policyArn(READ_ONLY));
        admin.deleteRole(delete -> delete.roleName("r"));
        assertRefused(
                () -> admin.getRole(get -> get.roleName("r")), "NoSuchEntity", "The role with name r cannot be found.");
    }

    private void assertDeleteConflict(String message) {
        assertRefused(() -> admin.deleteRole(delete -> delete.roleName("r")), "DeleteConflict", message);
    }

    @Test
    void tagsAreSetRemovedAndListed() {
        createRole("r");
        admin.tagRole(tag -> tag.roleName("r").tags(TEAM));
        assertThat(admin.listRoleTags(list -> list.roleName("r")).tags()).containsExactly(TEAM);
        admin.untagRole(untag -> untag.roleName("r").tagKeys("TEAM"));
        assertThat(admin.listRoleTags(list -> list.roleName("r")).tags()).isEmpty();
    }
}
