package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

/** A password is hashed outside of transactions, so somebody else may change the login profile meanwhile. */
class PasswordRacesTest extends OnAWorkbench {

    private static final String PASSWORD = "Correct+h0rse";
    private static final String CHANGED_MEANWHILE =
            "Login Profile for User bob cannot be modified while login profile is being created.";

    private IamClient bob = admin;

    @BeforeEach
    void createBob() {
        bob = bench.user("bob", Documents.allow("iam:ChangePassword", "*")).iam();
        admin.createLoginProfile(create -> create.userName("bob").password(PASSWORD));
    }

    @Test
    void anUpdateOfAProfileThatIsBeingChangedIsRefused() throws Exception {
        assertRefusedInTheEnd(
                () -> admin.updateLoginProfile(update -> update.userName("bob").password(PASSWORD)));
    }

    @Test
    void aChangeOfOnesPasswordIsToo() throws Exception {
        assertRefusedInTheEnd(
                () -> bob.changePassword(change -> change.oldPassword(PASSWORD).newPassword(PASSWORD)));
    }

    /** An update without a password takes far less time than one that hashes, so the first try is usually refused. */
    private void assertRefusedInTheEnd(ThrowingCallable call) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread meanwhile = Thread.ofVirtual().start(() -> {
            for (boolean required = true; !done.get(); required = !required) {
                boolean next = required;
                // It may meet the other call too, and tries again.
                Throwable _ = catchThrowable(() -> admin.updateLoginProfile(
                        update -> update.userName("bob").passwordResetRequired(next)));
            }
        });
        try {
            Refusal refusal = null;
            while (refusal == null) {
                refusal = catchThrowableOfType(Refusal.class, call);
            }
            assertThat(refusal.code()).isEqualTo("EntityTemporarilyUnmodifiable");
            assertThat(refusal.text()).isEqualTo(CHANGED_MEANWHILE);
        } finally {
            done.set(true);
            meanwhile.join();
        }
    }
}
