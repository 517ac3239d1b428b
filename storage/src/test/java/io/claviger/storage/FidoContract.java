package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.device;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.update;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.AnsweredChallenge;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.FidoDevice.Credential;
import io.claviger.iam.TotpDevice.Clock;
import io.claviger.iam.TotpDevice.Use;
import io.claviger.iam.User;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.StoreFailure;
import org.junit.jupiter.api.Test;

/** Passkeys and security keys are kept with every field, found, counted and deleted; a challenge is answered once. */
interface FidoContract extends ContractGround {

    private static FidoDevice key(String path, String name, String ownerId, String credentialId) {
        return new FidoDevice(
                ACCOUNT,
                path,
                name,
                ownerId,
                NOW,
                new Credential("iam.example.com", credentialId, "pQECAyYg", 7, "00000000-0000-0000-0000-000000000000"));
    }

    @Test
    default void keepsPasskeysWithEveryFieldAndFindsThem() {
        User bob = user("bob");
        FidoDevice laptop = key("/user/bob/", "laptop-AAAA", bob.id(), "one");
        insert(store(), bob, laptop);

        assertThat(now().mfaDevices().fidoNamed(ACCOUNT, "/user/bob/laptop-AAAA"))
                .contains(laptop);
        assertThat(now().mfaDevices().fidoNamed(OTHER_ACCOUNT, "/user/bob/laptop-AAAA"))
                .isEmpty();
        assertThat(now().mfaDevices().fidoNamed(ACCOUNT, "/root/laptop-AAAA")).isEmpty();
        assertThat(now().mfaDevices().isCredentialKnown("one")).isTrue();
        assertThat(now().mfaDevices().isCredentialKnown("two")).isFalse();
        assertThatThrownBy(() -> insert(store(), key("/user/bob/", "other-BBBB", bob.id(), "one")))
                .isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store(), key("/user/eve/", "key-CCCC", "AIDANOBODY", "three")))
                .isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> delete(store(), bob)).isInstanceOf(StoreFailure.class);

        update(store(), laptop.signed(8));
        assertThat(now().mfaDevices().fidoOf(bob.id())).containsExactly(laptop.signed(8));
        delete(store(), laptop);
        assertThat(now().mfaDevices().fidoOf(bob.id())).isEmpty();
        delete(store(), bob);
    }

    @Test
    default void somebodysDevicesAreOfBothKinds() {
        VirtualMfaDevice phone = device("phone").used(new Use(ACCOUNT, NOW, new Clock(0, 1)));
        FidoDevice laptop = key("/root/", "laptop-AAAA", ACCOUNT, "one");
        FidoDevice desk = key("/root/", "Desk-BBBB", ACCOUNT, "two");
        assertThat(now().mfaDevices().has(ACCOUNT)).isFalse();
        insert(store(), laptop);
        assertThat(now().mfaDevices().has(ACCOUNT)).isTrue();
        insert(store(), phone, desk);

        assertThat(now().mfaDevices().ofOwner(ACCOUNT)).containsExactly(phone, desk, laptop);
        assertThat(now().mfaDevices().totpOf(ACCOUNT)).containsExactly(phone);
        assertThat(now().mfaDevices().fidoOf(ACCOUNT)).containsExactly(desk, laptop);
        assertThat(now().mfaDevices().ofOwner(OTHER_ACCOUNT)).isEmpty();
        delete(store(), laptop, desk);
        assertThat(now().mfaDevices().has(ACCOUNT)).isTrue();
        assertThat(now().mfaDevices().has(OTHER_ACCOUNT)).isFalse();
    }

    @Test
    default void countsPasskeysApartFromVirtualDevices() {
        FidoDevice laptop = key("/root/", "laptop-AAAA", ACCOUNT, "one");
        insert(store(), laptop, device("phone"));
        assertThat(now().accounts().count(ACCOUNT, Counted.FIDO_DEVICES)).isEqualTo(1);
        assertThat(now().accounts().count(ACCOUNT, Counted.MFA_DEVICES)).isEqualTo(1);
        update(store(), laptop.signed(9));
        delete(store(), laptop);
        assertThat(now().accounts().count(ACCOUNT, Counted.FIDO_DEVICES)).isZero();
    }

    @Test
    default void aChallengeIsRememberedUntilNoServersClockCanTakeItToBeInTime() {
        insert(store(), new AnsweredChallenge(ACCOUNT, "first", NOW, NOW.plusSeconds(300)));
        assertThat(now().mfaDevices().isAnswered("first")).isTrue();
        assertThat(now().mfaDevices().isAnswered("second")).isFalse();
        assertThatThrownBy(() -> insert(store(), new AnsweredChallenge(ACCOUNT, "first", NOW, NOW.plusSeconds(300))))
                .isInstanceOf(StoreFailure.class);

        insert(store(), new AnsweredChallenge(ACCOUNT, "second", NOW.plusSeconds(899), NOW.plusSeconds(1199)));
        assertThat(now().mfaDevices().isAnswered("first")).isTrue();
        insert(store(), new AnsweredChallenge(ACCOUNT, "third", NOW.plusSeconds(900), NOW.plusSeconds(1200)));
        assertThat(now().mfaDevices().isAnswered("first")).isFalse();
        assertThat(now().mfaDevices().isAnswered("second")).isTrue();
    }
}
