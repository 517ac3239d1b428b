package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.sliceAfter;
import static io.claviger.storage.Samples.update;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.SealedSecret;
import io.claviger.iam.Tag;
import io.claviger.iam.TotpDevice.Clock;
import io.claviger.iam.TotpDevice.Use;
import io.claviger.iam.User;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.MfaQueries.Which;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.StoreFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MFA devices are kept with every field, found, given to somebody, counted and deleted. */
interface MfaContract extends ContractGround {

    private static VirtualMfaDevice device(String path, String name) {
        return new VirtualMfaDevice(
                ACCOUNT, path, name, new SealedSecret(new byte[] {1, 2, 3}), null, List.of(new Tag("k", "v")));
    }

    private long count(Counted kind) {
        return now().accounts().count(ACCOUNT, kind);
    }

    @Test
    default void keepsDevicesWithEveryFieldAndFindsThemWithoutCase() {
        VirtualMfaDevice phone = device("/a/", "Phone");
        insert(store(), phone);
        assertThat(now().mfaDevices().named(ACCOUNT, "/a/pHONE")).contains(phone);
        assertThat(now().mfaDevices().named(ACCOUNT, "/Phone")).isEmpty();
        assertThat(now().mfaDevices().named(OTHER_ACCOUNT, "/a/Phone")).isEmpty();
        assertThatThrownBy(() -> insert(store(), device("/a/", "phone"))).isInstanceOf(StoreFailure.class);
        insert(store(), device("/", "Phone"));

        User owner = user("bob");
        insert(store(), owner);
        VirtualMfaDevice used =
                phone.used(new Use(owner.id(), NOW, new Clock(-3, 58_000_000))).tagged(List.of());
        update(store(), used);
        assertThat(now().mfaDevices().named(ACCOUNT, "/a/Phone")).contains(used);
        assertThat(now().mfaDevices().ofOwner(owner.id())).containsExactly(used);
        assertThatThrownBy(() -> delete(store(), owner)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> update(store(), phone.used(new Use("AIDANOBODY", NOW, new Clock(0, 0)))))
                .isInstanceOf(StoreFailure.class);
        update(store(), used.used(null));
        assertThat(now().mfaDevices().ofOwner(owner.id())).isEmpty();
        delete(store(), used);
        assertThat(now().mfaDevices().named(ACCOUNT, "/a/Phone")).isEmpty();
        delete(store(), owner);
    }

    @Test
    default void listsDevicesByPathAndNameAndByWhetherTheyAreSomebodys() {
        VirtualMfaDevice ofRoot = device("/", "a").used(new Use(ACCOUNT, NOW, new Clock(0, 1)));
        insert(store(), device("/z/", "b"), device("/", "C"), ofRoot);

        assertThat(now().mfaDevices().list(ACCOUNT, Which.ALL, Slice.ALL))
                .containsExactly(ofRoot, device("/", "C"), device("/z/", "b"));
        assertThat(now().mfaDevices().list(ACCOUNT, Which.ASSIGNED, Slice.ALL)).containsExactly(ofRoot);
        assertThat(now().mfaDevices().list(ACCOUNT, Which.UNASSIGNED, Slice.ALL))
                .containsExactly(device("/", "C"), device("/z/", "b"));
        assertThat(now().mfaDevices().list(ACCOUNT, Which.ALL, sliceAfter("/A", 1)))
                .containsExactly(device("/", "C"));
        assertThat(now().mfaDevices().ofOwner(ACCOUNT)).containsExactly(ofRoot);
    }

    @Test
    default void countsDevicesAndThoseInUse() {
        VirtualMfaDevice phone = device("/", "phone");
        VirtualMfaDevice used = phone.used(new Use(ACCOUNT, NOW, new Clock(0, 1)));
        insert(store(), phone, device("/", "other"));
        assertThat(count(Counted.MFA_DEVICES)).isEqualTo(2);
        assertThat(count(Counted.MFA_DEVICES_IN_USE)).isZero();
        update(store(), used);
        update(store(), used.tagged(List.of()));
        assertThat(count(Counted.MFA_DEVICES_IN_USE)).isEqualTo(1);
        update(store(), phone);
        assertThat(count(Counted.MFA_DEVICES_IN_USE)).isZero();
        update(store(), used);
        delete(store(), used);
        assertThat(count(Counted.MFA_DEVICES)).isEqualTo(1);
        assertThat(count(Counted.MFA_DEVICES_IN_USE)).isZero();
    }
}
