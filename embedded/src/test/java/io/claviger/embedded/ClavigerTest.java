package io.claviger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.sts.StsClient;

@ExtendWith(ClavigerExtension.class)
class ClavigerTest {

    @Test
    void theAdministratorWorksWithAwssClients(Claviger claviger, IamClient iam, StsClient sts) {
        iam.createUser(create -> create.userName("alice"));

        assertThat(iam.listUsers().users()).extracting(User::userName).containsExactly("Administrator", "alice");
        assertThat(sts.getCallerIdentity().arn())
                .isEqualTo("arn:aws:iam::" + claviger.accountId() + ":user/Administrator");
    }

    @Test
    void everyTestHasAnAccountOfItsOwn(IamClient iam) {
        assertThatThrownBy(() -> iam.getUser(get -> get.userName("alice"))).isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void policiesBind(Claviger claviger, IamClient iam) {
        iam.createUser(create -> create.userName("alice"));
        AccessKey key = iam.createAccessKey(create -> create.userName("alice")).accessKey();

        try (IamClient alice = claviger.iam(AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()))) {
            assertThatThrownBy(alice::listUsers)
                    .isInstanceOfSatisfying(
                            IamException.class,
                            denied -> assertThat(denied.awsErrorDetails().errorCode())
                                    .isEqualTo("AccessDenied"));
        }
    }

    @Test
    void aForgedSignatureIsRefused(Claviger claviger) {
        try (IamClient forger =
                claviger.iam(AwsBasicCredentials.create(claviger.administrator().accessKeyId(), "not the secret"))) {
            assertThatThrownBy(forger::listUsers)
                    .isInstanceOfSatisfying(
                            IamException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("SignatureDoesNotMatch"));
        }
    }
}
