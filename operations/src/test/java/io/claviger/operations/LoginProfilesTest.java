package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.PasswordHash;
import io.claviger.iam.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.LoginProfile;

class LoginProfilesTest extends OnAWorkbench {

    private static final String PASSWORD = "Correct+h0rse";
    private static final String TOO_SIMPLE = "Password does not conform to the account password policy.";

    private void create(String name) {
        admin.createLoginProfile(create -> create.userName(name).password(PASSWORD));
    }

    private Optional<io.claviger.iam.LoginProfile> stored(String name) {
        return bench.store.read(reading -> {
            User user = reading.users().named(ACCOUNT, name).orElseThrow();
            return reading.passwords().ofUser(user.id());
        });
    }

    private boolean isPassword(String name, String password) {
        return bench.deployment
                .passwords()
                .matches(password, stored(name).orElseThrow().password());
    }

    @Test
    void aProfileIsMadeShownChangedAndDeleted() {
        createUsers("bob");
        LoginProfile made = LoginProfile.builder()
                .userName("bob")
                .createDate(Workbench.START_SECOND)
                .passwordResetRequired(false)
                .build();

        assertThat(admin.createLoginProfile(create -> create.userName("BOB").password(PASSWORD))
                        .loginProfile())
                .isEqualTo(made);
        assertThat(admin.getLoginProfile(get -> get.userName("bob")).loginProfile())
                .isEqualTo(made);
        assertThat(isPassword("bob", PASSWORD)).isTrue();

        bench.pass(Duration.ofDays(1));
        admin.updateLoginProfile(
                update -> update.userName("bob").password("Another+h0rse").passwordResetRequired(true));
        assertThat(admin.getLoginProfile(get -> get.userName("bob")).loginProfile())
                .isEqualTo(made.toBuilder().passwordResetRequired(true).build());
        assertThat(isPassword("bob", "Another+h0rse")).isTrue();
        assertThat(stored("bob").orElseThrow().passwordDate())
                .isEqualTo(Workbench.START_SECOND.plus(Duration.ofDays(1)));

        admin.deleteLoginProfile(delete -> delete.userName("bob"));
        assertThat(stored("bob")).isEmpty();
    }

    @Test
    void thePasswordIsKeptAsAHashOnly() {
        createUsers("bob");
        create("bob");

        assertThat(stored("bob").orElseThrow().password().encoded())
                .startsWith("$argon2id$")
                .doesNotContain(PASSWORD);
    }

    @Test
    void whatAnUpdateDoesNotSayStaysAsItIs() {
        createUsers("bob");
        admin.createLoginProfile(
                create -> create.userName("bob").password(PASSWORD).passwordResetRequired(true));
        io.claviger.iam.LoginProfile before = stored("bob").orElseThrow();

        admin.updateLoginProfile(update -> update.userName("bob"));
        assertThat(stored("bob")).contains(before);
        admin.updateLoginProfile(update -> update.userName("bob").password("Another+h0rse"));
        assertThat(stored("bob").orElseThrow().resetRequired()).isTrue();
        admin.updateLoginProfile(update -> update.userName("bob").passwordResetRequired(false));
        assertThat(stored("bob").orElseThrow().resetRequired()).isFalse();
        assertThat(isPassword("bob", "Another+h0rse")).isTrue();
    }

    @Test
    void withoutANameItIsTheCallersOwn() {
        admin.createLoginProfile(create -> create.password(PASSWORD));

        assertThat(admin.getLoginProfile(get -> {}).loginProfile().userName()).isEqualTo("Administrator");
        admin.deleteLoginProfile(delete -> {});
        assertThat(stored("Administrator")).isEmpty();
        String text = "Must specify userName when calling with non-User credentials";
        IamClient root = bench.root().iam();
        assertRefused(() -> root.createLoginProfile(create -> create.password(PASSWORD)), "ValidationError", text);
        assertRefused(() -> root.getLoginProfile(get -> {}), "ValidationError", text);
        assertRefused(() -> root.deleteLoginProfile(delete -> {}), "ValidationError", text);
    }

    @Test
    void aUserHasOneProfileAtMost() {
        createUsers("bob");
        create("bob");

        assertRefused(() -> create("bob"), "EntityAlreadyExists", "Login Profile for user bob already exists.");
    }

