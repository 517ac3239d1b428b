package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

class PolicyVersionsTest extends OnAWorkbench {

    private static final String DOCUMENT = Documents.allow("s3:*", "*");

    private String arn = "";

    @BeforeEach
    void createAPolicy() {
        arn = ownPolicy("own");
    }

    @Test
    void aNewVersionIsNotInForceUnlessAskedFor() {
        bench.pass(Duration.ofDays(1));

        PolicyVersion second = admin.createPolicyVersion(
                        create -> create.policyArn(arn).policyDocument(DOCUMENT))
                .policyVersion();

        assertThat(second)
                .isEqualTo(PolicyVersion.builder()
                        .versionId("v2")
                        .isDefaultVersion(false)
                        .createDate(Workbench.START_SECOND.plus(Duration.ofDays(1)))
                        .build());
        assertThat(policy().defaultVersionId()).isEqualTo("v1");
        assertThat(policy().updateDate()).isEqualTo(second.createDate());
        assertThat(policy().createDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(get("v2")).isEqualTo(second.toBuilder().document(DOCUMENT).build());
    }

    @Test
    void versionsAreListedLatestFirstWithoutTheirDocuments() {
        create(true);
        create(false);

        List<PolicyVersion> versions =
                admin.listPolicyVersions(list -> list.policyArn(arn)).versions();

        assertThat(versions).extracting(PolicyVersion::versionId).containsExactly("v3", "v2", "v1");
        assertThat(versions).extracting(PolicyVersion::isDefaultVersion).containsExactly(false, true, false);
        assertThat(versions).extracting(PolicyVersion::document).containsOnlyNulls();
    }

    @Test
    void anotherVersionIsPutInForce() {
        create(false);

        admin.setDefaultPolicyVersion(set -> set.policyArn(arn).versionId("v2"));
        assertThat(policy().defaultVersionId()).isEqualTo("v2");
        admin.setDefaultPolicyVersion(set -> set.policyArn(arn).versionId("v2"));
        admin.setDefaultPolicyVersion(set -> set.policyArn(arn).versionId("v1"));
        assertThat(policy().defaultVersionId()).isEqualTo("v1");
    }

    @Test
    void aPolicyHasFiveVersionsAtMostAndNumbersAreNotUsedAgain() {
        for (int i = 2; i <= 5; i++) {
            create(false);
        }

        assertRefused(
                () -> create(false),
                "LimitExceeded",
                "A managed policy can have up to 5 versions. Before you create a new version, you must delete an"
                        + " existing version.");
        admin.deletePolicyVersion(delete -> delete.policyArn(arn).versionId("v5"));
        assertThat(create(true)).isEqualTo("v6");
        assertThat(policy().defaultVersionId()).isEqualTo("v6");
    }

    @Test
    void theVersionInForceIsNotDeleted() {
        create(true);

        assertRefused(
                () -> admin.deletePolicyVersion(delete -> delete.policyArn(arn).versionId("v2")),
                "DeleteConflict",
                "Cannot delete the default version of a policy.");
        admin.deletePolicyVersion(delete -> delete.policyArn(arn).versionId("v1"));
        assertThat(admin.listPolicyVersions(list -> list.policyArn(arn)).versions())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v0", "v99999999999", "v1.1", "v-1"})
    void aVersionThatIsNotThereIsNotFound(String versionId) {
        String text = "Policy " + arn + " version " + versionId + " does not exist or is not attachable.";

        assertRefused(() -> get(versionId), "NoSuchEntity", text);
        assertRefused(
                () -> admin.setDefaultPolicyVersion(set -> set.policyArn(arn).versionId(versionId)),
                "NoSuchEntity",
                text);
        assertRefused(
                () -> admin.deletePolicyVersion(delete -> delete.policyArn(arn).versionId(versionId)),
                "NoSuchEntity",
                text);
    }

    @Test
    void nothingCanBeDoneWithAPolicyThatIsNotThere() {
        arn = ARN + "policy/none";
        String text = "Policy " + arn + " was not found.";

        assertRefused(() -> create(true), "NoSuchEntity", text);
        assertRefused(
                () -> admin.createPolicyVersion(create -> create.policyArn(arn).policyDocument("{")),
                "NoSuchEntity",
                text);
        assertRefused(() -> get("v1"), "NoSuchEntity", text);
        assertRefused(() -> admin.listPolicyVersions(list -> list.policyArn(arn)), "NoSuchEntity", text);
        assertRefused(
                () -> admin.setDefaultPolicyVersion(set -> set.policyArn(arn).versionId("v1")), "NoSuchEntity", text);
        assertRefused(
                () -> admin.deletePolicyVersion(delete -> delete.policyArn(arn).versionId("v1")), "NoSuchEntity", text);
    }

    @Test
    void aVersionMustBeAPolicyOfTheCurrentLanguageWithinTheQuota() {
        assertRefused(
                () -> admin.createPolicyVersion(
                        create -> create.policyArn(arn).policyDocument(DOCUMENT.replace("2012-10-17", "2008-10-17"))),
                "MalformedPolicyDocument",
                "Policy document must be version 2012-10-17 or greater.");
        assertRefused(
                () -> admin.createPolicyVersion(create -> create.policyArn(arn).policyDocument(Documents.ofSize(6145))),
                "LimitExceeded",
                "Cannot exceed quota for PolicySize: 6144");
    }

    @Test
    void whatIsNoArnOfAPolicyIsInvalid() {
        arn = ARN + "group/devs";
        String text = "ARN " + arn + " is not valid.";

        assertRefused(() -> create(false), "InvalidInput", text);
        assertRefused(() -> get("v1"), "InvalidInput", text);
        assertRefused(() -> admin.listPolicyVersions(list -> list.policyArn(arn)), "InvalidInput", text);
        assertRefused(
                () -> admin.setDefaultPolicyVersion(set -> set.policyArn(arn).versionId("v1")), "InvalidInput", text);
        assertRefused(
                () -> admin.deletePolicyVersion(delete -> delete.policyArn(arn).versionId("v1")), "InvalidInput", text);
    }

    @Test
    void anAwsManagedPolicyHasTheVersionInForceOnly() {
        arn = ADMINISTRATOR_ACCESS;

        assertThat(get("v1").document()).contains("\"Action\":\"*\"");
        assertThat(admin.listPolicyVersions(list -> list.policyArn(arn)).versions())
                .containsExactly(get("v1").toBuilder().document(null).build());
        assertRefused(
                () -> get("v2"), "NoSuchEntity", "Policy " + arn + " version v2 does not exist or is not attachable.");
    }

    private String create(boolean setAsDefault) {
        return admin.createPolicyVersion(
                        create -> create.policyArn(arn).policyDocument(DOCUMENT).setAsDefault(setAsDefault))
                .policyVersion()
                .versionId();
    }

    private PolicyVersion get(String versionId) {
        return admin.getPolicyVersion(get -> get.policyArn(arn).versionId(versionId))
                .policyVersion();
    }

    private Policy policy() {
        return admin.getPolicy(get -> get.policyArn(arn)).policy();
    }
}
