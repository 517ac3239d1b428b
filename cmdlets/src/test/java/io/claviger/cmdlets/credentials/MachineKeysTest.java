package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of containers and machines. */
class MachineKeysTest extends AnsweringMachine {

    @Test
    void aContainersKeysAreAskedForOnceForAllObjectsAndCommands() {
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/v1/credentials?x=y");
        desk.environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Bearer abc");
        assertThat(desk.run("1..50 | ForEach-Object { \"u$_\" } | Get-IAMUser", "Get-IAMUser"))
                .as(desk.err())
                .isZero();
        assertThat(asked).containsExactly("GET /v1/credentials?x=y Bearer abc");
        assertThat(signers()).containsExactly("ASIAOFTHEMACHINE");
        assertThat(desk.calls).hasSize(51).allMatch(call -> call.token().equals("machinetoken"));
    }

    @Test
    void whatTheSessionsEnvironmentSaysCountsFromTheNextCommandOn() throws IOException {
        desk.write("token", "Bearer of-the-file\n");
        assertThat(desk.run(
                        "$env:AWS_CONTAINER_CREDENTIALS_FULL_URI = '" + url + "/one'",
                        "$env:AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE = '" + home.resolve(".aws/token") + "'",
                        "Get-IAMUser",
                        "$env:AWS_CONTAINER_CREDENTIALS_FULL_URI = '" + url + "/other'",
                        "Get-IAMUser",
                        "$env:AWS_CONTAINER_CREDENTIALS_FULL_URI = ''",
                        "$env:AWS_EC2_METADATA_SERVICE_ENDPOINT = '" + url + "'",
                        "Get-IAMUser",
                        "$env:AWS_ACCESS_KEY_ID = 'AKIAENVIRONMENT'; $env:AWS_SECRET_ACCESS_KEY = 's'",
                        "Get-IAMUser"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls)
                .extracting(TestSession.Call::key)
                .containsExactly("ASIAOFTHEMACHINE", "ASIAOFTHEOTHER", "ASIAOFTHEMACHINE", "AKIAENVIRONMENT");
        assertThat(asked.getFirst()).isEqualTo("GET /one Bearer of-the-file");
    }

    @Test
    void aRelativeAddressIsTheContainerServices() {
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/uuid");
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/other");
        desk.environment.put("AWS_CONTAINER_SERVICE_ENDPOINT", url);
        assertThat(desk.run("Get-IAMUser")).as(desk.err()).isZero();
        assertThat(asked).containsExactly("GET /v2/credentials/uuid ");
        assertThat(signers()).containsExactly("ASIAOFTHEMACHINE");
    }

    @Test
    void aMachinesKeysAreAskedForWithATokenOfTheSession() {
        desk.environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", url + "/");
        assertThat(desk.run("'a', 'b' | Get-IAMUser")).as(desk.err()).isZero();
        assertThat(asked)
                .containsExactly(
                        "PUT /latest/api/token 21600",
                        "GET /latest/meta-data/iam/security-credentials/ token-of-the-machine",
                        "GET /latest/meta-data/iam/security-credentials/the-role token-of-the-machine");
        assertThat(signers()).containsExactly("ASIAOFTHEMACHINE");
    }

    @ParameterizedTest
    @CsvSource({"TRUE", "true"})
    void aMachinesKeysAreNotAskedForWhereThatIsSwitchedOff(String value) {
        desk.environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", url);
        desk.environment.put("AWS_EC2_METADATA_DISABLED", value);
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("No credentials specified or obtained from persisted/shell defaults.");
        assertThat(asked).isEmpty();
    }

    @Test
    void aRoleMayBeAssumedWithTheMachinesKeys() throws IOException {
        desk.write("config", """
                [profile container]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = EcsContainer
                [profile machine]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = Ec2InstanceMetadata
                """);
        assertThat(desk.run("Get-IAMUser -ProfileName container")).isOne();
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/other");
        desk.environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", url);
        assertThat(desk.run(
                        "'a', 'b' | Get-IAMUser -ProfileName container", "'a', 'b' | Get-IAMUser -ProfileName machine"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls)
                .extracting(call -> call.action() + " " + call.key())
                .containsExactly(
                        "AssumeRole ASIAOFTHEOTHER",
                        "GetUser ASIAOFTHEROLE",
                        "GetUser ASIAOFTHEROLE",
                        "AssumeRole ASIAOFTHEMACHINE",
                        "GetUser ASIAOFTHEROLE",
                        "GetUser ASIAOFTHEROLE");
    }

    @Test
    void aRoleIsAssumedAnewWhereTheMachineIsShownAnotherToken() throws IOException {
        desk.write("config", """
                [profile container]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = EcsContainer
                """);
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run(
                        "$env:AWS_CONTAINER_AUTHORIZATION_TOKEN = 'a'",
                        "Get-IAMUser -ProfileName container",
                        "$env:AWS_CONTAINER_AUTHORIZATION_TOKEN = 'b'",
                        "Get-IAMUser -ProfileName container"))
                .as(desk.err())
                .isZero();
        assertThat(asked).containsExactly("GET /one a", "GET /one b");
    }

    @Test
    void keysThatHaveEndedAreAskedForAgain() {
        keys = KEYS.replace("2099-01-01", "1969-12-31");
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run("Get-IAMUser", "Get-IAMUser")).as(desk.err()).isZero();
        assertThat(asked).hasSize(2);
    }
}
