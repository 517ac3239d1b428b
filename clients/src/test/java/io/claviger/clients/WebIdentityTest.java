package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.oidc.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Clients that have nothing but a token in a file, as in a pod: they get a session of a role by themselves. One provider is
 * asked for its keys over TLS under an authority that nobody knows, the other's keys are given as a file.
 */
class WebIdentityTest {

    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/pod";
    private static final String SESSION = "arn:aws:sts::" + ACCOUNT + ":assumed-role/pod/web";

    @TempDir
    private Path directory = Path.of("");

    private TestIssuer asked;
    private TestIssuer given;
    private Program program;

    @BeforeEach
    void start() throws Exception {
        asked = TestIssuer.start();
        given = TestIssuer.start();
        Path keys = Files.writeString(directory.resolve("keys.json"), given.jwks());
        program = Program.start(
                directory, Optional.empty(), "--oidc-addresses", "any", "--oidc-keys", given.url() + "=" + keys);
        try (IamClient admin = iam(StaticCredentialsProvider.create(
                AwsBasicCredentials.create(ADMINISTRATOR.id(), ADMINISTRATOR.secret())))) {
            for (TestIssuer issuer : List.of(asked, given)) {
                admin.createOpenIDConnectProvider(
                        create -> create.url(issuer.url()).clientIDList(TestIssuer.CLIENT));
            }
            admin.createRole(create -> create.roleName("pod").assumeRolePolicyDocument(trust()));
            admin.putRolePolicy(put -> put.roleName("pod").policyName("list").policyDocument("""
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}]}"""));
        }
    }

    private IamClient iam(AwsCredentialsProvider credentials) {
        return IamClient.builder()
                .region(Region.AWS_GLOBAL)
                .endpointOverride(program.endpoint())
                .credentialsProvider(credentials)
                .build();
    }

    @AfterEach
    void stop() {
        program.close();
        asked.close();
        given.close();
    }

    private String trust() {
        return """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",\
            "Principal":{"Federated":["%1$s%2$s","%1$s%3$s"]},\
            "Condition":{"StringEquals":{"sts:RoleSessionName":"web"}}}]}\
            """.formatted("arn:aws:iam::" + ACCOUNT + ":oidc-provider/", asked.name(), given.name());
    }

    private Path token(TestIssuer issuer) throws Exception {
        return Files.writeString(directory.resolve("token"), issuer.token(Instant.now()));
    }

    private void askedOfBoth(String client, List<String> command) throws Exception {
        if (Commands.firstThatWorks(List.of(List.of(command.getFirst(), "--version")))
                .isEmpty()) {
            Commands.skip(Commands.notTested(client));
        }
        for (TestIssuer issuer : List.of(asked, given)) {
            ProcessBuilder builder =
                    Commands.process(program, directory, command).redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "AWS_WEB_IDENTITY_TOKEN_FILE",
                            token(issuer).toString(),
                            "AWS_ROLE_ARN",
                            ROLE,
                            "AWS_ROLE_SESSION_NAME",
                            "web",
                            "AWS_ENDPOINT_URL",
                            program.endpoint().toString(),
                            "AWS_DEFAULT_REGION",
                            "us-east-1"));
            // aws-cli keeps its sessions in the home directory, and does not ask which server they came from.
            builder.environment()
                    .put("HOME", Files.createTempDirectory(directory, "home").toString());
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).contains(SESSION);
        }
    }

    @Test
    void awsCliAssumesTheRoleByItself() throws Exception {
        askedOfBoth("aws-cli", List.of("aws", "sts", "get-caller-identity"));
        assertThat(asked.asked).hasValue(1);
        assertThat(given.asked).as("its keys are in a file").hasValue(0);
    }

    @Test
    void boto3AssumesTheRoleByItself() throws Exception {
        List<String> pythons = Commands.firstThatWorks(List.of(
                        List.of("python3", "-c", "import boto3"), List.of("/usr/bin/python3", "-c", "import boto3")))
                .orElseGet(() -> {
                    Commands.skip(Commands.notTested("boto3"));
                    return List.of();
                });
        askedOfBoth("boto3", List.of(pythons.getFirst(), "-c", """
            import boto3
            print(boto3.client('sts').get_caller_identity()['Arn'], len(boto3.client('iam').list_users()['Users']))
            """));
    }

    @Test
    void theSdkForJavaAssumesTheRoleByItself() throws Exception {
        for (TestIssuer issuer : List.of(asked, given)) {
            Map<String, String> properties = Map.of(
                    "aws.webIdentityTokenFile",
                    token(issuer).toString(),
                    "aws.roleArn",
                    ROLE,
                    "aws.roleSessionName",
                    "web",
                    "aws.region",
                    "us-east-1",
                    "aws.endpointUrl",
                    program.endpoint().toString());
            properties.forEach(System::setProperty);
            try (DefaultCredentialsProvider chain =
                            DefaultCredentialsProvider.builder().build();
                    StsClient sts = StsClient.builder()
                            .region(Region.US_EAST_1)
                            .credentialsProvider(chain)
                            .build();
                    IamClient iam = iam(chain)) {
                assertThat(sts.getCallerIdentity().arn()).isEqualTo(SESSION);
                assertThat(iam.listUsers().users()).isNotEmpty();
            } finally {
                properties.keySet().forEach(System::clearProperty);
            }
        }
    }
}
