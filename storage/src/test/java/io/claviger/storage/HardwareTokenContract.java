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

import io.claviger.iam.HardwareToken;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.TotpDevice;
import io.claviger.iam.TotpDevice.Clock;
import io.claviger.iam.TotpDevice.Use;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.StoreFailure;
import org.junit.jupiter.api.Test;

/** Hardware tokens are kept with every field, found in the whole deployment, given to somebody, counted and deleted. */
interface HardwareTokenContract extends ContractGround {

    private static HardwareToken token(String accountId, String serialNumber) {
        return new HardwareToken(accountId, serialNumber, new SealedSecret(new byte[] {4, 5, 6}), 60, null);
    }

    private long inUse() {
        return now().accounts().count(ACCOUNT, Counted.HARDWARE_TOKENS_IN_USE);
    }

    @Test
    default void keepsTokensWithEveryFieldAndFindsThemWithoutCase() {
        HardwareToken token = token(ACCOUNT, "GAHT12345678");
        insert(store(), token);
        assertThat(now().mfaDevices().token("gaht12345678")).contains(token);
        assertThat(now().mfaDevices().token("GAHT12345679")).isEmpty();
        assertThatThrownBy(() -> insert(store(), token(OTHER_ACCOUNT, "gaht12345678")))
                .isInstanceOf(StoreFailure.class);

        User owner = user("bob");
        insert(store(), owner);
        HardwareToken used = token.used(new Use(owner.id(), NOW, new Clock(-3, 29_000_000)));
        update(store(), used);
        assertThat(now().mfaDevices().token("GAHT12345678")).contains(used);
        assertThat(now().mfaDevices().has(owner.id())).isTrue();
        assertThatThrownBy(() -> delete(store(), owner)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> update(store(), token.used(new Use("AIDANOBODY", NOW, new Clock(0, 0)))))
                .isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> update(store(), token(OTHER_ACCOUNT, "GAHT12345678")))
                .isInstanceOf(StoreFailure.class);
        update(store(), token);
        assertThat(now().mfaDevices().has(owner.id())).isFalse();
        delete(store(), owner, token);
        assertThat(now().mfaDevices().token("GAHT12345678")).isEmpty();
    }

    @Test
    default void anotherSeedTakesThePlaceOfTheFirst() {
        insert(store(), token(ACCOUNT, "GAHT12345678"));
        HardwareToken other = new HardwareToken(ACCOUNT, "gaht12345678", new SealedSecret(new byte[] {7}), 30, null);
        update(store(), other);
        assertThat(now().mfaDevices().token("GAHT12345678")).contains(other);
    }

    @Test
    default void tokensOfSomebodyAreBesideTheirOtherDevicesAndTheRestIsUnused() {
        TotpDevice phone = device("phone").used(new Use(ACCOUNT, NOW, new Clock(0, 1)));
        HardwareToken used = token(ACCOUNT, "GAHT00000002").used(new Use(ACCOUNT, NOW, new Clock(0, 1)));
        insert(store(), phone, used, token(ACCOUNT, "gaht00000003"), token(ACCOUNT, "GAHT00000001"));
        insert(store(), token(OTHER_ACCOUNT, "GAHT00000004"));
        assertThat(now().mfaDevices().totpOf(ACCOUNT)).containsExactly(phone, used);
        assertThat(now().mfaDevices().ofOwner(ACCOUNT)).containsExactly(phone, used);
        assertThat(now().mfaDevices().unusedTokens(ACCOUNT))
                .containsExactly(token(ACCOUNT, "GAHT00000001"), token(ACCOUNT, "gaht00000003"));
    }

    @Test
    default void countsTokensThatAreSomebodysAlone() {
        HardwareToken token = token(ACCOUNT, "GAHT12345678");
        HardwareToken used = token.used(new Use(ACCOUNT, NOW, new Clock(0, 1)));
        insert(store(), token);
        assertThat(inUse()).isZero();
        update(store(), used);
        update(store(), used.used(new Use(ACCOUNT, NOW, new Clock(0, 2))));
        assertThat(inUse()).isEqualTo(1);
        update(store(), token);
        assertThat(inUse()).isZero();
        delete(store(), token);
        insert(store(), used);
        assertThat(inUse()).isEqualTo(1);
        delete(store(), used);
        assertThat(inUse()).isZero();
    }
}
