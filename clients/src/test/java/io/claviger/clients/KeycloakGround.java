package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A Keycloak, a program that trusts its realm as the guides say, and a role each for a service and for people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KeycloakGround {

    static final String CONSOLE = "http://127.0.0.1:7080";
    static final String BATCH = "arn:aws:iam::" + ACCOUNT + ":role/batch";
    static final String PEOPLE = "arn:aws:iam::" + ACCOUNT + ":role/People";

    final Path directory;
    final Keycloak keycloak;
    final Program program;

    KeycloakGround(@TempDir Path directory) throws Exception {
        for (String command : List.of("aws", "curl", "jq")) {
            if (Commands.firstThatWorks(List.of(List.of(command, "--version"))).isEmpty()) {
                Commands.skip(Commands.notTested(command));
            }
        }
        if (!Keycloak.isThere()) {
            Commands.skip("NOT TESTED: Keycloak is not installed; run scripts/install-clients --with-keycloak");
        }
        this.directory = directory;
        Certificates certificates = Certificates.in(directory);
        keycloak = Keycloak.start(directory, certificates);
        Path signOn = Files.writeString(directory.resolve("sign-on.json"), """
                {"providers": [{"name": "Staff", "issuer": "%s", "clientId": "claviger",
                                "clientSecret": "claviger-secret", "role": "%s"}]}""".formatted(keycloak.issuer(), PEOPLE));
        program = started(signOn);
    }

    private Program started(Path signOn) throws IOException {
        try {
            return Program.start(
                    directory,
                    Optional.empty(),
                    "--oidc-addresses",
                    "any",
                    "--public-url",
                    CONSOLE,
                    "--console-sign-on",
                    signOn.toString());
        } catch (IOException | AssertionError e) {
            keycloak.close();
            throw e;
        }
    }

    @BeforeAll
    void register() throws Exception {
        assertThat(typed("docs/machines.md", "create-open-id-connect-provider --url https://keycloak.example"))
                .contains("\"OpenIDConnectProviderArn\": \"" + arn() + "\"", "\"Arn\": \"" + BATCH + "\"");
        for (String audience : List.of("cli", "claviger", "hasty")) {
            done("AddClientIDToOpenIDConnectProvider", Map.of("ClientID", audience, "OpenIDConnectProviderArn", arn()));
        }
        done("CreateRole", Map.of("RoleName", "People", "AssumeRolePolicyDocument", """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",
                "Principal":{"Federated":"%s"},"Condition":{
                "StringEquals":{"%2$s:aud":["cli","claviger","hasty"]},
                "ForAnyValue:StringEquals":{"%2$s:groups":"ops"}}}}""".formatted(
                        arn(), keycloak.name())));
        for (String role : List.of("batch", "People")) {
            done("PutRolePolicy", Map.of("RoleName", role, "PolicyName", "list", "PolicyDocument", """
                    {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}"""));
        }
    }

    @AfterAll
    void stop() {
        try (keycloak) {
            program.close();
        }
    }

    String arn() {
        return "arn:aws:iam::" + ACCOUNT + ":oidc-provider/" + keycloak.name();
    }

    private void done(String operation, Map<String, Object> input) throws Exception {
        try (Client administrator = new JavaSdk(program)) {
            assertThat(administrator.call(Call.iam(ADMINISTRATOR, operation, input)))
                    .isInstanceOf(Answer.Result.class);
        }
    }

    /** Types the commands of a page's block that has these words in it, as the administrator. */
    String typed(String page, String words) throws IOException, InterruptedException {
        String commands = Guide.all().stream()
                .filter(guide -> guide.page().equals(page))
                .flatMap(guide -> guide.blocks().stream())
                .map(Guide.Block::text)
                .filter(text -> text.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " are not in " + page))
                .replace("https://keycloak.example:8443", keycloak.url())
                .replace("keycloak.example:8443", keycloak.url().substring("https://".length()))
                .replace("111122223333", ACCOUNT);
        Ended ended = Ended.of(shell("set -e\n" + commands).start());
        assertThat(ended.status()).as(commands + "\n" + ended.out()).isZero();
        return ended.out();
    }

    private ProcessBuilder shell(String commands) {
        ProcessBuilder builder = Commands.process(program, directory, List.of("bash", "-c", commands))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID",
                        ADMINISTRATOR.id(),
                        "AWS_SECRET_ACCESS_KEY",
                        ADMINISTRATOR.secret(),
                        "AWS_ENDPOINT_URL",
                        program.endpoint().toString(),
                        "AWS_DEFAULT_REGION",
                        "us-east-1",
                        "CURL_CA_BUNDLE",
                        directory.resolve("ca.pem").toString(),
                        "SECRET",
                        "batch-secret"));
        return builder;
    }

    /** What comes of a token: the session's ARN and what it may do, or the error, as aws-cli shows it. */
    String assumed(String role, String token) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("other-token"), token);
        return Ended.of(shell("""
                        set -e
                        keys=$(aws sts assume-role-with-web-identity --role-session-name someone --role-arn %s \
                            --web-identity-token file://other-token --output text \
                            --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]')
                        read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<< "$keys"
                        export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
                        aws sts get-caller-identity --query Arn --output text
                        aws iam list-users --query 'Users[].UserName' --output text
                        aws iam list-groups || true""".formatted(role)).start()).out();
    }
}
