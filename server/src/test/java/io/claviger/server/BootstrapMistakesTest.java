package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a declared account is refused for, and what is then left as it was. */
class BootstrapMistakesTest extends BootstrapContract {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "    path: /ci/ |     pth: /ci/ | :4: there is no pth here; did you mean path?",
                "    path: /ci/ |     path: ci | :4: path must be a path that begins and ends with a slash",
                "  - name: deployers |   - nam: deployers | :3: there is no nam here; did you mean name?",
                "groups: [Developers] | groups: Developers | :23: groups must be a list",
                "number: 12} | number: [12]} | :10: here must be a text",
                "ReadOnlyAccess, | ReadOnlyAcess, | :13: there is no policy ReadOnlyAcess under policies, and AWS has"
                        + " none",
                "policies: [deployers] | policies: [deployer] | give the ARN of one that is in the account already;"
                        + " did you mean deployers?",
                "job-function/ViewOnlyAccess | ViewOnlyAccess | :26: AWS has no managed policy"
                        + " arn:aws:iam::aws:policy/ViewOnlyAccess",
                "document: limits.json | document: limit.json | :11: document: ",
                "secret_env: DEPLOYERS_SECRET | secret_env: OTHER | :30: the variable OTHER is not set",
                "id: AKIAGIVENGIVENGIVEN1 | id: ASIAGIVENGIVENGIVEN1 | :30: id must not begin with ASIA",
                "user/deployer\" | user/deployr\" | :36: cannot create role release: MalformedPolicyDocument: ",
                "max_session: 7200 | max_session: 60 | :44: max_session must be a number of seconds",
                "max_session: 7200 | max_session: 999999 | :36: cannot create role release: ValidationError: ",
                "  - name: deployer\\n |   - name: alice\\n | alice is declared twice: bring the two together",
                "users: | uses: | there is no uses here; did you mean users?",
                "      - {Effect: Allow, |       - {Effect: [Allow, | this is not YAML: ",
                "account: \"123456789012\" | account: \"210987654321\" | there is no account 210987654321"
            })
    void aMistakeNamesTheLineAndWhatToDo(String from, String to, String message) throws IOException {
        change(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assertThat(start()).isEqualTo(1);
        assertThat(err()).contains(message);
    }

    @Test
    void aFileWithAKeyIsNeverWrittenOver() throws Exception {
        Path key =
                Files.writeString(directory.resolve("alice.credentials"), "[default]\naws_access_key_id = AKIAOTHER\n");
        assertThat(start()).isEqualTo(1);
        assertThat(err())
                .contains(":25: " + key + " is there, but its profile default has no access key of user alice");
        assertThat(key).hasContent("[default]\naws_access_key_id = AKIAOTHER\n");
        Files.delete(key);
        assertThat(start()).as(this::err).isZero();
    }

    @Test
    void aKeyThatCannotBeWrittenIsNotKept() throws Exception {
        change("file: alice.credentials", "file: nowhere/alice.credentials");
        assertThat(start()).isEqualTo(1);
        assertThat(err()).contains(":25: " + directory.resolve("nowhere/alice.credentials") + " cannot be written: ");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(administrator(server)
                            .done("iam", "ListAccessKeys", "UserName", "alice")
                            .body())
                    .doesNotContain("AKIA");
        }
    }

    @Test
    void anotherUsersKeyIsNotGiven() throws Exception {
        assertThat(start()).as(this::err).isZero();
        change("- name: deployer\n", "- name: other\n");
        change("user/deployer\"", "user/other\"");
        assertThat(start()).isEqualTo(1);
        assertThat(err()).contains(":30: the access key " + GIVEN + " is somebody else's: give another one");
    }
}
