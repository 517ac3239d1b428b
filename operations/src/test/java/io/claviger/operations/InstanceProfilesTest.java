package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

class InstanceProfilesTest extends OnAWorkbench {

    private InstanceProfile create(String name) {
        return admin.createInstanceProfile(create -> create.instanceProfileName(name))
                .instanceProfile();
    }

    private InstanceProfile get(String name) {
        return admin.getInstanceProfile(get -> get.instanceProfileName(name)).instanceProfile();
    }

    @Test
    void aNewProfileHoldsNoRoleAndShowsTagsWhenLookedAtOnly() {
        InstanceProfile created = admin.createInstanceProfile(
                        create -> create.instanceProfileName("Web").path("/app/"))
                .instanceProfile();

        assertThat(created.arn()).isEqualTo(ARN + "instance-profile/app/Web");
        assertThat(created.instanceProfileId()).matches("AIPA[A-Z2-7]{17}");
        assertThat(created.hasRoles()).isTrue();
        assertThat(created.roles()).isEmpty();
        assertThat(created.hasTags()).isFalse();
        assertThat(get("wEB").hasTags()).isTrue();
        assertRefused(() -> create("WEB"), "EntityAlreadyExists", "Instance Profile WEB already exists.");
    }

    @Test
    void itHoldsOneRoleAtMost() {
        create("p");
        createRole("one");
        createRole("two");
        admin.addRoleToInstanceProfile(add -> add.instanceProfileName("p").roleName("one"));

        assertThat(get("p").roles()).extracting(Role::roleName).containsExactly("one");
        assertRefused(
                () -> admin.addRoleToInstanceProfile(
                        add -> add.instanceProfileName("p").roleName("two")),
                "LimitExceeded",
                "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
        assertRefused(
                () -> admin.removeRoleFromInstanceProfile(
                        remove -> remove.instanceProfileName("p").roleName("two")),
                "NoSuchEntity",
                "Role two in Instance Profile p cannot be found.");
        assertRefused(
                () -> admin.deleteInstanceProfile(delete -> delete.instanceProfileName("p")),
                "DeleteConflict",
                "Cannot delete entity, must remove roles from instance profile first.");
    }

    @Test
    void theProfilesOfARoleAreListed() {
        create("b");
        create("a");
        createRole("r");
        admin.addRoleToInstanceProfile(add -> add.instanceProfileName("b").roleName("r"));
        admin.addRoleToInstanceProfile(add -> add.instanceProfileName("a").roleName("r"));

        assertThat(admin.listInstanceProfilesForRole(list -> list.roleName("r")).instanceProfiles())
                .extracting(InstanceProfile::instanceProfileName)
                .containsExactly("a", "b");
        assertThat(admin.listInstanceProfiles().instanceProfiles()).hasSize(2);
    }

    @Test
    void addingARoleNeedsTheRightToPassIt() {
        create("p");
        createRole("r");
        Actor adder = bench.user("adder", Documents.allow("iam:AddRoleToInstanceProfile", "*"));
        assertRefused(
                () -> adder.iam()
                        .addRoleToInstanceProfile(
                                add -> add.instanceProfileName("p").roleName("r")),
                "AccessDenied",
                "User: " + ARN + "user/adder is not authorized to perform: iam:PassRole on resource: role r because no"
                        + " identity-based policy allows the iam:PassRole action");

        Actor passer = bench.user(
                "passer",
                Documents.allow("iam:AddRoleToInstanceProfile", "*"),
                Documents.allow("iam:PassRole", ARN + "role/r"));
        passer.iam()
                .addRoleToInstanceProfile(add -> add.instanceProfileName("p").roleName("r"));
        assertThat(get("p").roles()).hasSize(1);
    }

    @Test
    void tagsAreSetRemovedAndListed() {
        create("p");
        Tag tag = Tag.builder().key("k").value("v").build();
        admin.tagInstanceProfile(request -> request.instanceProfileName("p").tags(tag));
        assertThat(admin.listInstanceProfileTags(list -> list.instanceProfileName("p"))
                        .tags())
                .containsExactly(tag);
        admin.untagInstanceProfile(untag -> untag.instanceProfileName("p").tagKeys("k"));
        assertThat(get("p").tags()).isEmpty();
        assertRefused(
                () -> admin.tagInstanceProfile(
                        request -> request.instanceProfileName("none").tags(tag)),
                "NoSuchEntity",
                "Instance Profile none cannot be found.");
    }
}
