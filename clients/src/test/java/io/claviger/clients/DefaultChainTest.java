package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** What the default chains of clients find besides keys: roles of profiles and of the environment, one after another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefaultChainTest {

    private static final String ROLES = "arn:aws:iam::" + ACCOUNT + ":role/";
    private static final String SESSIONS = "arn:aws:sts::" + ACCOUNT + ":assumed-role/";
    private static final String ALL = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}""";

    private final Cluster cluster;
    private Key alice = ADMINISTRATOR;
    private int devices;

    DefaultChainTest(@TempDir Path directory) throws Exception {
        cluster = new Cluster(directory, Optional.empty());
    }

    @BeforeAll
    void makeRoles() {
        alice = user("alice");
        role("deploy", ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"green\"}}");
        role("second", "");
        role("guarded", ",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}");
        for (String assuming : List.of("deploy", "pod")) {
            cluster.done("PutRolePolicy", Map.of("RoleName", assuming, "PolicyName", "assume", "PolicyDocument", ALL));
        }
    }

    private Key user(String name) {
        cluster.done("CreateUser", Map.of("UserName", name));
        cluster.done("PutUserPolicy", Map.of("UserName", name, "PolicyName", "assume", "PolicyDocument", ALL));
        return Key.from(
                cluster.done("CreateAccessKey", Map.of("UserName", name)).path("AccessKey"));
    }

    private void role(String name, String condition) {
        String trust = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
                "Principal":{"AWS":"%s"}%s}]}""".formatted(ACCOUNT, condition);
        cluster.done("CreateRole", Map.of("RoleName", name, "AssumeRolePolicyDocument", trust));
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    private SelfReliant.Said said(SelfReliant client, String profiles, Map<String, String> environment, String typed)
            throws Exception {
        Path home = cluster.home();
        Map<String, String> all = new HashMap<>(environment);
        all.put(
                "AWS_CONFIG_FILE",
                Files.writeString(home.resolve("config"), profiles).toString());
        return client.ask(cluster.program(), home, all, typed);
    }

    private void finds(String session, SelfReliant client, String profiles, Map<String, String> environment)
            throws Exception {
        assertThat(said(client, profiles, environment, ""))
                .matches(SelfReliant.Said::succeeded)
                .extracting(SelfReliant.Said::text)
                .asString()
                .contains(SESSIONS + session);
    }

    private static String keys(String profile, Key key) {
        return "[profile %s]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                .formatted(profile, key.id(), key.secret());
    }

    private static String role(String profile, String role, String more) {
        return "[profile %1$s]\nrole_arn = %2$s%3$s\nrole_session_name = %1$s\n%4$s\n"
                .formatted(profile, ROLES, role, more);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfTheEnvironment(SelfReliant client) throws Exception {
        finds(
                "pod/web",
                client,
                "",
                Map.of(
                        "AWS_WEB_IDENTITY_TOKEN_FILE",
                        cluster.file(cluster.token()).toString(),
                        "AWS_ROLE_ARN",
                        Cluster.ROLE,
                        "AWS_ROLE_SESSION_NAME",
                        "web"));
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfAProfile(SelfReliant client) throws Exception {
        finds(
                "pod/web",
                client,
                role("web", "pod", "web_identity_token_file = " + cluster.file(cluster.token())),
                Map.of("AWS_PROFILE", "web"));
    }

    @ParameterizedTest
    @EnumSource
    void aRoleOfASourceProfile(SelfReliant client) throws Exception {
        finds(
                "deploy/shift",
                client,
                keys("alice", alice) + role("shift", "deploy", "source_profile = alice\nexternal_id = green"),
                Map.of("AWS_PROFILE", "shift"));
    }

    @ParameterizedTest
    @EnumSource
    void aRoleOfARole(SelfReliant client) throws Exception {
        finds(
                "second/late",
                client,
                keys("alice", alice)
                        + role("shift", "deploy", "source_profile = alice\nexternal_id = green")
                        + role("late", "second", "source_profile = shift"),
                Map.of("AWS_PROFILE", "late"));
    }

    @ParameterizedTest
    @EnumSource
    void aRoleOfTheContainersCredentials(SelfReliant client) throws Exception {
        finds(
                "second/job",
                client,
                role("job", "second", "credential_source = EcsContainer"),
                Map.of(
                        "AWS_PROFILE",
                        "job",
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                        cluster.program().endpoint() + "/v1/credentials?role=" + Cluster.ROLE,
                        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                        cluster.token()));
    }

    private Guarded guarded() throws Exception {
        String name = "guarded-" + devices++;
        return Guarded.with(cluster, name, user(name));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JAVA")
    void aRoleWithASecondFactor(SelfReliant client) throws Exception {
        Guarded guarded = guarded();
        assertThat(said(
                        client,
                        keys("alice", guarded.key())
                                + role(
                                        "careful",
                                        "guarded",
                                        "source_profile = alice\nmfa_serial = " + guarded.serial()),
                        Map.of("AWS_PROFILE", "careful"),
                        guarded.code() + "\n"))
                .matches(SelfReliant.Said::succeeded)
                .extracting(SelfReliant.Said::text)
                .asString()
                .contains(SESSIONS + "guarded/careful");
    }

    /** The SDK for Java asks nobody for a code; programs give it one. */
    @Test
    void aRoleWithASecondFactorThatAProgramGives() throws Exception {
        Guarded guarded = guarded();
        try (StsClient sts = StsClient.builder()
                        .region(Region.US_EAST_1)
                        .endpointOverride(cluster.program().endpoint())
                        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                                guarded.key().id(), guarded.key().secret())))
                        .build();
                StsAssumeRoleCredentialsProvider role = StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts)
                        .refreshRequest(request -> request.roleArn(ROLES + "guarded")
                                .roleSessionName("careful")
                                .serialNumber(guarded.serial())
                                .tokenCode(guarded.code()))
                        .build();
                StsClient careful = StsClient.builder()
                        .region(Region.US_EAST_1)
                        .endpointOverride(cluster.program().endpoint())
                        .credentialsProvider(role)
                        .build()) {
            assertThat(careful.getCallerIdentity().arn()).isEqualTo(SESSIONS + "guarded/careful");
        }
    }
}
