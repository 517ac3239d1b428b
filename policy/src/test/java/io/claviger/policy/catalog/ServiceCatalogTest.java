package io.claviger.policy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCatalogTest {

    private static final ServiceCatalog AWS = ServiceCatalog.aws();

    @Tag("long")
    @Test
    void everyServiceAndActionOfThePackageIsThere() {
        assertThat(AWS.prefixes()).hasSize(456);
        assertThat(AWS.expand("*")).hasSize(22_091).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(AWS.expand("*:*")).hasSize(22_091);
        int types = 0;
        int keys = 0;
        for (String prefix : AWS.prefixes()) {
            Service service = AWS.service(prefix);
            assertThat(service).isNotNull();
            assertThat(service.name()).isNotBlank();
            assertThat(service.actions()).extracting(Action::name).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
            types += service.resourceTypes().size();
            keys += service.conditionKeys().size();
        }
        assertThat(types).isEqualTo(2_334);
        assertThat(keys).isEqualTo(2_578);
        assertThat(AWS.globalKeys()).hasSize(59);
    }

    @Test
    void anActionHasItsLevelsResourcesAndKeys() {
        Action get = AWS.action("S3:getobject");
        assertThat(get).isNotNull();
        assertThat(get.qualifiedName()).isEqualTo("s3:GetObject");
        assertThat(get.levels()).containsExactly(AccessLevel.READ);
        assertThat(get.resources())
                .extracting(resource -> resource.type().arn())
                .contains("arn:${Partition}:s3:::${BucketName}/${ObjectName}");
        assertThat(get.conditionKeys()).extracting(ConditionKey::name).contains("s3:authType", "s3:TlsVersion");
        Action pass = AWS.action("iam:PassRole");
        assertThat(pass).isNotNull();
        assertThat(pass.levels()).containsExactly(AccessLevel.WRITE);
        assertThat(pass.conditionKeys()).extracting(ConditionKey::name).contains("iam:PassedToService");
        assertThat(pass.resources())
                .filteredOn(ActionResource::required)
                .extracting(resource -> resource.type().name())
                .containsExactly("role");
        Action put = AWS.action("iam:PutUserPolicy");
        assertThat(put).isNotNull();
        assertThat(put.levels()).containsExactlyInAnyOrder(AccessLevel.WRITE, AccessLevel.PERMISSIONS_MANAGEMENT);
    }

    @ParameterizedTest
    @CsvSource({"s3:GetObjectt", "nosuch:GetObject", "GetObject", "''", "s3", "s3:", ":GetObject"})
    void whatIsNoActionIsNotFound(String name) {
        assertThat(AWS.action(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sts:AssumeRoleWith* | sts:AssumeRoleWithSAML, sts:AssumeRoleWithWebIdentity",
                "STS:assumeROLEwith* | sts:AssumeRoleWithSAML, sts:AssumeRoleWithWebIdentity",
                "sts:*Root | sts:AssumeRoot",
                "st?:AssumeRoot | sts:AssumeRoot",
                "sts:AssumeRole | sts:AssumeRole",
                "*:AssumeRoot | sts:AssumeRoot",
            })
    void aPatternIsExpanded(String pattern, String names) {
        assertThat(AWS.expand(pattern)).containsExactly(names.split(", "));
    }

    @ParameterizedTest
    @CsvSource({"nosuch:*", "s3:Fly*", "s3", "''", "s*", "s3:"})
    void aPatternWithoutActionsIsExpandedToNone(String pattern) {
        assertThat(AWS.expand(pattern)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObjct, s3:GetObject",
        "s3:getobjectt, s3:GetObject",
        "sts:AsumeRole, sts:AssumeRole",
        "iam:PasRole, iam:PassRole",
        "iam:CraeteUser, iam:CreateUser",
        "s33:GetObject, s3:GetObject",
    })
    void aMisspelledActionIsRecognized(String written, String meant) {
        assertThat(AWS.similarActions(written)).first().isEqualTo(meant);
    }

    @Test
    void whatResemblesNothingIsNotSuggested() {
        assertThat(AWS.similarActions("s3:ZQXJKVWPZQ")).isEmpty();
        assertThat(AWS.similarActions("GetObject")).isEmpty();
        assertThat(AWS.similarServices("qqqqqqqqqqqq")).isEmpty();
        assertThat(AWS.similarActions("s3:" + "a".repeat(10_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aws:sourceip, aws:SourceIp, IPAddress",
        "aws:PrincipalTag/Team, aws:PrincipalTag/${TagKey}, String",
        "AWS:TagKeys, aws:TagKeys, ArrayOfString",
        "aws:MultiFactorAuthAge, aws:MultiFactorAuthAge, Numeric",
        "s3:max-keys, s3:max-keys, Numeric",
        "s3:ExistingObjectTag/color, s3:ExistingObjectTag/${key}, String",
        "saml:aud, saml:aud, String",
        "token.actions.githubusercontent.com:sub, , ",
        "token.actions.githubusercontent.com:repository, token.actions.githubusercontent.com:repository, String",
        "agent.example.buildkite.dev:cluster_id, agent.${Domain}.buildkite.dev:cluster_id, String",
        "iam:PassedToService, iam:PassedToService, String",
        "ec2:SourceInstanceARN, ec2:SourceInstanceArn, ARN",
        "aws:PrincipalTag/, , ",
        "aws:NoSuchKey, , ",
        "nosuch:Key, , ",
        "s3, , ",
    })
    void aConditionKeyIsFoundWithItsType(String written, String name, String type) {
        ConditionKey key = AWS.conditionKey(written);
        if (name == null) {
            assertThat(key).isNull();
        } else {
            assertThat(key).isNotNull();
            assertThat(key.name()).isEqualTo(name);
            assertThat(key.typeTitle()).isEqualTo(type);
        }
    }

    @Test
    void resourceControlPoliciesBindSomeServices() {
        assertThat(List.of("s3", "sts", "kms", "sqs", "iam", "ec2").stream().filter(ServiceCatalogTest::bound))
                .containsExactly("s3", "sts", "kms", "sqs");
    }

    private static boolean bound(String prefix) {
        Service service = AWS.service(prefix);
        return service != null && service.boundByResourceControl();
    }

    @Test
    void threadsThatAskForAServiceAtOnceGetOneObject() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Service>> asks = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                asks.add(() -> AWS.service("kms"));
            }
            Set<Service> seen = new HashSet<>();
            for (Future<Service> answer : threads.invokeAll(asks)) {
                seen.add(answer.get());
            }
            assertThat(seen).hasSize(1).doesNotContainNull();
        }
    }
}
