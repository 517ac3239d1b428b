package io.claviger.operations;

import static io.claviger.operations.MinimalRequests.CERTIFICATE;
import static io.claviger.operations.MinimalRequests.DEVICE;
import static io.claviger.operations.MinimalRequests.NO_ID;
import static io.claviger.operations.MinimalRequests.USER;

import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;

/** Of the credentials that users have beside access keys. */
final class CredentialRequests {

    private CredentialRequests() {}

    static Stream<AwsRequest> ofOtherCredentials() {
        return Stream.of(
                UploadSshPublicKeyRequest.builder()
                        .userName(USER)
                        .sshPublicKeyBody(SampleKeys.SSH_PUBLIC_KEY)
                        .build(),
                GetSshPublicKeyRequest.builder()
                        .userName(USER)
                        .sshPublicKeyId(NO_ID)
                        .encoding("SSH")
                        .build(),
                ListSshPublicKeysRequest.builder().userName(USER).build(),
                UpdateSshPublicKeyRequest.builder()
                        .userName(USER)
                        .sshPublicKeyId(NO_ID)
                        .status("Inactive")
                        .build(),
                DeleteSshPublicKeyRequest.builder()
                        .userName(USER)
                        .sshPublicKeyId(NO_ID)
                        .build(),
                UploadSigningCertificateRequest.builder()
                        .userName(USER)
                        .certificateBody(SampleKeys.CERTIFICATE)
                        .build(),
                ListSigningCertificatesRequest.builder().userName(USER).build(),
                UpdateSigningCertificateRequest.builder()
                        .userName(USER)
                        .certificateId(NO_ID)
                        .status("Inactive")
                        .build(),
                DeleteSigningCertificateRequest.builder()
                        .userName(USER)
                        .certificateId(NO_ID)
                        .build(),
                CreateServiceSpecificCredentialRequest.builder()
                        .userName(USER)
                        .serviceName("codecommit.amazonaws.com")
                        .build(),
                ListServiceSpecificCredentialsRequest.builder().userName(USER).build(),
                ResetServiceSpecificCredentialRequest.builder()
                        .userName(USER)
                        .serviceSpecificCredentialId(NO_ID)
                        .build(),
                UpdateServiceSpecificCredentialRequest.builder()
                        .userName(USER)
                        .serviceSpecificCredentialId(NO_ID)
                        .status("Inactive")
                        .build(),
                DeleteServiceSpecificCredentialRequest.builder()
                        .userName(USER)
                        .serviceSpecificCredentialId(NO_ID)
                        .build(),
                UploadServerCertificateRequest.builder()
                        .serverCertificateName("new")
                        .certificateBody(SampleKeys.CERTIFICATE)
                        .privateKey(SampleKeys.PRIVATE_KEY)
                        .build(),
                GetServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .build(),
                ListServerCertificatesRequest.builder().build(),
                UpdateServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .newPath("/x/")
                        .build(),
                DeleteServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .build(),
                TagServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagServerCertificateRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .tagKeys("k")
                        .build(),
                ListServerCertificateTagsRequest.builder()
                        .serverCertificateName(CERTIFICATE)
                        .build(),
                ListMfaDevicesRequest.builder().userName(USER).build(),
                ListVirtualMfaDevicesRequest.builder().build(),
                CreateVirtualMfaDeviceRequest.builder()
                        .virtualMFADeviceName("new")
                        .build(),
                DeleteVirtualMfaDeviceRequest.builder().serialNumber(DEVICE).build(),
                EnableMfaDeviceRequest.builder()
                        .userName(USER)
                        .serialNumber(DEVICE)
                        .authenticationCode1("123456")
                        .authenticationCode2("654321")
                        .build(),
                ResyncMfaDeviceRequest.builder()
                        .userName(USER)
                        .serialNumber(DEVICE)
                        .authenticationCode1("123456")
                        .authenticationCode2("654321")
                        .build(),
                DeactivateMfaDeviceRequest.builder()
                        .userName(USER)
                        .serialNumber(DEVICE)
                        .build(),
                GetMfaDeviceRequest.builder()
                        .userName(USER)
                        .serialNumber(DEVICE)
                        .build(),
                TagMfaDeviceRequest.builder()
                        .serialNumber(DEVICE)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagMfaDeviceRequest.builder()
                        .serialNumber(DEVICE)
                        .tagKeys("k")
                        .build(),
                ListMfaDeviceTagsRequest.builder().serialNumber(DEVICE).build(),
                GetLoginProfileRequest.builder().userName(USER).build(),
                DeleteLoginProfileRequest.builder().userName(USER).build(),
                CreateLoginProfileRequest.builder()
                        .userName(USER)
                        .password("Correct+h0rse")
                        .build(),
                UpdateLoginProfileRequest.builder().userName(USER).build(),
                ChangePasswordRequest.builder()
                        .oldPassword("Correct+h0rse")
                        .newPassword("Correct+h0rse2")
                        .build());
    }
}
