package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.federation.saml.ResponseDraft;
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

/** Clients that have no key: what a SAML provider sent them becomes credentials, and those work. */
class SamlTest {

    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/sso";
    private static final String PROVIDER = "arn:aws:iam::" + ACCOUNT + ":saml-provider/corp";
    private static final String SESSION = "arn:aws:sts::" + ACCOUNT + ":assumed-role/sso/alice";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoleWithSAML",
            "Principal":{"Federated":"%s"},
            "Condition":{"StringEquals":{"saml:aud":"https://signin.aws.amazon.com/saml"}}}}""".formatted(PROVIDER);

    @TempDir
    private Path directory = Path.of("");

    private final IdentityProvider idp = IdentityProvider.named("https://idp.example/metadata");
    private Program program;

    @BeforeEach
    void start() throws Exception {
        program = Program.start(directory, Optional.empty());
        try (Client client = new JavaSdk(program)) {
            done(client, "CreateSAMLProvider", Map.of("Name", "corp", "SAMLMetadataDocument", idp.metadata()));
            done(client, "CreateRole", Map.of("RoleName", "sso", "AssumeRolePolicyDocument", TRUST));
        }
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private static void done(Client client, String operation, Map<String, Object> input) {
        assertThat(client.call(Call.iam(ADMINISTRATOR, operation, input))).isInstanceOf(Answer.Result.class);
    }

    private Path response() throws Exception {
        return Files.writeString(
                directory.resolve("response"),
                ResponseDraft.of(idp, Instant.now(), ROLE, PROVIDER, "alice").signed());
    }

    private String said(List<String> command, boolean succeeds) throws Exception {
        ProcessBuilder builder = Commands.process(program, directory, command).redirectErrorStream(true);
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("AWS_ENDPOINT_URL", program.endpoint().toString());
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // The first version of aws-cli ends with 255 for every error, the second with 254 for those of the server.
        assertThat(process.waitFor() == 0).as(said).isEqualTo(succeeds);
        return said;
    }

    @Test
    void awsCliExchangesAResponseOnce() throws Exception {
        if (Commands.firstThatWorks(List.of(List.of("aws", "--version"))).isEmpty()) {
            Commands.skip(Commands.notTested("aws-cli"));
        }
        List<String> exchange = List.of(
                "aws",
                "sts",
                "assume-role-with-saml",
                "--role-arn",
                ROLE,
                "--principal-arn",
                PROVIDER,
                "--saml-assertion",
                "file://" + response());

        assertThat(said(exchange, true)).contains(SESSION, "\"SubjectType\": \"persistent\"", "\"NameQualifier\"");
        assertThat(said(exchange, false))
                .contains(
                        "(InvalidIdentityToken) when calling the AssumeRoleWithSAML operation: SAML Assertion has already"
                                + " been redeemed for this role");
    }

    @Test
    void boto3ExchangesAResponseAndCallsWithTheCredentials() throws Exception {
        List<String> pythons = Commands.firstThatWorks(List.of(
                        List.of("python3", "-c", "import boto3"), List.of("/usr/bin/python3", "-c", "import boto3")))
                .orElseGet(() -> {
                    Commands.skip(Commands.notTested("boto3"));
                    return List.of();
                });

        assertThat(said(List.of(pythons.getFirst(), "-c", """
                import boto3
                given = boto3.client('sts').assume_role_with_saml(
                    RoleArn='%s', PrincipalArn='%s', SAMLAssertion=open('%s').read())['Credentials']
                print(boto3.client('sts', aws_access_key_id=given['AccessKeyId'],
                    aws_secret_access_key=given['SecretAccessKey'],
                    aws_session_token=given['SessionToken']).get_caller_identity()['Arn'])
                """.formatted(ROLE, PROVIDER, response())), true))
                .contains(SESSION);
    }

    @Test
    void theCmdletExchangesAResponse() throws Exception {
        String line = "(Use-STSRoleWithSAML -RoleArn %s -PrincipalArn %s -SAMLAssertion '%s').AssumedRoleUser.Arn"
                .formatted(ROLE, PROVIDER, Files.readString(response()));

        assertThat(said(List.of(Program.launcher().toString(), line), true)).contains(SESSION);
    }
}
