package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

class UsersTest extends OnAWorkbench {

    private static final Tag TEAM = Tag.builder().key("Team").value("blue").build();

    @Test
    void aNewUserIsAnsweredWithEverythingThatIsKnownOfIt() {
        User user = admin.createUser(create -> create.userName("Alice")
                        .path("/division/")
                        .permissionsBoundary(READ_ONLY)
                        .tags(TEAM))
                .user();

        assertThat(user.userName()).isEqualTo("Alice");
        assertThat(user.path()).isEqualTo("/division/");
        assertThat(user.arn()).isEqualTo(ARN + "user/division/Alice");
        assertThat(user.userId()).matches("AIDA[A-Z2-7]{17}");
        assertThat(user.createDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(user.permissionsBoundary().permissionsBoundaryArn()).isEqualTo(READ_ONLY);
        assertThat(user.permissionsBoundary().permissionsBoundaryTypeAsString()).isEqualTo("Policy");
        assertThat(user.tags()).containsExactly(TEAM);
        assertThat(admin.getUser(get -> get.userName("aLICE")).user()).isEqualTo(user);
    }

    @Test
    void aUserStandsAtTheRootPathAndHasNeitherTagsNorBoundaryUnlessAskedFor() {
        User user = admin.createUser(create -> create.userName("bob")).user();

        assertThat(user.path()).isEqualTo("/");
        assertThat(user.arn()).isEqualTo(ARN + "user/bob");
        assertThat(user.permissionsBoundary()).isNull();
        assertThat(user.hasTags()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "Bob", "BOB"})
    void aNameIsTakenWhateverItsCase(String name) {
        createUsers("Bob");

        assertRefused(
                () -> admin.createUser(create -> create.userName(name).path("/elsewhere/")),
                "EntityAlreadyExists",
                "User with name " + name + " already exists.");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:policy/none, NoSuchEntity, 'Scope ARN: arn:aws:iam::123456789012:policy/none does not exist or is not attachable.'",
        "arn:aws:iam::aws:policy/none, NoSuchEntity, 'Scope ARN: arn:aws:iam::aws:policy/none does not exist or is not attachable.'",
        "arn:aws:iam::999999999999:policy/own, NoSuchEntity, 'Scope ARN: arn:aws:iam::999999999999:policy/own does not exist or is not attachable.'",
        "arn:aws:iam::123456789012:user/bob, InvalidInput, 'ARN arn:aws:iam::123456789012:user/bob is not valid.'",
        "arn:aws-cn:iam::123456789012:policy/own, ValidationError, Invalid ARN partition"
    })
    void aBoundaryMustBeAPolicyThatIsThere(String boundary, String code, String text) {
        ownPolicy("own");

        assertRefused(
                () -> admin.createUser(create -> create.userName("bob").permissionsBoundary(boundary)), code, text);
        assertRefused(
                () -> admin.getUser(get -> get.userName("bob")),
                "NoSuchEntity",
                "The user with name bob cannot be found.");
    }

    @Test
    void theLastSignInIsShown() {
        createUsers("bob");
        bench.store.write(writing -> {
            var bob = writing.users().named(ACCOUNT, "bob").orElseThrow().signedIn(Workbench.START_SECOND);
            writing.update(bob);
            return bob;
        });

        assertThat(admin.getUser(get -> get.userName("bob")).user().passwordLastUsed())
                .isEqualTo(Workbench.START_SECOND);
    }

    @Test
    void withoutANameTheCallerIsLookedAt() {
        Actor bob = bench.user("bob", Documents.allow("iam:GetUser", "*"));

        assertThat(bob.iam().getUser().user())
                .isEqualTo(admin.getUser(get -> get.userName("bob")).user());
    }

    @Test
    void theRootUserHasNeitherNameNorPath() {
        User root = bench.root().iam().getUser().user();

        assertThat(root)
                .isEqualTo(User.builder()
                        .userId(ACCOUNT)
                        .arn(ARN + "root")
                        .createDate(Workbench.START_SECOND)
                        .build());
    }

    @Test
    void aListShowsUsersByNameWithoutTagsAndBoundaries() {
        admin.createUser(create -> create.userName("zoe").tags(TEAM).permissionsBoundary(READ_ONLY));
        createUsers("bob", "Alice");

        assertThat(admin.listUsers().users())
                .extracting(User::userName)
                .containsExactly("Administrator", "Alice", "bob", "zoe");
        assertThat(admin.listUsers().isTruncated()).isFalse();
        assertThat(admin.listUsers().marker()).isNull();
        assertThat(admin.listUsers().users().getLast().hasTags()).isFalse();
        assertThat(admin.listUsers().users().getLast().permissionsBoundary()).isNull();
    }

