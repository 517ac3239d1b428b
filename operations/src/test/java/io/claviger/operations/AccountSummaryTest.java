package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.ACCOUNT_ACCESS_KEYS_PRESENT;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.ACCOUNT_PASSWORD_PRESENT;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.GROUPS;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.POLICIES;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.POLICY_VERSIONS_IN_USE;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.ROLES;
import static software.amazon.awssdk.services.iam.model.SummaryKeyType.USERS;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

class AccountSummaryTest extends OnAWorkbench {

    @Test
    void countsWhatTheAccountHas() {
        assertThat(summary())
                .containsEntry(USERS, 1)
                .containsEntry(GROUPS, 1)
                .containsEntry(POLICIES, 0)
                .containsEntry(POLICY_VERSIONS_IN_USE, 0)
                .containsEntry(ROLES, 0)
                .containsEntry(ACCOUNT_PASSWORD_PRESENT, 1)
                .containsEntry(ACCOUNT_ACCESS_KEYS_PRESENT, 0);

        createUsers("a", "b");
        createGroups("g");
        String arn = ownPolicy("own");
        admin.createPolicyVersion(create -> create.policyArn(arn).policyDocument(Documents.ALLOW_ALL));
        bench.root().iam().createAccessKey();
        bench.otherAdministrator().iam().createUser(create -> create.userName("theirs"));

        assertThat(summary())
                .containsEntry(USERS, 3)
                .containsEntry(GROUPS, 2)
                .containsEntry(POLICIES, 1)
                .containsEntry(POLICY_VERSIONS_IN_USE, 2)
                .containsEntry(ACCOUNT_ACCESS_KEYS_PRESENT, 1);

        admin.deleteUser(delete -> delete.userName("a"));
        admin.deletePolicyVersion(delete -> delete.policyArn(arn).versionId("v2"));
        admin.deletePolicy(delete -> delete.policyArn(arn));
        assertThat(summary())
                .containsEntry(USERS, 2)
                .containsEntry(POLICIES, 0)
                .containsEntry(POLICY_VERSIONS_IN_USE, 0);
    }

    @Test
    void countsCertificates() {
        assertThat(summary())
                .containsEntry(SummaryKeyType.SERVER_CERTIFICATES, 0)
                .containsEntry(SummaryKeyType.ACCOUNT_SIGNING_CERTIFICATES_PRESENT, 0);

        admin.uploadServerCertificate(upload -> upload.serverCertificateName("web")
                .certificateBody(SampleKeys.CERTIFICATE)
                .privateKey(SampleKeys.PRIVATE_KEY));
        admin.uploadSigningCertificate(upload -> upload.certificateBody(SampleKeys.CERTIFICATE));
        assertThat(summary())
                .containsEntry(SummaryKeyType.SERVER_CERTIFICATES, 1)
                .as("a user's is not the root user's")
                .containsEntry(SummaryKeyType.ACCOUNT_SIGNING_CERTIFICATES_PRESENT, 0);

        admin.deleteSigningCertificate(delete -> delete.certificateId(
                admin.listSigningCertificates().certificates().getFirst().certificateId()));
        bench.root().iam().uploadSigningCertificate(upload -> upload.certificateBody(SampleKeys.CERTIFICATE));
        assertThat(summary()).containsEntry(SummaryKeyType.ACCOUNT_SIGNING_CERTIFICATES_PRESENT, 1);
    }

    @Test
    void tellsTheQuotas() {
        assertThat(summary())
                .containsEntry(SummaryKeyType.USERS_QUOTA, 5000)
                .containsEntry(SummaryKeyType.GROUPS_QUOTA, 300)
                .containsEntry(SummaryKeyType.POLICIES_QUOTA, 1500)
                .containsEntry(SummaryKeyType.ACCESS_KEYS_PER_USER_QUOTA, 2)
                .containsEntry(SummaryKeyType.GROUPS_PER_USER_QUOTA, 10)
                .containsEntry(SummaryKeyType.ATTACHED_POLICIES_PER_USER_QUOTA, 10)
                .containsEntry(SummaryKeyType.ATTACHED_POLICIES_PER_GROUP_QUOTA, 10)
                .containsEntry(SummaryKeyType.VERSIONS_PER_POLICY_QUOTA, 5)
                .containsEntry(SummaryKeyType.POLICY_SIZE_QUOTA, 6144)
                .containsEntry(SummaryKeyType.USER_POLICY_SIZE_QUOTA, 2048)
                .containsEntry(SummaryKeyType.GROUP_POLICY_SIZE_QUOTA, 5120)
                .containsEntry(SummaryKeyType.POLICY_VERSIONS_IN_USE_QUOTA, 10_000)
                .containsEntry(SummaryKeyType.ROLES_QUOTA, 1000)
                .containsEntry(SummaryKeyType.ROLE_POLICY_SIZE_QUOTA, 10_240)
                .containsEntry(SummaryKeyType.ASSUME_ROLE_POLICY_SIZE_QUOTA, 2048)
                .containsEntry(SummaryKeyType.ATTACHED_POLICIES_PER_ROLE_QUOTA, 10)
                .containsEntry(SummaryKeyType.INSTANCE_PROFILES_QUOTA, 1000)
                .containsEntry(SummaryKeyType.SERVER_CERTIFICATES_QUOTA, 20)
                .containsEntry(SummaryKeyType.SIGNING_CERTIFICATES_PER_USER_QUOTA, 2)
                .containsEntry(SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION, 1);
    }

    @Test
    void hasEveryKeyOfAwssAnswer() {
        assertThat(summary()).hasSize(34).containsOnlyKeys(SummaryKeyType.knownValues());
    }

    private Map<SummaryKeyType, Integer> summary() {
        return admin.getAccountSummary().summaryMap();
    }
}
