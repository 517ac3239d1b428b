package io.claviger.operations;

import static io.claviger.operations.CatalogPolicies.LAKEKEEPER;
import static io.claviger.operations.CatalogPolicies.NESSIE;
import static io.claviger.operations.CatalogPolicies.OF_OTHERS;
import static io.claviger.operations.CatalogPolicies.POLARIS;
import static io.claviger.operations.CatalogPolicies.POLARIS_NOWHERE;
import static io.claviger.operations.CatalogPolicies.POLARIS_READING;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Authorizer;
import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import io.claviger.access.Resource;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision.Allowed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * Sessions as catalogs of Iceberg tables make them for each table that somebody opens: a role with rights on a whole bucket,
 * and a session policy for one prefix of it. The role session of Trino has none.
 */
class CatalogSessionsTest extends OnAWorkbench {

    private static final String BUCKET = "arn:aws:s3:::lake";
    private static final String TABLE = BUCKET + "/warehouse/sales/";

    private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private final Authorizer authorizer = new Authorizer();

    private Caller session(String policy, Tag... tags) {
        String trust =
                Documents.trust(ACCOUNT).replace("\"sts:AssumeRole\"", "[\"sts:AssumeRole\",\"sts:TagSession\"]");
        admin.createRole(create -> create.roleName("lake").assumeRolePolicyDocument(trust));
        admin.putRolePolicy(put -> put.roleName("lake")
                .policyName("lake")
                .policyDocument(Documents.policy(
                        Documents.statement("Allow", "s3:*", "*"), Documents.statement("Allow", "kms:*", "*"))));
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(ARN + "role/lake")
                .roleSessionName("PolarisAwsCredentialsStorageIntegration")
                .externalId("catalog")
                .durationSeconds(3600)
                .tags(List.of(tags));
        if (!policy.isEmpty()) {
            request.policy(policy);
        }
        Credentials credentials =
                bench.administrator().sts().assumeRole(request.build()).credentials();
        return bench.caller(credentials.accessKeyId(), credentials.sessionToken())
                .orElseThrow();
    }

    private boolean may(Caller caller, String action, String resource, Map<String, String> keys) {
        Resource asked = Resource.of(resource, ACCOUNT);
        for (Map.Entry<String, String> key : keys.entrySet()) {
            asked = asked.with(Map.of(key.getKey(), new ContextValue.Text(key.getValue())));
        }
        return authorizer.decide(
                        caller,
                        action,
                        asked,
                        new Circumstances(bench.now(), "us-east-1", "192.0.2.7", true, null, null))
                instanceof Allowed;
    }

