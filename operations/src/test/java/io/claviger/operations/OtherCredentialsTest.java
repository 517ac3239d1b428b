package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesResponse;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysResponse;

/** What clients ask for in passing, and nobody has. */
class OtherCredentialsTest extends OnAWorkbench {

    @Test
    void nobodyHasAny() {
        createUsers("bob");

        assertThat(admin.listSSHPublicKeys(list -> list.userName("BOB")))
                .isEqualTo(ListSshPublicKeysResponse.builder()
                        .sshPublicKeys(List.of())
                        .isTruncated(false)
                        .build());
        assertThat(admin.listSigningCertificates(list -> list.userName("bob")))
                .isEqualTo(ListSigningCertificatesResponse.builder()
                        .certificates(List.of())
                        .isTruncated(false)
                        .build());
        assertThat(admin.listMFADevices(list -> list.userName("bob")))
                .isEqualTo(ListMfaDevicesResponse.builder()
                        .mfaDevices(List.of())
                        .isTruncated(false)
                        .build());
        assertThat(admin.listServiceSpecificCredentials(list -> list.userName("bob")))
                .isEqualTo(ListServiceSpecificCredentialsResponse.builder()
                        .serviceSpecificCredentials(List.of())
                        .isTruncated(false)
                        .build());
        assertThat(admin.listVirtualMFADevices().hasVirtualMFADevices()).isTrue();
        assertThat(admin.listVirtualMFADevices().virtualMFADevices()).isEmpty();
        assertThat(admin.listVirtualMFADevices(list -> list.assignmentStatus("Unassigned"))
                        .isTruncated())
                .isFalse();
        assertThat(admin.listServerCertificates(list -> list.pathPrefix("/x/")).hasServerCertificateMetadataList())
                .isTrue();
    }

    @Test
    void withoutANameTheyAreTheCallersOwn() {
        IamClient root = bench.root().iam();

        assertThat(admin.listSSHPublicKeys().sshPublicKeys()).isEmpty();
        assertThat(admin.listMFADevices().mfaDevices()).isEmpty();
        assertThat(root.listMFADevices().mfaDevices()).isEmpty();
        assertThat(root.listSigningCertificates().certificates()).isEmpty();
        assertThat(admin.listServiceSpecificCredentials().serviceSpecificCredentials())
                .isEmpty();
    }

    @Test
    void ofWhoIsNotThereThereIsNoList() {
        String text = "The user with name nobody cannot be found.";

        assertRefused(() -> admin.listSSHPublicKeys(list -> list.userName("nobody")), "NoSuchEntity", text);
        assertRefused(() -> admin.listSigningCertificates(list -> list.userName("nobody")), "NoSuchEntity", text);
        assertRefused(() -> admin.listMFADevices(list -> list.userName("nobody")), "NoSuchEntity", text);
        assertRefused(
                () -> admin.listServiceSpecificCredentials(list -> list.userName("nobody")), "NoSuchEntity", text);
        assertRefused(() -> admin.getLoginProfile(get -> get.userName("nobody")), "NoSuchEntity", text);
        assertRefused(() -> admin.deleteLoginProfile(delete -> delete.userName("nobody")), "NoSuchEntity", text);
    }

    @Test
    void credentialsOfAllUsersAreAskedForWithoutAName() {
        assertThat(admin.listServiceSpecificCredentials(list -> list.allUsers(true))
                        .serviceSpecificCredentials())
                .isEmpty();
        assertRefused(
                () -> admin.listServiceSpecificCredentials(
                        list -> list.userName("Administrator").allUsers(true)),
                "ValidationError",
                "UserName and AllUsers cannot be given together.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "BOB"})
    void nobodyHasAPassword(String name) {
        createUsers("bob");
        String text = "Login Profile for User bob cannot be found.";

        assertRefused(() -> admin.getLoginProfile(get -> get.userName(name)), "NoSuchEntity", text);
        assertRefused(() -> admin.deleteLoginProfile(delete -> delete.userName(name)), "NoSuchEntity", text);
        assertRefused(
                () -> admin.getLoginProfile(get -> {}),
                "NoSuchEntity",
                "Login Profile for User Administrator cannot be found.");
        assertRefused(
                () -> bench.root().iam().getLoginProfile(get -> {}),
                "ValidationError",
                "Must specify userName when calling with non-User credentials");
    }

    @Test
    void theRightToSeeThemIsOneOnTheUser() {
        IamClient bob = bench.user("bob", Documents.allow("iam:List*", "arn:aws:iam::*:user/${aws:username}"))
                .iam();

        assertThat(bob.listSSHPublicKeys().sshPublicKeys()).isEmpty();
        assertThat(bob.listMFADevices(list -> list.userName("bob")).mfaDevices())
                .isEmpty();
        Refusal.assertDenied(
                () -> bob.listMFADevices(list -> list.userName("Administrator")),
                "User: " + ARN + "user/bob is not authorized to perform: iam:ListMFADevices on resource: user"
                        + " Administrator because no identity-based policy allows the iam:ListMFADevices action");
        Refusal.assertDenied(
                bob::listVirtualMFADevices,
                "User: " + ARN + "user/bob is not authorized to perform: iam:ListVirtualMFADevices on resource: " + ARN
                        + "mfa/ because no identity-based policy allows the iam:ListVirtualMFADevices action");
    }
}
