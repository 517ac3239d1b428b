package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers for keys that fail, or that must not be asked. */
class KeysServersTest extends AnsweringMachine {

    @ParameterizedTest
    @ValueSource(strings = {"@other.example.com/keys", ".example.com/keys", "v2/credentials"})
    void aRelativeAddressNamesNoOtherServer(String relative) {
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", relative);
        desk.run("Get-STSCallerIdentity");
        assertThat(desk.err()).contains("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI does not begin with a slash.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com/x | neither https nor",
                "http://169.254.170.2.example.com | neither https nor",
                "http://10.0.0.1/x | neither https nor",
                "http://127.0.0.1.example.com/x | neither https nor",
                "http://user@169.254.170.2@example.com/x | address",
                "file:///etc/passwd | address",
                "http:/// | address",
                "one two | address"
            })
    void keysComeFromTheContainersOwnMachineOrByTls(String address, String reason) {
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", address);
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", reason);
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials");
        desk.environment.put("AWS_CONTAINER_SERVICE_ENDPOINT", address);
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("AWS_CONTAINER_SERVICE_ENDPOINT", reason);
        assertThat(desk.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {} | answers with status 404",
                "307 | {} | answers with status 307",
                "503 | {} | answers with status 503",
                "200 | {\"AccessKeyId\":\"AKIASECRET\"} | without AccessKeyId and SecretAccessKey",
                "200 | {\"AccessKeyId\":\"AKIASECRET\",\"SecretAccessKey\": | is not a JSON object",
                "200 | [] | is not a JSON object",
                "200 | <html> | is not a JSON object",
                "200 | {\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"S\",\"Expiration\":\"soon\"} | Expiration"
            })
    void anAnswerThatBringsNoKeysIsToldWithoutRepeatingIt(int code, String answer, String reason) {
        status = code;
        keys = answer;
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("Get-IAMUser: ", url + "/one", reason).doesNotContain("AKIASECRET");
        assertThat(desk.calls).isEmpty();
        assertThat(asked).hasSizeLessThanOrEqualTo(3).noneMatch(line -> line.contains("/other"));
    }

    @Test
    void nobodyAtTheAddressIsTold() {
        server.stop(0);
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains(url + "/one", "cannot be reached");
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        keys = "{\"AccessKeyId\":\"" + "A".repeat(1 << 20);
        desk.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "/one");
        assertThat(desk.run("Get-IAMUser")).isOne();
        assertThat(desk.err()).contains("longer than");
    }
}