    @ParameterizedTest
    @ValueSource(strings = {POLARIS, LAKEKEEPER, NESSIE})
    void aSessionReachesItsTableAndNoOther(String policy) {
        Caller session = session(policy);
        for (String action : List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject")) {
            assertThat(may(session, action, TABLE + "data/00000.parquet", Map.of()))
                    .as(action)
                    .isTrue();
            assertThat(may(session, action, BUCKET + "/warehouse/people/data/0.parquet", Map.of()))
                    .as(action)
                    .isFalse();
        }
        assertThat(may(session, "s3:ListBucket", BUCKET, Map.of("s3:prefix", "warehouse/sales/metadata/")))
                .isTrue();
        assertThat(may(session, "s3:ListBucket", BUCKET, Map.of("s3:prefix", "warehouse/people/")))
                .isFalse();
        assertThat(may(session, "s3:ListBucket", BUCKET, Map.of())).isFalse();
        assertThat(may(session, "s3:DeleteBucket", BUCKET, Map.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {POLARIS, LAKEKEEPER})
    void theKeyOfTheTableOpensWhatIsEncrypted(String policy) {
        Caller session = session(policy);
        assertThat(may(session, "kms:Decrypt", KEY, Map.of())).isTrue();
        assertThat(may(session, "kms:GenerateDataKey", KEY, Map.of())).isTrue();
        assertThat(may(session, "kms:ScheduleKeyDeletion", KEY, Map.of())).isFalse();
        assertThat(may(session, "kms:Decrypt", KEY.replace("1234abcd", "other"), Map.of()))
                .isFalse();
    }

    @Test
    void whoReadsReadsAllPlacesAndWritesNone() {
        Caller session = session(POLARIS_READING);
        for (String table : List.of(TABLE, BUCKET + "/archive/sales/")) {
            assertThat(may(session, "s3:GetObject", table + "x", Map.of())).isTrue();
            assertThat(may(session, "s3:PutObject", table + "x", Map.of())).isFalse();
        }
        assertThat(may(session, "s3:ListBucket", BUCKET, Map.of("s3:prefix", "archive/sales/")))
                .isTrue();
        assertThat(may(session, "kms:Decrypt", KEY, Map.of())).isTrue();
        assertThat(may(session, "kms:GenerateDataKey", KEY, Map.of())).isFalse();
    }

    @Test
    void aPolicyForNoPlaceMakesNoSession() {
        assertThat(Refusal.of(() -> session(POLARIS_NOWHERE)).code()).isEqualTo("MalformedPolicyDocument");
    }

    @ParameterizedTest
    @ValueSource(strings = {POLARIS, LAKEKEEPER})
    void whereTheBucketIsMayBeAsked(String policy) {
        assertThat(may(session(policy), "s3:GetBucketLocation", BUCKET, Map.of()))
                .isTrue();
    }

    @Test
    void uploadsInPartsAreOfTheTableToo() {
        Caller session = session(LAKEKEEPER);
        assertThat(may(session, "s3:AbortMultipartUpload", TABLE + "x", Map.of()))
                .isTrue();
        assertThat(may(session, "s3:ListMultipartUploadParts", TABLE + "x", Map.of()))
                .isTrue();
        assertThat(may(session, "s3:ListBucketMultipartUploads", BUCKET, Map.of("s3:prefix", "warehouse/sales/")))
                .isFalse();
    }

    /** Iceberg spreads the files of a table over many prefixes if it is told to. */
    @ParameterizedTest
    @ValueSource(strings = {"0a1b2c/warehouse/sales/x.parquet", "0101/1010/0011/11110000/warehouse/sales/x.parquet"})
    void spreadFilesAreOfTheTableToo(String key) {
        Caller session = session(NESSIE);
        assertThat(may(session, "s3:GetObject", BUCKET + "/" + key, Map.of())).isTrue();
        assertThat(may(session, "s3:GetObject", BUCKET + "/" + key.replace("sales", "people"), Map.of()))
                .isFalse();
        assertThat(may(session, "s3:ListBucket", BUCKET, Map.of("s3:prefix", key)))
                .isTrue();
    }

    /** Lakekeeper and Nessie write what a pattern would read otherwise as variables. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "?", "$"})
    void namesWithSpecialCharactersAreMatchedToTheLetter(String character) {
        Caller session = session(LAKEKEEPER.replace("warehouse/sales", "warehouse/a${" + character + "}b"));
        assertThat(may(session, "s3:GetObject", BUCKET + "/warehouse/a" + character + "b/x", Map.of()))
                .isTrue();
        assertThat(may(session, "s3:GetObject", BUCKET + "/warehouse/aXb/x", Map.of()))
                .isFalse();
        assertThat(may(session, "s3:ListBucket", BUCKET, Map.of("s3:prefix", "warehouse/a" + character + "b/")))
                .isTrue();
        assertThat(may(session, "s3:ListBucket", BUCKET, Map.of("s3:prefix", "warehouse/aXb/")))
                .isFalse();
    }

    @Test
    void aDenialWithinTheTableCounts() {
        assertThat(may(session(NESSIE), "s3:GetObject", TABLE + "secret/x", Map.of()))
                .isFalse();
    }

    @Test
    void actionsOfServicesThatNobodyKnowsAreTaken() {
        Caller session = session(OF_OTHERS);
        assertThat(may(session, "s3:GetObject", TABLE + "x", Map.of())).isTrue();
        assertThat(may(session, "s3:PutObject", TABLE + "x", Map.of())).isFalse();
        // The role itself has no such right.
        assertThat(may(session, "nimbusstore:ReadFrame", "*", Map.of())).isFalse();
    }

    @Test
    void tagsSayForWhichTableASessionIs() {
        Caller session = session(
                Documents.policy(Documents.statement(
                        "Allow",
                        "s3:GetObject",
                        BUCKET + "/${aws:PrincipalTag/polaris:catalog}/*",
                        "{'StringEquals':{'aws:PrincipalTag/polaris:principal':'analyst'}}")),
                Tag.builder().key("polaris:catalog").value("warehouse").build(),
                Tag.builder().key("polaris:principal").value("analyst").build());
        assertThat(may(session, "s3:GetObject", TABLE + "x", Map.of())).isTrue();
        assertThat(may(session, "s3:GetObject", BUCKET + "/other/x", Map.of())).isFalse();
    }

    @Test
    void aSessionWithoutAPolicyHasTheRoleAsTrinoUsesIt() {
        Caller session = session("");
        assertThat(may(session, "s3:GetObject", BUCKET + "/any", Map.of())).isTrue();
        assertThat(may(session, "iam:ListUsers", "*", Map.of())).isFalse();
    }
}
