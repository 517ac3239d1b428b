package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.ACCOUNT_MFA_ENABLED;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.MFA_DEVICES;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.MFA_DEVICES_IN_USE;

import io.claviger.iam.FidoDevice;
import io.claviger.iam.FidoDevice.Credential;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.Tag;

/** What IAM's operations show of passkeys and security keys, and do with them: they are registered elsewhere. */
class FidoDevicesTest extends OnAWorkbenchWithDevices {

    private static final String ID = "-NSSQURFMVVHQLMHYNZQJFH4EHM";
    private static final String KEY = ARN + "u2f/user/bob/laptop" + ID;

    @BeforeEach
    void createBobAndAPhone() {
        createUsers("bob");
        createDevice("phone");
    }

    private String idOf(String user) {
        return admin.getUser(get -> get.userName(user)).user().userId();
    }

    private void register(String path, String name, String ownerId) {
        Credential credential =
                new Credential("iam.example.com", name, "pQECAyYg", 0, "00000000-0000-0000-0000-000000000000");
        FidoDevice _ = bench.store.write(writing -> {
            FidoDevice device = new FidoDevice(ACCOUNT, path, name + ID, ownerId, Workbench.START_SECOND, credential);
            writing.insert(device);
            return device;
        });
    }

    private void registerBobs(String... names) {
        String bob = idOf("bob");
        Arrays.stream(names).forEach(name -> register("/user/bob/", name, bob));
    }

    @Test
    void aPasskeyIsListedBesideVirtualDevicesAndShown() {
        registerBobs("laptop");
        enable("phone", "bob");

        assertThat(admin.listMFADevices(list -> list.userName("bob")).mfaDevices())
                .extracting(MFADevice::serialNumber)
                .containsExactly(serial("phone"), KEY);
        var got = admin.getMFADevice(get -> get.userName("bob").serialNumber(KEY));
        assertThat(got.userName()).isEqualTo("bob");
        assertThat(got.serialNumber()).isEqualTo(KEY);
        assertThat(got.enableDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(got.hasCertifications()).isFalse();
        assertThat(admin.listVirtualMFADevices().virtualMFADevices())
                .extracting(device -> device.serialNumber())
                .containsExactly(serial("phone"));
    }

    @Test
    void devicesOfBothKindsAreListedPageByPage() {
        registerBobs("b", "a", "C");
        createDevice("tablet");
        enable("phone", "bob");
        enable("tablet", "bob");

        assertThat(admin.listMFADevicesPaginator(list -> list.userName("bob").maxItems(2)).mfaDevices().stream())
                .extracting(MFADevice::serialNumber)
                .containsExactly(
                        serial("phone"),
                        serial("tablet"),
                        ARN + "u2f/user/bob/a" + ID,
                        ARN + "u2f/user/bob/b" + ID,
                        ARN + "u2f/user/bob/C" + ID);
    }

    @Test
    void devicesOfBothKindsTogetherAreEightAtMost() {
        registerBobs("a", "b", "c", "d", "e", "f", "g");
        createDevice("tablet");
        enable("phone", "bob");

        assertRefused(() -> enable("tablet", "bob"), "LimitExceeded", "Cannot exceed quota for MFADevicesPerUser: 8");
    }

    @Test
    void deactivatingDeletesIt() {
        registerBobs("laptop");
        createUsers("eve");
        assertRefused(
                () -> admin.deactivateMFADevice(
                        deactivate -> deactivate.userName("eve").serialNumber(KEY)),
                "NoSuchEntity",
                "MFA Device invalid for user.");

        admin.deactivateMFADevice(deactivate -> deactivate.userName("bob").serialNumber(KEY));
        assertThat(admin.listMFADevices(list -> list.userName("bob")).mfaDevices())
                .isEmpty();
        assertRefused(
                () -> admin.getMFADevice(get -> get.userName("bob").serialNumber(KEY)),
                "NoSuchEntity",
                "MFA Device with serial number " + KEY + " does not exist.");
    }

    @Test
    void itShowsNoCodesAndIsNotVirtual() {
        registerBobs("laptop");

        assertRefused(
                () -> admin.enableMFADevice(enable -> enable.userName("bob")
                        .serialNumber(KEY)
                        .authenticationCode1("123456")
                        .authenticationCode2("654321")),
                "EntityAlreadyExists",
                "MFA Device is already in use.");
        assertRefused(
                () -> admin.resyncMFADevice(resync -> resync.userName("bob")
                        .serialNumber(KEY)
                        .authenticationCode1("123456")
                        .authenticationCode2("654321")),
                "InvalidAuthenticationCode",
                "Authentication code for device is not valid.");
        String absent = "MFA Device with serial number " + KEY + " does not exist.";
        assertRefused(() -> admin.deleteVirtualMFADevice(delete -> delete.serialNumber(KEY)), "NoSuchEntity", absent);
        assertRefused(
                () -> admin.tagMFADevice(tag -> tag.serialNumber(KEY)
                        .tags(Tag.builder().key("k").value("v").build())),
                "NoSuchEntity",
                absent);
        assertRefused(() -> admin.listMFADeviceTags(list -> list.serialNumber(KEY)), "NoSuchEntity", absent);
        assertRefused(
                () -> admin.untagMFADevice(untag -> untag.serialNumber(KEY).tagKeys("k")), "NoSuchEntity", absent);
    }

    @Test
    void theRootUserHasPasskeysOfItsOwn() {
        IamClient root = bench.root().iam();
        register("/root/", "laptop", ACCOUNT);
        String serial = ARN + "u2f/root/laptop" + ID;

        assertThat(root.listMFADevices().mfaDevices())
                .extracting(MFADevice::serialNumber)
                .containsExactly(serial);
        assertThat(root.getMFADevice(get -> get.serialNumber(serial)).userName())
                .isNull();
        assertThat(admin.getAccountSummary().summaryMap()).containsEntry(ACCOUNT_MFA_ENABLED, 1);
        root.deactivateMFADevice(deactivate -> deactivate.serialNumber(serial));
        assertThat(admin.getAccountSummary().summaryMap()).containsEntry(ACCOUNT_MFA_ENABLED, 0);
    }

    @Test
    void theSummaryAndTheCredentialReportCountIt() {
        registerBobs("laptop");

        assertThat(admin.getAccountSummary().summaryMap())
                .containsEntry(MFA_DEVICES, 2)
                .containsEntry(MFA_DEVICES_IN_USE, 1)
                .containsEntry(ACCOUNT_MFA_ENABLED, 0);
        admin.generateCredentialReport();
        assertThat(admin.getCredentialReport().content().asUtf8String().lines())
                .filteredOn(line -> line.startsWith("bob,"))
                .singleElement()
                .asString()
                .contains(",false,N/A,N/A,N/A,true,false,");
    }

    @Test
    void aUserIsDeletedAfterItIsTakenAwayOnly() {
        registerBobs("laptop");

        assertRefused(
                () -> admin.deleteUser(delete -> delete.userName("bob")),
                "DeleteConflict",
                "Cannot delete entity, must delete MFA device first.");
        admin.deactivateMFADevice(deactivate -> deactivate.userName("bob").serialNumber(KEY));
        admin.deleteUser(delete -> delete.userName("bob"));
    }

    @Test
    void itKeepsItsSerialNumberWhenTheUserGetsAnotherName() {
        registerBobs("laptop");
        admin.updateUser(update -> update.userName("bob").newUserName("rob"));

        assertThat(admin.listMFADevices(list -> list.userName("rob")).mfaDevices())
                .extracting(MFADevice::serialNumber)
                .containsExactly(KEY);
    }
}
