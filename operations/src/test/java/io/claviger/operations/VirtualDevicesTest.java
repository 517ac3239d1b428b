package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

class VirtualDevicesTest extends OnAWorkbenchWithDevices {

    private static String read(VirtualMFADevice device) throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(device.qrCodePNG().asByteArray()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @Test
    void aDeviceIsMadeWithASeedAndAPictureThatAnAuthenticatorReads() throws Exception {
        VirtualMFADevice device = createDevice("phone");
        String seed = device.base32StringSeed().asUtf8String();

        assertThat(device.serialNumber()).isEqualTo(serial("phone"));
        assertThat(seed).matches("[A-Z2-7]{64}");
        assertThat(device.hasTags()).isFalse();
        assertThat(read(device)).isEqualTo("otpauth://totp/phone@" + ACCOUNT + "?secret=" + seed + "&issuer=Claviger");
    }

    @Test
    void thePictureNamesTheAccountByItsAlias() throws Exception {
        admin.createAccountAlias(create -> create.accountAlias("example"));

        assertThat(read(createDevice("a+b=c,d.e@f-g_h"))).startsWith("otpauth://totp/a%2Bb%3Dc%2Cd.e%40f-g_h@example?");
    }

    @Test
    void theSeedIsKeptSealedAndNeverShownAgain() {
        VirtualMFADevice made = createDevice("phone");

        VirtualMFADevice listed =
                admin.listVirtualMFADevices().virtualMFADevices().getFirst();
        assertThat(listed)
                .isEqualTo(
                        VirtualMFADevice.builder().serialNumber(serial("phone")).build());
        byte[] stored = bench.store.read(reading -> reading.mfaDevices()
                .named(ACCOUNT, "/phone")
                .orElseThrow()
                .seed()
                .bytes());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(made.base32StringSeed().asUtf8String());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/test-path/", "/test//double/"})
    void aDevicesSerialNumberHasItsPath(String path) {
        String arn = ARN + "mfa" + path + "phone";
        assertThat(admin.createVirtualMFADevice(create -> create.path(path).virtualMFADeviceName("phone"))
                        .virtualMFADevice()
                        .serialNumber())
                .isEqualTo(arn);
        assertThat(admin.listVirtualMFADevices().virtualMFADevices())
                .extracting(VirtualMFADevice::serialNumber)
                .containsExactly(arn);

        admin.deleteVirtualMFADevice(delete -> delete.serialNumber(arn));
        assertThat(admin.listVirtualMFADevices().hasVirtualMFADevices()).isTrue();
        assertThat(admin.listVirtualMFADevices().virtualMFADevices()).isEmpty();
    }

    @Test
    void noTwoDevicesHaveTheSamePathAndName() {
        createDevice("phone");

        for (String name : new String[] {"phone", "PHONE"}) {
            assertRefused(() -> createDevice(name), "EntityAlreadyExists", "MFA device already exists.");
        }
        admin.createVirtualMFADevice(create -> create.path("/other/").virtualMFADeviceName("phone"));
    }

    @Test
    void devicesAreListedByWhoseTheyAreAndPageByPage() {
        createUsers("bob");
        createDevice("a");
        createDevice("b");
        createDevice("c");
        enable("b", "bob");
        enable(bench.root().iam(), "c", "root");

        assertThat(admin.listVirtualMFADevices(list -> list.assignmentStatus("Unassigned"))
                        .virtualMFADevices())
                .extracting(VirtualMFADevice::serialNumber)
                .containsExactly(serial("a"));
        var assigned = admin.listVirtualMFADevices(list -> list.assignmentStatus("Assigned"))
                .virtualMFADevices();
        assertThat(assigned).extracting(VirtualMFADevice::serialNumber).containsExactly(serial("b"), serial("c"));
        assertThat(assigned.get(0).user())
                .isEqualTo(admin.getUser(get -> get.userName("bob")).user());
        assertThat(assigned.get(0).enableDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(assigned.get(1).user().arn()).isEqualTo(ARN + "root");
        assertThat(assigned.get(1).user().userName()).isNull();
        assertThat(admin
                        .listVirtualMFADevicesPaginator(
                                list -> list.assignmentStatus("Any").maxItems(1))
                        .virtualMFADevices()
                        .stream())
                .extracting(VirtualMFADevice::serialNumber)
                .containsExactly(serial("a"), serial("b"), serial("c"));
        String ofAll = admin.listVirtualMFADevices(list -> list.maxItems(1)).marker();
        assertRefused(
                () -> admin.listVirtualMFADevices(
                        list -> list.assignmentStatus("Assigned").marker(ofAll)),
                "ValidationError",
                "Invalid Marker.");
    }

    @Test
    void aDeviceThatIsNotThereIsNotDeleted() {
        for (String none : new String[] {serial("none"), "GAHT12345678"}) {
            assertRefused(
                    () -> admin.deleteVirtualMFADevice(delete -> delete.serialNumber(none)),
                    "NoSuchEntity",
                    "MFA Device with serial number " + none + " does not exist.");
        }
    }

    @Test
    void aDeviceInUseIsNotDeleted() {
        createUsers("bob");
        createDevice("phone");
        enable("phone", "bob");

        assertRefused(
                () -> admin.deleteVirtualMFADevice(delete -> delete.serialNumber(serial("phone"))),
                "DeleteConflict",
                "MFA VirtualDevice in use. Must deactivate first.");
        admin.deactivateMFADevice(deactivate -> deactivate.userName("bob").serialNumber(serial("phone")));
        admin.deleteVirtualMFADevice(delete -> delete.serialNumber(serial("phone")));
    }

    @Test
    void devicesAreTagged() {
        VirtualMFADevice device = admin.createVirtualMFADevice(
                        create -> create.virtualMFADeviceName("phone").tags(tag("team", "storage")))
                .virtualMFADevice();
        assertThat(device.tags()).containsExactly(tag("team", "storage"));

        admin.tagMFADevice(tag -> tag.serialNumber(serial("phone")).tags(tag("stage", "test"), tag("TEAM", "other")));
        assertThat(admin.listMFADeviceTags(
                                list -> list.serialNumber(serial("phone")).maxItems(1))
                        .tags())
                .containsExactly(tag("stage", "test"));
        assertThat(admin.listMFADeviceTags(list -> list.serialNumber(serial("phone")))
                        .tags())
                .containsExactly(tag("stage", "test"), tag("TEAM", "other"));
        admin.untagMFADevice(untag -> untag.serialNumber(serial("phone")).tagKeys("team"));
        assertThat(admin.listMFADeviceTags(list -> list.serialNumber(serial("phone")))
                        .tags())
                .containsExactly(tag("stage", "test"));
        assertRefused(
                () -> admin.tagMFADevice(tag -> tag.serialNumber(serial("none")).tags(tag("k", "v"))),
                "NoSuchEntity",
                "MFA Device with serial number " + serial("none") + " does not exist.");
        assertRefused(
                () -> admin.tagMFADevice(
                        tag -> tag.serialNumber(serial("phone")).tags(tag("k", "v"), tag("K", "v"))),
                "InvalidInput",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void theRightIsOneOnTheDevice() {
        IamClient bob = bench.user(
                        "bob", Documents.allow("iam:*VirtualMFADevice", "arn:aws:iam::*:mfa/${aws:username}"))
                .iam();

        bob.createVirtualMFADevice(create -> create.virtualMFADeviceName("bob"));
        assertDenied(
                () -> bob.createVirtualMFADevice(create -> create.virtualMFADeviceName("eve")),
                "User: " + ARN + "user/bob is not authorized to perform: iam:CreateVirtualMFADevice on resource: "
                        + serial("eve")
                        + " because no identity-based policy allows the iam:CreateVirtualMFADevice action");
        assertDenied(
                () -> bob.createVirtualMFADevice(
                        create -> create.virtualMFADeviceName("bob").tags(tag("k", "v"))),
                "User: " + ARN + "user/bob is not authorized to perform: iam:TagMFADevice on resource: " + serial("bob")
                        + " because no identity-based policy allows the iam:TagMFADevice action");
        bob.deleteVirtualMFADevice(delete -> delete.serialNumber(serial("bob")));
    }

    @Test
    void ofAnotherAccountNoDeviceIsReached() {
        IamClient other = bench.otherAdministrator().iam();
        createDevice("phone");

        assertDenied(
                () -> other.deleteVirtualMFADevice(delete -> delete.serialNumber(serial("phone"))),
                "User: arn:aws:iam::999999999999:user/Administrator is not authorized to perform:"
                        + " iam:DeleteVirtualMFADevice on resource: " + serial("phone")
                        + " because no identity-based policy allows the iam:DeleteVirtualMFADevice action");
        assertThat(other.listVirtualMFADevices().virtualMFADevices()).isEmpty();
    }
}
