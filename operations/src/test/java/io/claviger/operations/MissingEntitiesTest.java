package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.AwsRequest;

/** What a request names has to be there; it is said to be missing before anything else of the request is looked at. */
class MissingEntitiesTest extends OnAWorkbench {

    private static final String POLICY = ARN + "policy/none";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DeleteRole|The role with name target-role cannot be found.",
                "GetRole|The role with name target-role cannot be found.",
                "UpdateRole|The role with name target-role cannot be found.",
                "UpdateRoleDescription|The role with name target-role cannot be found.",
                "UpdateAssumeRolePolicy|The role with name target-role cannot be found.",
                "PutRolePolicy|The role with name target-role cannot be found.",
                "PutRolePermissionsBoundary|The role with name target-role cannot be found.",
                "ListRoleTags|The role with name target-role cannot be found.",
                "TagRole|The role with name target-role cannot be found.",
                "ListInstanceProfilesForRole|The role with name target-role cannot be found.",
                "AddRoleToInstanceProfile|Instance Profile target-profile cannot be found.",
                "GetInstanceProfile|Instance Profile target-profile cannot be found.",
                "DeleteInstanceProfile|Instance Profile target-profile cannot be found.",
                "TagInstanceProfile|Instance Profile target-profile cannot be found.",
                "ListInstanceProfileTags|Instance Profile target-profile cannot be found.",
                "PutUserPolicy|The user with name target cannot be found.",
                "CreateLoginProfile|The user with name target cannot be found.",
                "UpdateLoginProfile|The user with name target cannot be found.",
                "GetLoginProfile|The user with name target cannot be found.",
                "DeleteLoginProfile|The user with name target cannot be found.",
                "UploadSSHPublicKey|The user with name target cannot be found.",
                "GetSSHPublicKey|The user with name target cannot be found.",
                "UpdateSSHPublicKey|The user with name target cannot be found.",
                "DeleteSSHPublicKey|The user with name target cannot be found.",
                "ListSSHPublicKeys|The user with name target cannot be found.",
                "UploadSigningCertificate|The user with name target cannot be found.",
                "UpdateSigningCertificate|The user with name target cannot be found.",
                "DeleteSigningCertificate|The user with name target cannot be found.",
                "ListSigningCertificates|The user with name target cannot be found.",
                "CreateServiceSpecificCredential|The user with name target cannot be found.",
                "ListServiceSpecificCredentials|The user with name target cannot be found.",
                "ResetServiceSpecificCredential|The user with name target cannot be found.",
                "UpdateServiceSpecificCredential|The user with name target cannot be found.",
                "DeleteServiceSpecificCredential|The user with name target cannot be found.",
                "EnableMFADevice|The user with name target cannot be found.",
                "ResyncMFADevice|The user with name target cannot be found.",
                "DeactivateMFADevice|The user with name target cannot be found.",
                "GetMFADevice|The user with name target cannot be found.",
                "ListMFADevices|The user with name target cannot be found.",
                "TagMFADevice|MFA Device with serial number arn:aws:iam::123456789012:mfa/target-device does not exist.",
                "ListMFADeviceTags|MFA Device with serial number arn:aws:iam::123456789012:mfa/target-device does not exist.",
                "DeleteVirtualMFADevice|MFA Device with serial number arn:aws:iam::123456789012:mfa/target-device does not exist.",
                "GetServerCertificate|The Server Certificate with name target-certificate cannot be found.",
                "UpdateServerCertificate|The Server Certificate with name target-certificate cannot be found.",
                "TagServerCertificate|The Server Certificate with name target-certificate cannot be found.",
                "ListServerCertificateTags|The Server Certificate with name target-certificate cannot be found.",
                "ListOpenIDConnectProviderTags|OpenIDConnect Provider not found for arn arn:aws:iam::123456789012:oidc-provider/target.example",
                "GenerateServiceLastAccessedDetails|ARN arn:aws:iam::123456789012:user/target was not found.",
                "GetServiceLastAccessedDetails|The job with id 00000000-0000-4000-8000-000000000000 cannot be found.",
                "GetServiceLastAccessedDetailsWithEntities|The job with id 00000000-0000-4000-8000-000000000000 cannot be found.",
                "GetOrganizationsAccessReport|The job with id 00000000-0000-4000-8000-000000000000 cannot be found.",
                "GetDelegationRequest|The delegation request with id ABCDEFGHIJKLMNOPQRSTUVWXYZ cannot be found.",
                "AssociateDelegationRequest|The delegation request with id ABCDEFGHIJKLMNOPQRSTUVWXYZ cannot be found.",
                "UpdateDelegationRequest|The delegation request with id ABCDEFGHIJKLMNOPQRSTUVWXYZ cannot be found.",
                "AcceptDelegationRequest|The delegation request with id ABCDEFGHIJKLMNOPQRSTUVWXYZ cannot be found.",
                "RejectDelegationRequest|The delegation request with id ABCDEFGHIJKLMNOPQRSTUVWXYZ cannot be found.",
                "SendDelegationToken|The delegation request with id ABCDEFGHIJKLMNOPQRSTUVWXYZ cannot be found.",
                "GetHumanReadableSummary|The delegation request with id ABCDEFGHIJKLMNOPQRSTUVWXYZ cannot be found."
            })
    void areSaidToBeMissing(String operation, String text) {
        assertRefused(() -> bench.administrator().call(request(operation)), "NoSuchEntity", text);
    }

    private static AwsRequest request(String operation) {
        return Objects.requireNonNull(
                MinimalRequests.byOperation(POLICY, "AKIA").get(operation), operation);
    }

    /** With a document, a password or a name of a service that cannot be, the user is still what is missing. */
    @ParameterizedTest
    @CsvSource({
        "PutUserPolicy, PolicyDocument",
        "PutGroupPolicy, PolicyDocument",
        "PutRolePolicy, PolicyDocument",
        "UpdateAssumeRolePolicy, PolicyDocument",
        "CreateLoginProfile, Password",
        "UploadSSHPublicKey, SSHPublicKeyBody",
        "UploadSigningCertificate, CertificateBody",
        "CreateServiceSpecificCredential, ServiceName"
    })
    void areSaidToBeMissingBeforeDocumentsAreRead(String operation, String parameter) {
        AwsRequest request = request(operation);
        AwsRequest.Builder builder = request.toBuilder();
        request.sdkFields().stream()
                .filter(field -> field.locationName().equals(parameter))
                .forEach(field -> field.set(builder, "-"));

        assertThat(Refusal.of(() -> bench.administrator().call(builder.build())).code())
                .isEqualTo("NoSuchEntity");
    }
}