    @Test
    void aListIsLimitedToAPath() {
        admin.createUser(create -> create.userName("bob").path("/dev/one/"));
        admin.createUser(create -> create.userName("eve").path("/dev_/"));
        admin.createUser(create -> create.userName("zoe").path("/Dev/"));

        assertThat(admin.listUsers(list -> list.pathPrefix("/dev")).users())
                .extracting(User::userName)
                .containsExactly("bob", "eve");
        assertThat(admin.listUsers(list -> list.pathPrefix("/dev/")).users())
                .extracting(User::userName)
                .containsExactly("bob");
        assertThat(admin.listUsers(list -> list.pathPrefix("/%")).users()).isEmpty();
    }

    @Test
    void aRenamedUserKeepsItsIdAndKeysAndIsFoundUnderTheNewNameAlone() {
        Actor bob = bench.user("bob", Documents.allow("iam:GetUser", "*"));
        User before = bob.iam().getUser().user();
        bench.pass(Duration.ofDays(1));

        admin.updateUser(update -> update.userName("BOB").newUserName("robert").newPath("/people/"));

        User after = bob.iam().getUser().user();
        assertThat(after.userName()).isEqualTo("robert");
        assertThat(after.arn()).isEqualTo(ARN + "user/people/robert");
        assertThat(after.userId()).isEqualTo(before.userId());
        assertThat(after.createDate()).isEqualTo(before.createDate());
        assertRefused(
                () -> admin.getUser(get -> get.userName("bob")),
                "NoSuchEntity",
                "The user with name bob cannot be found.");
    }

    @Test
    void aUserCanBeMovedOnly() {
        createUsers("bob");

        admin.updateUser(update -> update.userName("BOB").newPath("/moved/"));
        assertThat(admin.getUser(get -> get.userName("bob")).user().arn()).isEqualTo(ARN + "user/moved/bob");

        admin.updateUser(update -> update.userName("bob"));
        assertThat(admin.getUser(get -> get.userName("bob")).user().arn()).isEqualTo(ARN + "user/moved/bob");

        // Terraform repeats the name when it changes the path.
        admin.updateUser(update -> update.userName("bob").newUserName("bob").newPath("/again/"));
        assertThat(admin.getUser(get -> get.userName("bob")).user().arn()).isEqualTo(ARN + "user/again/bob");
    }

    @ParameterizedTest
    @CsvSource({"bob,", "BOB,", "Bob, /moved/"})
    void aUsersOwnNameIsTakenToo(String newName, @Nullable String newPath) {
        createUsers("bob");

        assertRefused(
                () -> admin.updateUser(
                        update -> update.userName("bob").newUserName(newName).newPath(newPath)),
                "EntityAlreadyExists",
                "User with name " + newName + " already exists.");
        assertThat(admin.getUser(get -> get.userName("bob")).user().arn()).isEqualTo(ARN + "user/bob");
    }

    @Test
    void nobodyIsRenamedToANameThatIsTaken() {
        createUsers("bob", "eve");

        assertRefused(
                () -> admin.updateUser(update -> update.userName("bob").newUserName("Eve")),
                "EntityAlreadyExists",
                "User with name Eve already exists.");
        assertRefused(
                () -> admin.updateUser(update -> update.userName("nobody").newUserName("somebody")),
                "NoSuchEntity",
                "The user with name nobody cannot be found.");
    }

    @Test
    void aDeletedUserIsGoneAndItsNameFreeForAnotherWithAnotherId() {
        User first = admin.createUser(create -> create.userName("bob")).user();

        admin.deleteUser(delete -> delete.userName("Bob"));

        assertRefused(
                () -> admin.deleteUser(delete -> delete.userName("bob")),
                "NoSuchEntity",
                "The user with name bob cannot be found.");
        User second = admin.createUser(create -> create.userName("bob")).user();
        assertThat(second.userId()).isNotEqualTo(first.userId());
    }

    @Test
    void whatBelongsToAUserMustGoBeforeIt() {
        bench.user("bob", Documents.ALLOW_ALL);
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(READ_ONLY));
        admin.addUserToGroup(add -> add.userName("bob").groupName("Administrators"));

        assertConflict("Cannot delete entity, must delete access keys first.");
        String keyId = admin.listAccessKeys(list -> list.userName("bob"))
                .accessKeyMetadata()
                .getFirst()
                .accessKeyId();
        admin.deleteAccessKey(delete -> delete.userName("bob").accessKeyId(keyId));
        assertConflict("Cannot delete entity, must delete policies first.");
        admin.deleteUserPolicy(delete -> delete.userName("bob").policyName("policy-0"));
        assertConflict("Cannot delete entity, must detach all policies first.");
        admin.detachUserPolicy(detach -> detach.userName("bob").policyArn(READ_ONLY));
        assertConflict("Cannot delete entity, must remove users from group first.");
        admin.removeUserFromGroup(remove -> remove.userName("bob").groupName("Administrators"));

        admin.deleteUser(delete -> delete.userName("bob"));
        assertThat(admin.listUsers().users()).extracting(User::userName).containsExactly("Administrator");
    }

    private void assertConflict(String text) {
        assertRefused(() -> admin.deleteUser(delete -> delete.userName("bob")), "DeleteConflict", text);
    }
}
