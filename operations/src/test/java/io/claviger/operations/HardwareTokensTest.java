package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.MFA_DEVICES;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.MFA_DEVICES_IN_USE;

import io.claviger.iam.HardwareToken;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.Tag;

/** A hardware token is bound to a user by its serial number, and is listed nowhere before. */
class HardwareTokensTest extends OnAWorkbenchWithDevices {

    @BeforeEach
    void createBobAndBuyAToken() {
        createUsers("bob", "eve");
        buy(ACCOUNT, TOKEN, 30);
    }

    @Test
    void twoCodesBindItAndItIsListedByItsSerialNumber() {
        createDevice("phone");
        enable("phone", "bob");
        bind(TOKEN, "bob", -1);

        MFADevice token = MFADevice.builder()
                .userName("bob")
                .serialNumber(TOKEN)
                .enableDate(Workbench.START_SECOND)
                .build();
        assertThat(admin.listMFADevicesPaginator(list -> list.userName("bob").maxItems(1)).mfaDevices().stream())
                .hasSize(2)
                .last()
                .isEqualTo(token);
        assertThat(admin.getMFADevice(get -> get.userName("bob").serialNumber(TOKEN))
                        .enableDate())
                .isEqualTo(Workbench.START_SECOND);
        assertThat(admin.listVirtualMFADevices().virtualMFADevices())
                .extracting(device -> device.serialNumber())
                .containsExactly(serial("phone"));
    }

    @Test
    void anotherSerialNumberOrOtherCodesBindNothing() {
        assertRefused(
                () -> bind("GAHT87654321", "bob", -1),
                "NoSuchEntity",
                "MFA Device with serial number GAHT87654321 does not exist.");
        assertRefused(
                () -> bind(TOKEN, "bob", -100),
                "InvalidAuthenticationCode",
                "Authentication code for device is not valid.");
        assertThat(admin.listMFADevices(list -> list.userName("bob")).mfaDevices())
                .isEmpty();
    }

    @Test
    void theTokenOfAnotherAccountIsNotThere() {
        Actor _ = bench.otherAdministrator();
        buy(Workbench.OTHER_ACCOUNT, "GAHT00000001", 30);

        assertRefused(
                () -> bind("GAHT00000001", "bob", -1),
                "NoSuchEntity",
                "MFA Device with serial number GAHT00000001 does not exist.");
    }

    @Test
    void ofTwoUsersWhoEnableItAtOnceOneHasIt() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Throwable>> outcomes = threads.invokeAll(List.<Callable<Throwable>>of(
                    () -> catchThrowable(() -> bind(TOKEN, "bob", -1)),
                    () -> catchThrowable(() -> bind(TOKEN, "eve", -1))));
            Throwable bobs = outcomes.getFirst().get();
            Throwable eves = outcomes.getLast().get();
            assertThat(bobs == null).isNotEqualTo(eves == null);
            assertThat(Objects.requireNonNullElse(bobs, eves)).hasMessageContaining("MFA Device is already in use.");
        }
        assertThat(admin.listMFADevices(list -> list.userName("bob"))
                                .mfaDevices()
                                .size()
                        + admin.listMFADevices(list -> list.userName("eve"))
                                .mfaDevices()
                                .size())
                .isEqualTo(1);
    }

    @Test
    void itIsOneOfEightDevices() {
        for (int i = 1; i <= 8; i++) {
            createDevice("d" + i);
            enable("d" + i, "bob");
        }
        assertRefused(() -> bind(TOKEN, "bob", -1), "LimitExceeded", "Cannot exceed quota for MFADevicesPerUser: 8");
    }

    @Test
    void itIsFreeAgainWhenItIsDeactivated() {
        bind(TOKEN, "bob", -1);
        assertRefused(
                () -> admin.deactivateMFADevice(
                        deactivate -> deactivate.userName("eve").serialNumber(TOKEN)),
                "NoSuchEntity",
                "MFA Device invalid for user.");
        assertRefused(
                () -> admin.deleteUser(delete -> delete.userName("bob")),
                "DeleteConflict",
                "Cannot delete entity, must delete MFA device first.");

        admin.deactivateMFADevice(deactivate -> deactivate.userName("bob").serialNumber(TOKEN));
        admin.deleteUser(delete -> delete.userName("bob"));
        bind(TOKEN, "eve", -1);
        assertThat(admin.listMFADevices(list -> list.userName("eve")).mfaDevices())
                .extracting(MFADevice::serialNumber)
                .containsExactly(TOKEN);
    }

    @Test
    void itsClockIsBroughtInStep() {
        bind(TOKEN, "bob", -1);
        admin.resyncMFADevice(resync -> resync.userName("bob")
                .serialNumber(TOKEN)
                .authenticationCode1(shown(10))
                .authenticationCode2(shown(11)));

        HardwareToken stored =
                bench.store.read(reading -> reading.mfaDevices().token(TOKEN).orElseThrow());
        assertThat(stored.inUse().clock().drift()).isEqualTo(11L);
    }

    @Test
    void itIsNoVirtualDevice() {
        bind(TOKEN, "bob", -1);
        String absent = "MFA Device with serial number " + TOKEN + " does not exist.";
        assertRefused(() -> admin.deleteVirtualMFADevice(delete -> delete.serialNumber(TOKEN)), "NoSuchEntity", absent);
        assertRefused(
                () -> admin.tagMFADevice(tag -> tag.serialNumber(TOKEN)
                        .tags(Tag.builder().key("k").value("v").build())),
                "NoSuchEntity",
                absent);
    }

    @Test
    void theRootUserCanHaveOne() {
        IamClient root = bench.root().iam();
        bind(root, TOKEN, "root", -1);
        assertThat(root.listMFADevices().mfaDevices())
                .extracting(MFADevice::serialNumber)
                .containsExactly(TOKEN);
    }

    @Test
    void theSummaryAndTheCredentialReportCountItWhenItIsBound() {
        assertThat(admin.getAccountSummary().summaryMap())
                .containsEntry(MFA_DEVICES, 0)
                .containsEntry(MFA_DEVICES_IN_USE, 0);
        bind(TOKEN, "bob", -1);
        assertThat(admin.getAccountSummary().summaryMap())
                .containsEntry(MFA_DEVICES, 1)
                .containsEntry(MFA_DEVICES_IN_USE, 1);
        admin.generateCredentialReport();
        assertThat(admin.getCredentialReport().content().asUtf8String().lines())
                .filteredOn(line -> line.startsWith("bob,"))
                .singleElement()
                .asString()
                .contains(",false,N/A,N/A,N/A,true,false,");
    }
}
