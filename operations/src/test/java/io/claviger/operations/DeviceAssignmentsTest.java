package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.ACCOUNT_MFA_ENABLED;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.ACCOUNT_PASSWORD_PRESENT;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.MFA_DEVICES;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.MFA_DEVICES_IN_USE;

import io.claviger.iam.VirtualMfaDevice;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

class DeviceAssignmentsTest extends OnAWorkbenchWithDevices {

    private static final String INVALID = "Authentication code for device is not valid.";

    @BeforeEach
    void createBobAndAPhone() {
        createUsers("bob");
        createDevice("phone");
    }

    private void enableBy(String first, String second) {
        admin.enableMFADevice(enable -> enable.userName("bob")
                .serialNumber(serial("phone"))
                .authenticationCode1(first)
                .authenticationCode2(second));
    }

    @Test
    void twoCodesThatFollowOneAnotherEnableADevice() {
        enable("phone", "BOB");

        MFADevice device = MFADevice.builder()
                .userName("bob")
                .serialNumber(serial("phone"))
                .enableDate(Workbench.START_SECOND)
                .build();
        assertThat(admin.listMFADevices(list -> list.userName("bob")).mfaDevices())
                .containsExactly(device);
        var got = admin.getMFADevice(get -> get.userName("bob").serialNumber(serial("phone")));
        assertThat(got.userName()).isEqualTo("bob");
        assertThat(got.serialNumber()).isEqualTo(serial("phone"));
        assertThat(got.enableDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(got.hasCertifications()).isFalse();
    }

    @Test
    void othersDoNot() {
        assertRefused(() -> enableBy(code("phone", 0), code("phone", 0)), "InvalidAuthenticationCode", INVALID);
        assertRefused(() -> enableBy(code("phone", 0), code("phone", -1)), "InvalidAuthenticationCode", INVALID);
        assertRefused(() -> enableBy(code("phone", -100), code("phone", -99)), "InvalidAuthenticationCode", INVALID);
        assertThat(admin.listMFADevices(list -> list.userName("bob")).mfaDevices())
                .isEmpty();
    }

    @Test
    void whoOrWhatIsNotThereIsNotEnabled() {
        assertRefused(
                () -> admin.enableMFADevice(enable -> enable.userName("nobody")
                        .serialNumber(serial("phone"))
                        .authenticationCode1("123456")
                        .authenticationCode2("654321")),
                "NoSuchEntity",
                "The user with name nobody cannot be found.");
        assertRefused(
                () -> admin.enableMFADevice(enable -> enable.userName("bob")
                        .serialNumber("GAHT12345678")
                        .authenticationCode1("123456")
                        .authenticationCode2("654321")),
                "NoSuchEntity",
                "MFA Device with serial number GAHT12345678 does not exist.");
    }

    @Test
    void aDeviceIsOnePersonsOnly() {
        createUsers("eve");
        enable("phone", "bob");

        for (String user : new String[] {"bob", "eve"}) {
            assertRefused(() -> enable("phone", user), "EntityAlreadyExists", "MFA Device is already in use.");
        }
    }

    @Test
    void aUserHasEightDevicesAtMost() {
        for (int i = 1; i <= 8; i++) {
            createDevice("d" + i);
            enable("d" + i, "bob");
        }

        assertRefused(() -> enable("phone", "bob"), "LimitExceeded", "Cannot exceed quota for MFADevicesPerUser: 8");
        assertThat(admin.listMFADevicesPaginator(list -> list.userName("bob").maxItems(3)).mfaDevices().stream())
                .extracting(MFADevice::serialNumber)
                .hasSize(8)
                .startsWith(serial("d1"), serial("d2"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aDeviceIsTakenAwayAndGivenToAnother() {
        createUsers("eve");
        enable("phone", "bob");
        assertRefused(
                () -> admin.deactivateMFADevice(
                        deactivate -> deactivate.userName("eve").serialNumber(serial("phone"))),
                "NoSuchEntity",
                "MFA Device invalid for user.");
        assertRefused(
                () -> admin.deactivateMFADevice(
                        deactivate -> deactivate.userName("bob").serialNumber(serial("none"))),
                "NoSuchEntity",
                "MFA Device with serial number " + serial("none") + " does not exist.");
        assertRefused(
                () -> admin.deactivateMFADevice(
                        deactivate -> deactivate.userName("nobody").serialNumber(serial("phone"))),
                "NoSuchEntity",
                "The user with name nobody cannot be found.");

        admin.deactivateMFADevice(deactivate -> deactivate.userName("bob").serialNumber(serial("phone")));
        assertThat(admin.listMFADevices(list -> list.userName("bob")).mfaDevices())
                .isEmpty();
        enable("phone", "eve");
        assertThat(admin.listMFADevices(list -> list.userName("eve")).mfaDevices())
                .hasSize(1);
    }

    @Test
    void aClockThatWentAstrayIsBroughtInStep() {
        enable("phone", "bob");

        admin.resyncMFADevice(resync -> resync.userName("bob")
                .serialNumber(serial("phone"))
                .authenticationCode1(code("phone", 10))
                .authenticationCode2(code("phone", 11)));

        VirtualMfaDevice stored = bench.store.read(
                reading -> reading.mfaDevices().named(ACCOUNT, "/phone").orElseThrow());
        assertThat(stored.use())
                .isNotNull()
                .extracting(use -> use.clock().drift())
                .isEqualTo(11L);
        assertRefused(
                () -> admin.resyncMFADevice(resync -> resync.userName("bob")
                        .serialNumber(serial("phone"))
                        .authenticationCode1(code("phone", 10))
                        .authenticationCode2(code("phone", 11))),
                "InvalidAuthenticationCode",
                INVALID);
        assertRefused(
                () -> admin.resyncMFADevice(resync -> resync.userName("Administrator")
                        .serialNumber(serial("phone"))
                        .authenticationCode1(code("phone", 12))
                        .authenticationCode2(code("phone", 13))),
                "NoSuchEntity",
                "MFA Device invalid for user.");
    }

    @Test
    void withoutANameTheDevicesAreTheCallersOwn() {
        enable("phone", "Administrator");

        assertThat(admin.listMFADevices().mfaDevices())
                .extracting(MFADevice::userName)
                .containsExactly("Administrator");
        assertThat(admin.getMFADevice(get -> get.serialNumber(serial("phone"))).userName())
                .isEqualTo("Administrator");
        admin.deactivateMFADevice(deactivate -> deactivate.serialNumber(serial("phone")));
        assertThat(admin.listMFADevices().mfaDevices()).isEmpty();
    }

    @Test
    void theRootUserHasDevicesOfItsOwn() {
        IamClient root = bench.root().iam();
        assertRefused(() -> enable("phone", "root"), "NoSuchEntity", "The user with name root cannot be found.");

        enable(root, "phone", "root");
        assertThat(root.listMFADevices().mfaDevices())
                .containsExactly(MFADevice.builder()
                        .serialNumber(serial("phone"))
                        .enableDate(Workbench.START_SECOND)
                        .build());
        assertThat(admin.listMFADevices().mfaDevices()).isEmpty();
        assertThat(admin.getAccountSummary().summaryMap()).containsEntry(ACCOUNT_MFA_ENABLED, 1);
        root.deactivateMFADevice(deactivate -> deactivate.serialNumber(serial("phone")));
        assertThat(admin.getAccountSummary().summaryMap()).containsEntry(ACCOUNT_MFA_ENABLED, 0);
    }

    @Test
    void theSummaryCountsDevices() {
        createDevice("other");
        enable("phone", "bob");

        Map<SummaryKeyType, Integer> summary = admin.getAccountSummary().summaryMap();
        assertThat(summary)
                .containsEntry(MFA_DEVICES, 2)
                .containsEntry(MFA_DEVICES_IN_USE, 1)
                .containsEntry(ACCOUNT_MFA_ENABLED, 0)
                .containsEntry(ACCOUNT_PASSWORD_PRESENT, 1);
    }

    @Test
    void aUserIsDeletedAfterTheirDevicesAreTakenAwayOnly() {
        enable("phone", "bob");

        assertRefused(
                () -> admin.deleteUser(delete -> delete.userName("bob")),
                "DeleteConflict",
                "Cannot delete entity, must delete MFA device first.");
        admin.deactivateMFADevice(deactivate -> deactivate.userName("bob").serialNumber(serial("phone")));
        admin.deleteUser(delete -> delete.userName("bob"));
    }

    @Test
    void theRightIsOneOnTheUser() {
        IamClient eve = bench.user("eve", Documents.allow("iam:EnableMFADevice", "arn:aws:iam::*:user/${aws:username}"))
                .iam();

        assertDenied(
                () -> enable(eve, "phone", "bob"),
                "User: " + ARN + "user/eve is not authorized to perform: iam:EnableMFADevice on resource: user bob"
                        + " because no identity-based policy allows the iam:EnableMFADevice action");
        enable(eve, "phone", "eve");
    }
}
