package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Credential.Origin;
import io.claviger.iam.LoginProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

class PasswordChangeTest extends OnAWorkbench {

    private static final String PASSWORD = "Correct+h0rse";
    private static final String NEXT = "Another+h0rse";
    private static final String MAY_CHANGE =
            Documents.allow("iam:ChangePassword", "arn:aws:iam::*:user/${aws:username}");
    private static final String USED_BEFORE =
            "Policy constraint violation with password reuse prevention during password change.";

    private Actor bob = bench.administrator();

    @BeforeEach
    void createBob() {
        bob = bench.user("bob", MAY_CHANGE);
        admin.createLoginProfile(create -> create.userName("bob").password(PASSWORD));
    }

    private void change(Actor who, String from, String to) {
        who.iam().changePassword(change -> change.oldPassword(from).newPassword(to));
    }

    private LoginProfile stored() {
        return bench.store.read(reading -> reading.passwords()
                .ofUser(reading.users().named(ACCOUNT, "bob").orElseThrow().id())
                .orElseThrow());
    }

    private boolean isPassword(String password) {
        return bench.deployment.passwords().matches(password, stored().password());
    }

    @Test
    void whoKnowsTheOldPasswordSetsANewOne() {
        admin.updateLoginProfile(update -> update.userName("bob").passwordResetRequired(true));
        bench.pass(Duration.ofDays(2));

        change(bob, PASSWORD, NEXT);

        assertThat(isPassword(NEXT)).isTrue();
        assertThat(stored().resetRequired()).isFalse();
        assertThat(stored().passwordDate()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofDays(2)));
        assertThat(stored().createDate()).isEqualTo(Workbench.START_SECOND);
    }

    @Test
    void aWrongOldPasswordChangesNothing() {
        assertRefused(() -> change(bob, "Wrong+h0rse", NEXT), "AccessDenied", "The old password was incorrect.");
        assertRefused(() -> change(bob, "Wrong+h0rse", NEXT), "AccessDenied", "The old password was incorrect.");
        assertThat(isPassword(PASSWORD)).isTrue();
        change(bob, PASSWORD, NEXT);
    }

    /** More from one network at once than the line has places for. */
    @Test
    void whoGuessesAtOnceIsHeldBack() throws Exception {
        List<String> messages = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String guess = "Wrong+h0rse-" + i;
            threads.add(Thread.ofVirtual().start(() -> {
                Refusal refusal = Refusal.of(() -> change(bob, guess, NEXT));
                synchronized (messages) {
                    messages.add(refusal.getMessage());
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(messages)
                .hasSize(40)
                .contains("Throttling: Rate exceeded")
                .allMatch(
                        List.of("Throttling: Rate exceeded", "AccessDenied: The old password was incorrect.")
                                ::contains);
        change(bob, PASSWORD, NEXT);
    }

    @Test
    void aNewPasswordHasToConform() {
        assertRefused(
                () -> change(bob, PASSWORD, "simple"),
                "PasswordPolicyViolation",
                "Password does not conform to the account password policy.");
        assertThat(isPassword(PASSWORD)).isTrue();
    }

    @Test
    void asManyEarlierPasswordsAreRefusedAsThePolicySays() {
        admin.updateAccountPasswordPolicy(update -> update.passwordReusePrevention(2));

        assertRefused(() -> change(bob, PASSWORD, PASSWORD), "PasswordPolicyViolation", USED_BEFORE);
        change(bob, PASSWORD, NEXT);
        assertRefused(() -> change(bob, NEXT, PASSWORD), "PasswordPolicyViolation", USED_BEFORE);
        change(bob, NEXT, "Third+h0rse");
        assertRefused(() -> change(bob, "Third+h0rse", NEXT), "PasswordPolicyViolation", USED_BEFORE);
        assertRefused(
                () -> admin.updateLoginProfile(update -> update.userName("bob").password(NEXT)),
                "PasswordPolicyViolation",
                USED_BEFORE);
        change(bob, "Third+h0rse", PASSWORD);
    }

    @Test
    void withoutPreventionAPasswordMayBeUsedAgainAndNoneIsRemembered() {
        change(bob, PASSWORD, PASSWORD);
        change(bob, PASSWORD, NEXT);

        assertThat(stored().earlier()).isEmpty();
    }

    @Test
    void whoHasNoPasswordHasNoneToChange() {
        admin.deleteLoginProfile(delete -> delete.userName("bob"));

        assertRefused(() -> change(bob, PASSWORD, NEXT), "NoSuchEntity", "Login Profile for User bob cannot be found.");
    }

    @Test
    void onlyUsersHaveAPasswordToChange() {
        String text = "Only IAM Users can change their own password.";
        createRole("deploy");
        var credentials = bench.administrator()
                .sts()
                .assumeRole(assume -> assume.roleArn(ARN + "role/deploy").roleSessionName("session"))
                .credentials();
        Actor session = new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());

        assertRefused(() -> change(bench.root(), PASSWORD, NEXT), "InvalidUserType", text);
        assertRefused(() -> change(session, PASSWORD, NEXT), "InvalidUserType", text);
    }

    @Test
    void whoSignedInChangesTheirPasswordToo() {
        String id =
                bench.caller(bob.accessKeyId(), null).orElseThrow().principal().userId();

        change(bench.signedIn(id, Origin.SIGN_IN), PASSWORD, NEXT);

        assertThat(isPassword(NEXT)).isTrue();
    }

    @Test
    void anAccountMayLetAllOfItsUsersChangeTheirPasswords() {
        Actor eve = bench.user("eve");
        admin.createLoginProfile(create -> create.userName("eve").password(PASSWORD));
        String denied = "User: " + ARN + "user/eve is not authorized to perform: iam:ChangePassword on resource: user"
                + " eve because no identity-based policy allows the iam:ChangePassword action";
        assertDenied(() -> change(eve, PASSWORD, NEXT), denied);
        admin.updateAccountPasswordPolicy(update -> update.minimumPasswordLength(6));
        assertDenied(() -> change(eve, PASSWORD, NEXT), denied);

        admin.updateAccountPasswordPolicy(update -> update.allowUsersToChangePassword(true));
        change(eve, PASSWORD, NEXT);
        IamClient client = eve.iam();
        assertThat(client.getAccountPasswordPolicy().passwordPolicy().allowUsersToChangePassword())
                .isTrue();
        assertDenied(
                client::listUsers,
                "User: " + ARN + "user/eve is not authorized to perform: iam:ListUsers on resource: " + ARN
                        + "user/ because no identity-based policy allows the iam:ListUsers action");
        admin.deleteAccountPasswordPolicy();
        assertDenied(() -> change(eve, NEXT, PASSWORD), denied);
    }

    @Test
    void whatTheAccountLetsUsersDoAPolicyMayDenyAndABoundaryHasToAllow() {
        admin.updateAccountPasswordPolicy(update -> update.allowUsersToChangePassword(true));
        Actor denied = bench.user("denied", Documents.policy(Documents.statement("Deny", "iam:ChangePassword", "*")));
        String boundary = ownPolicy("boundary");
        admin.createUser(create -> create.userName("bound").permissionsBoundary(boundary));
        Actor bound = bench.keyOf("bound");

        assertDenied(
                () -> change(denied, PASSWORD, NEXT),
                "User: " + ARN + "user/denied is not authorized to perform: iam:ChangePassword on resource: user"
                        + " denied with an explicit deny in an identity-based policy");
        assertDenied(
                () -> change(bound, PASSWORD, NEXT),
                "User: " + ARN + "user/bound is not authorized to perform: iam:ChangePassword on resource: user bound"
                        + " because no identity-based policy allows the iam:ChangePassword action");
    }
}
