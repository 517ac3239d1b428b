package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Services and people of a real Keycloak get sessions of roles, set up by the commands of the guides. Without {@code
 * -Dclaviger.keycloak.expiry=true} no token is waited for until it is over, which takes five minutes.
 */
class KeycloakTest extends KeycloakGround {

    KeycloakTest(@TempDir Path directory) throws Exception {
        super(directory);
    }

    @Test
    void serviceGetsASessionByTheCommandsOfTheGuide() throws Exception {
        assertThat(typed("docs/machines.md", "grant_type=client_credentials"))
                .contains("assumed-role/batch/night", "\"Audience\": \"batch\"", "\"Provider\": \"" + arn() + "\"");
        assertThat(assumed(BATCH, Files.readString(directory.resolve("token"))))
                .contains("arn:aws:sts::" + ACCOUNT + ":assumed-role/batch/someone\n")
                .contains("Administrator\n", "not authorized to perform: iam:ListGroups");
    }

    @Test
    void boto3GetsOneByItself() throws Exception {
        Path token = Files.writeString(directory.resolve("boto3-token"), keycloak.tokenOfService("batch"));
        Map<String, String> environment = Map.of(
                "AWS_ROLE_ARN",
                BATCH,
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                token.toString(),
                "AWS_ROLE_SESSION_NAME",
                "boto3");
        assertThat(SelfReliant.BOTO3.ask(program, Files.createTempDirectory(directory, "home"), environment, ""))
                .matches(SelfReliant.Said::succeeded)
                .extracting(SelfReliant.Said::text)
                .asString()
                .contains("assumed-role/batch/boto3");
    }

    @Test
    void otherServiceIsRefused() throws Exception {
        assertThat(assumed(BATCH, keycloak.tokenOfService("other")))
                .contains("(InvalidIdentityToken)", "Incorrect token audience")
                .doesNotContain("assumed-role");
        assertThat(assumed(BATCH, keycloak.tokenOfService("hasty")))
                .as("an audience of the provider that the role does not trust")
                .contains("(AccessDenied)", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
        String token = keycloak.tokenOfService("batch");
        int signature = token.lastIndexOf('.') + 20;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';
        assertThat(assumed(BATCH, token.substring(0, signature) + other + token.substring(signature + 1)))
                .contains("(InvalidIdentityToken)");
    }

    @Test
    void personOfAGroupIsLetInAndOthersAreNot() throws Exception {
        assertThat(assumed(
                        PEOPLE, keycloak.tokensOfPerson("alice").get("id_token").asString()))
                .contains("assumed-role/People/someone");
        assertThat(assumed(
                        PEOPLE, keycloak.tokensOfPerson("bob").get("id_token").asString()))
                .contains("(AccessDenied)");
    }

    /** As at AWS, which does not ask the provider either: a token is good until it is over. */
    @Test
    void tokenOfSomebodyWhoSignedOutIsGoodUntilItsEnd() throws Exception {
        JsonNode tokens = keycloak.tokensOfPerson("alice");
        keycloak.signOut(tokens);
        assertThat(assumed(PEOPLE, tokens.get("id_token").asString())).contains("assumed-role/People/someone");
    }

    @Test
    @EnabledIfSystemProperty(named = "claviger.keycloak.expiry", matches = "true")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void tokenThatIsOverIsRefused() throws Exception {
        String token = keycloak.tokenOfService("hasty");
        JsonNode claims = keycloak.claims(token);
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(1);
        assertThat(assumed(PEOPLE, token)).as("clocks may differ").contains("(AccessDenied)");
        TimeUnit.SECONDS.sleep(303);
        assertThat(assumed(PEOPLE, token)).contains("(ExpiredTokenException)", "Token expired");
    }

    @Test
    void personExchangesASamlResponseByTheCommandsOfTheGuide() throws Exception {
        assertThat(typed("docs/saml.md", "saml/descriptor")).contains(":saml-provider/corp");
        typed("docs/saml.md", "create-role --role-name sso");
        Files.writeString(directory.resolve("response"), keycloak.samlResponse("alice"));
        assertThat(typed("docs/saml.md", "assume-role-with-saml"))
                .contains(
                        "assumed-role/sso/alice",
                        "\"SubjectType\": \"persistent\"",
                        "\"Issuer\": \"" + keycloak.issuer() + "\"");
    }

    /** The browser's part, without a browser: Keycloak demands PKCE of this client. */
    @Test
    void personSignsInToTheConsole() {
        try (FormVisitor visitor = keycloak.visitor()) {
            String start = program.endpoint() + "/console/single-sign-on/start?name=Staff&account=" + ACCOUNT;
            String page = visitor.get(moved(visitor.get(start))).body();
            String back = moved(Keycloak.signedIn(visitor, page, "alice"));
            assertThat(back).startsWith(CONSOLE + "/console/single-sign-on/done?");
            HttpResponse<String> done =
                    visitor.get(back.replace(CONSOLE, program.endpoint().toString()));
            assertThat(moved(done)).isEqualTo("../");
            assertThat(visitor.sent(HttpRequest.newBuilder(program.endpoint().resolve("/console/session"))
                                    .header("X-Claviger-Console", "1")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{}")))
                            .body())
                    .contains("assumed-role/People/alice@example.com");
        }
    }

    private static String moved(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