    @Test
    void whoIsNotThereOrHasNoProfileIsNotFound() {
        createUsers("bob");
        String nobody = "The user with name nobody cannot be found.";
        String none = "Login Profile for User bob cannot be found.";

        assertRefused(() -> create("nobody"), "NoSuchEntity", nobody);
        assertRefused(() -> admin.updateLoginProfile(update -> update.userName("nobody")), "NoSuchEntity", nobody);
        assertRefused(() -> admin.updateLoginProfile(update -> update.userName("bob")), "NoSuchEntity", none);
        assertRefused(() -> admin.getLoginProfile(get -> get.userName("bob")), "NoSuchEntity", none);
        assertRefused(() -> admin.deleteLoginProfile(delete -> delete.userName("bob")), "NoSuchEntity", none);
    }

    @Test
    void aNewProfileNeedsAPassword() {
        createUsers("bob");

        assertRefused(
                () -> admin.createLoginProfile(create -> create.userName("bob")),
                "ValidationError",
                "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be"
                        + " null");
    }

    /** Fewer than eight characters, or of fewer than three classes. */
    @ParameterizedTest
    @ValueSource(strings = {"Sh0rt+1", "onlylowercase", "lower123456", "UPPER+++++", "12345678+"})
    void withoutAPolicyAPasswordHasEightCharactersOfThreeClasses(String simple) {
        createUsers("bob", "eve");
        create("eve");

        assertRefused(
                () -> admin.createLoginProfile(create -> create.userName("bob").password(simple)),
                "PasswordPolicyViolation",
                TOO_SIMPLE);
        assertRefused(
                () -> admin.updateLoginProfile(update -> update.userName("eve").password(simple)),
                "PasswordPolicyViolation",
                TOO_SIMPLE);
        assertThat(stored("bob")).isEmpty();
        assertThat(isPassword("eve", PASSWORD)).isTrue();
    }

    @Test
    void aUserIsDeletedAfterTheirProfileOnly() {
        createUsers("bob");
        create("bob");

        assertRefused(
                () -> admin.deleteUser(delete -> delete.userName("bob")),
                "DeleteConflict",
                "Cannot delete entity, must delete login profile first.");
        admin.deleteLoginProfile(delete -> delete.userName("bob"));
        admin.deleteUser(delete -> delete.userName("bob"));
    }

    @Test
    void aRenamedUserKeepsTheirProfile() {
        createUsers("bob");
        create("bob");

        admin.updateUser(update -> update.userName("bob").newUserName("robert"));

        assertThat(admin.getLoginProfile(get -> get.userName("robert"))
                        .loginProfile()
                        .userName())
                .isEqualTo("robert");
    }

    @Test
    void theRightIsOneOnTheUser() {
        createUsers("eve");
        create("eve");
        IamClient bob = bench.user("bob", Documents.allow("iam:*LoginProfile", "arn:aws:iam::*:user/${aws:username}"))
                .iam();

        bob.createLoginProfile(create -> create.password(PASSWORD));
        assertDenied(
                () -> bob.updateLoginProfile(update -> update.userName("eve").password("Another+h0rse")),
                "User: " + ARN + "user/bob is not authorized to perform: iam:UpdateLoginProfile on resource: user eve"
                        + " because no identity-based policy allows the iam:UpdateLoginProfile action");
    }

    /** An acknowledged password is the present one or one that is remembered. */
    @Test
    void whatIsChangedAtTheSameMomentIsNotLost() {
        createUsers("bob");
        create("bob");
        admin.updateAccountPasswordPolicy(update -> update.passwordReusePrevention(24));
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        List<String> codes = new CopyOnWriteArrayList<>();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    String password = "Correct+h0rse-" + i;
                    try {
                        bench.administrator()
                                .iam()
                                .updateLoginProfile(
                                        update -> update.userName("bob").password(password));
                        acknowledged.add(password);
                    } catch (Refusal refusal) {
                        codes.add(refusal.getMessage());
                    }
                }))
                .toList();
        threads.forEach(LoginProfilesTest::join);

        assertThat(acknowledged.size() + codes.size()).isEqualTo(4);
        assertThat(acknowledged).isNotEmpty();
        assertThat(codes)
                .allMatch("EntityTemporarilyUnmodifiable: Login Profile for User bob cannot be modified while login"
                        .concat(" profile is being created.")::equals);
        List<PasswordHash> latest = stored("bob").orElseThrow().latest(24);
        assertThat(latest).hasSize(acknowledged.size() + 1);
        assertThat(acknowledged)
                .allSatisfy(password -> assertThat(latest)
                        .anyMatch(hash -> bench.deployment.passwords().matches(password, hash)));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
