package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.User;

class GroupsTest extends OnAWorkbench {

    @Test
    void aNewGroupIsAnsweredWhole() {
        Group group = admin.createGroup(create -> create.groupName("Devs").path("/eng/"))
                .group();

        assertThat(group.groupName()).isEqualTo("Devs");
        assertThat(group.path()).isEqualTo("/eng/");
        assertThat(group.arn()).isEqualTo(ARN + "group/eng/Devs");
        assertThat(group.groupId()).matches("AGPA[A-Z2-7]{17}");
        assertThat(group.createDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(admin.getGroup(get -> get.groupName("devs")).group()).isEqualTo(group);
        assertThat(admin.listGroups(list -> list.pathPrefix("/eng")).groups()).containsExactly(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"devs", "DEVS"})
    void aNameIsTakenWhateverItsCase(String name) {
        createGroups("devs");

        assertRefused(
                () -> admin.createGroup(create -> create.groupName(name).path("/elsewhere/")),
                "EntityAlreadyExists",
                "Group with name " + name + " already exists.");
    }

    @Test
    void aGroupShowsItsMembersByName() {
        createGroups("devs");
        createUsers("zoe", "bob", "Alice", "stranger");
        add("zoe", "devs");
        add("bob", "devs");
        add("ALICE", "DEVS");

        assertThat(members("devs")).containsExactly("Alice", "bob", "zoe");
    }

    @Test
    void theGroupsOfAUserAreListedByName() {
        createGroups("b", "A", "c", "d");
        createUsers("bob");
        add("bob", "c");
        add("bob", "b");
        add("bob", "A");

        assertThat(groupsOf("BOB")).containsExactly("A", "b", "c");
    }

    @Test
    void addingAMemberAgainAndRemovingAStrangerChangeNothing() {
        createGroups("devs");
        createUsers("bob", "eve");

        add("bob", "devs");
        add("bob", "devs");
        admin.removeUserFromGroup(remove -> remove.groupName("devs").userName("eve"));
        assertThat(members("devs")).containsExactly("bob");

        admin.removeUserFromGroup(remove -> remove.groupName("Devs").userName("Bob"));
        assertThat(members("devs")).isEmpty();
    }

    @Test
    void aUserIsInTenGroupsAtMost() {
        createUsers("bob");
        for (int i = 0; i < 11; i++) {
            createGroups("group-" + i);
        }
        for (int i = 0; i < 10; i++) {
            add("bob", "group-" + i);
        }

        assertRefused(() -> add("bob", "group-10"), "LimitExceeded", "Cannot exceed quota for GroupsPerUser: 10");
        add("bob", "group-3");
        assertThat(groupsOf("bob")).hasSize(10);
    }

    @Test
    void aRenamedGroupKeepsItsMembersAndPolicies() {
        createGroups("devs");
        createUsers("bob");
        add("bob", "devs");
        admin.attachGroupPolicy(attach -> attach.groupName("devs").policyArn(READ_ONLY));

        admin.updateGroup(
                update -> update.groupName("DEVS").newGroupName("Engineers").newPath("/eng/"));

        assertThat(members("engineers")).containsExactly("bob");
        assertThat(admin.listAttachedGroupPolicies(list -> list.groupName("Engineers"))
                        .attachedPolicies())
                .hasSize(1);
        assertThat(admin.getGroup(get -> get.groupName("engineers")).group().arn())
                .isEqualTo(ARN + "group/eng/Engineers");
        assertMissing(() -> admin.getGroup(get -> get.groupName("devs")));
    }

    @Test
    void aGroupCanBeMovedOnlyButNotRenamedToANameThatIsTaken() {
        createGroups("devs", "ops");

        admin.updateGroup(update -> update.groupName("DEVS").newPath("/moved/"));
        admin.updateGroup(update -> update.groupName("devs"));
        assertThat(admin.getGroup(get -> get.groupName("devs")).group().arn()).isEqualTo(ARN + "group/moved/devs");

        admin.updateGroup(
                update -> update.groupName("devs").newGroupName("devs").newPath("/again/"));
        assertThat(admin.getGroup(get -> get.groupName("devs")).group().arn()).isEqualTo(ARN + "group/again/devs");
        assertRefused(
                () -> admin.updateGroup(update -> update.groupName("devs").newGroupName("OPS")),
                "EntityAlreadyExists",
                "Group with name OPS already exists.");
    }

    @ParameterizedTest
    @CsvSource({"devs,", "DEVS,", "Devs, /moved/"})
    void aGroupsOwnNameIsTakenToo(String newName, @Nullable String newPath) {
        createGroups("devs");

        assertRefused(
                () -> admin.updateGroup(
                        update -> update.groupName("devs").newGroupName(newName).newPath(newPath)),
                "EntityAlreadyExists",
                "Group with name " + newName + " already exists.");
        assertThat(admin.getGroup(get -> get.groupName("devs")).group().arn()).isEqualTo(ARN + "group/devs");
    }

    @Test
    void whatBelongsToAGroupMustGoBeforeIt() {
        createGroups("devs");
        createUsers("bob");
        add("bob", "devs");
        admin.putGroupPolicy(put -> put.groupName("devs").policyName("inline").policyDocument(Documents.ALLOW_ALL));
        admin.attachGroupPolicy(attach -> attach.groupName("devs").policyArn(READ_ONLY));

        assertConflict("Cannot delete entity, must remove users from group first.");
        admin.removeUserFromGroup(remove -> remove.groupName("devs").userName("bob"));
        assertConflict("Cannot delete entity, must delete policies first.");
        admin.deleteGroupPolicy(delete -> delete.groupName("devs").policyName("inline"));
        assertConflict("Cannot delete entity, must detach all policies first.");
        admin.detachGroupPolicy(detach -> detach.groupName("devs").policyArn(READ_ONLY));

        admin.deleteGroup(delete -> delete.groupName("DEVS"));
        assertMissing(() -> admin.deleteGroup(delete -> delete.groupName("devs")));
    }

    @Test
    void nothingCanBeDoneWithAGroupOrUserThatIsNotThere() {
        createUsers("bob");
        createGroups("ops");

        assertMissing(() -> admin.updateGroup(update -> update.groupName("devs").newPath("/x/")));
        assertMissing(() -> add("bob", "devs"));
        assertMissing(() ->
                admin.removeUserFromGroup(remove -> remove.groupName("devs").userName("bob")));
        String text = "The user with name eve cannot be found.";
        assertRefused(() -> add("eve", "ops"), "NoSuchEntity", text);
        assertRefused(
                () -> admin.removeUserFromGroup(
                        remove -> remove.groupName("ops").userName("eve")),
                "NoSuchEntity",
                text);
        assertRefused(() -> admin.listGroupsForUser(list -> list.userName("eve")), "NoSuchEntity", text);
    }

    private void assertConflict(String text) {
        assertRefused(() -> admin.deleteGroup(delete -> delete.groupName("devs")), "DeleteConflict", text);
    }

    private static void assertMissing(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertRefused(call, "NoSuchEntity", "The group with name devs cannot be found.");
    }

    private void add(String user, String group) {
        admin.addUserToGroup(add -> add.groupName(group).userName(user));
    }

    private List<String> members(String group) {
        return admin.getGroup(get -> get.groupName(group)).users().stream()
                .map(User::userName)
                .toList();
    }

    private List<String> groupsOf(String user) {
        return admin.listGroupsForUser(list -> list.userName(user)).groups().stream()
                .map(Group::groupName)
                .toList();
    }
}
