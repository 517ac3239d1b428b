package io.claviger.operations;

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
 * and a session policy for one prefix of it. The policies have the forms that Apache Polaris, Lakekeeper and Nessie document,
 * and the role session of Trino has none.
 */
class CatalogSessionsTest extends OnAWorkbench {

    private static final String BUCKET = "arn:aws:s3:::lake";
    private static final String TABLE = BUCKET + "/warehouse/sales/";

    private static final String POLARIS = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":["s3:PutObject","s3:DeleteObject"],
           "Resource":["arn:aws:s3:::lake/warehouse/sales/*"]},
          {"Effect":"Allow","Action":["kms:GenerateDataKeyWithoutPlaintext","kms:Encrypt","kms:DescribeKey",
           "kms:Decrypt","kms:GenerateDataKey"],"Resource":["arn:aws:kms:us-east-1:123456789012:key/*"]},
          {"Effect":"Allow","Action":["s3:ListBucket"],"Resource":["arn:aws:s3:::lake"],
           "Condition":{"StringLike":{"s3:prefix":["warehouse/sales/*"]}}},
          {"Effect":"Allow","Action":["s3:GetBucketLocation"],"Resource":["arn:aws:s3:::lake"]},
          {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],
           "Resource":["arn:aws:s3:::lake/warehouse/sales/*"]}]}\
        """;
    private static final String LAKEKEEPER = """
        {"Version":"2012-10-17","Statement":[
          {"Sid":"TableAccess","Effect":"Allow",
           "Action":["s3:GetObject","s3:PutObject","s3:DeleteObject","s3:AbortMultipartUpload",
             "s3:ListMultipartUploadParts"],
           "Resource":["arn:aws:s3:::lake/warehouse/sales","arn:aws:s3:::lake/warehouse/sales/*"]},
          {"Sid":"ListBucketForFolder","Effect":"Allow","Action":["s3:ListBucket","s3:ListBucketMultipartUploads"],
           "Resource":"arn:aws:s3:::lake",
           "Condition":{"StringLike":{"s3:prefix":["warehouse/sales","warehouse/sales/*"]}}},
          {"Sid":"KMSAccess","Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey*"],"Resource":"*"}]}\
        """;
    private static final String NESSIE = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::lake",
           "Condition":{"StringLike":{"s3:prefix":["warehouse/sales","warehouse/sales/*","*/warehouse/sales",
             "*/warehouse/sales/*"]}}},
          {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion","s3:PutObject","s3:DeleteObject"],
           "Resource":["arn:aws:s3:::lake/warehouse/sales/*","arn:aws:s3:::lake/*/warehouse/sales/*"]},
          {"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::lake/warehouse/sales/secret/*"}]}\
        """;
    private static final String OF_OTHERS = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":["s3:GetObject","nimbusstore:ReadFrame","glacierlake:*"],"Resource":"*"}]}\
        """;

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
    void keysOfTheAccountOpenWhatIsEncrypted(String policy) {
        Caller session = session(policy);
        String key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        assertThat(may(session, "kms:Decrypt", key, Map.of())).isTrue();
        assertThat(may(session, "kms:GenerateDataKey", key, Map.of())).isTrue();
        assertThat(may(session, "kms:ScheduleKeyDeletion", key, Map.of())).isFalse();
    }

    @Test
    void uploadsInPartsAreOfTheTableToo() {
        Caller session = session(LAKEKEEPER);
        assertThat(may(session, "s3:AbortMultipartUpload", TABLE + "x", Map.of()))
                .isTrue();
        assertThat(may(session, "s3:ListMultipartUploadParts", TABLE + "x", Map.of()))
                .isTrue();
        assertThat(may(session, "s3:ListBucketMultipartUploads", BUCKET, Map.of("s3:prefix", "warehouse/sales/")))
                .isTrue();
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
                        BUCKET + "/${aws:PrincipalTag/catalog}/*",
                        "{'StringEquals':{'aws:PrincipalTag/principal':'analyst'}}")),
                Tag.builder().key("catalog").value("warehouse").build(),
                Tag.builder().key("principal").value("analyst").build());
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
