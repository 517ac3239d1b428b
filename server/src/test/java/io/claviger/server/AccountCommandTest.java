package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Variables;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second account beside the first, made by someone at the machine. */
class AccountCommandTest extends UpkeepGround {

    private static final String MEMBER = "222222222222";
    private static final String ROLE = "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole";

    private int create(Map<String, String> environment, String... more) {
        return createSecond(out, environment, more);
    }

    private String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private String audited() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(data().resolve("audit"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static int signIn(URI endpoint, String accountId, String password) throws IOException {
        String form = "AccountId=" + accountId + "&UserName=root&Password=" + password.replace(' ', '+');
        String answer =
                Wire.exchange(endpoint, Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    @Test
    void aSecondAccountIsReachedFromTheFirstAndByItsOwnRootUser() throws Exception {
        start(data(), Optional.empty()).close();
        assertThat(create(NOTHING, "--account-id", MEMBER)).as(this::err).isZero();
        String shown = out.toString(UTF_8);
        assertThat(shown).contains("Account 222222222222 (Second)", ROLE);
        String password = found(shown, "password: +(\\S{24})");
        assertThat(audited())
                .contains("\"eventName\":\"CreateAccount\"", "\"eventSource\":\"organizations.amazonaws.com\"", MEMBER)
                .doesNotContain(password, "argon2");

        try (RunningServer server = start(data(), Optional.empty())) {
            URI endpoint = server.endpoint();
            assertThat(server.account().accountId()).isEqualTo(Samples.ACCOUNT);
            assertThat(signIn(endpoint, MEMBER, password)).isEqualTo(200);
            assertThat(signIn(endpoint, Samples.ACCOUNT, password)).isEqualTo(403);
            assertThat(signIn(endpoint, Samples.ACCOUNT, Samples.PASSWORD)).isEqualTo(200);
            String answer = Samples.call(
                    endpoint,
                    Samples.NOW,
                    Samples.KEY_ID,
                    Samples.SECRET,
                    "sts",
                    "Action=AssumeRole&Version=2011-06-15&RoleSessionName=admin&RoleArn=" + ROLE);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("arn:aws:sts::222222222222:assumed-role/OrganizationAccountAccessRole/admin");
            assertThat(call(endpoint, "Action=EnableOrganizationsRootSessions&Version=2010-05-08"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("RootSessions");
            assertThat(
                            Samples.call(
                                    endpoint,
                                    Samples.NOW,
                                    Samples.KEY_ID,
                                    Samples.SECRET,
                                    "sts",
                                    "Action=AssumeRoot&Version=2011-06-15&TargetPrincipal=" + MEMBER
                                            + "&TaskPolicyArn.arn=arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(audited())
                .contains("\"recipientAccountId\":\"" + MEMBER, "\"recipientAccountId\":\"" + Samples.ACCOUNT);
    }

    @Test
    void accountsAreListedAndAPasswordThatIsGivenIsNotShown() throws Exception {
        start(data(), Optional.empty()).close();
        assertThat(create(Map.of(Variables.ROOT_PASSWORD, "another horse"), "--account-id", MEMBER))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("CLAVIGER_ROOT_PASSWORD").doesNotContain("another horse");
        assertThat(run(NOTHING, "account", "list", "--data", data().toString())).isZero();
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "123456789012  the account that manages the others",
                        "222222222222  second@example.com  Second");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), MEMBER, "another horse")).isEqualTo(200);
        }
    }

    @Test
    void aLostPasswordOfTheSecondAccountIsRecovered() throws Exception {
        start(data(), Optional.empty()).close();
        assertThat(create(NOTHING, "--account-id", MEMBER)).as(this::err).isZero();
        assertThat(run(NOTHING, "recover", "--data", data().toString(), "--account-id", MEMBER))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("Account " + MEMBER);
        String password = found(out.toString(UTF_8), "password: +(\\S{24})");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), MEMBER, password)).isEqualTo(200);
            assertThat(signIn(server.endpoint(), Samples.ACCOUNT, Samples.PASSWORD))
                    .isEqualTo(200);
        }
        assertThat(run(NOTHING, "recover", "--data", data().toString(), "--account-id", "333333333333"))
                .isEqualTo(1);
        assertThat(err()).contains("there is no account 333333333333");
    }

    @Test
    void anAddressIsOfOneAccount() {
        start(data(), Optional.empty()).close();
        assertThat(create(NOTHING)).as(this::err).isZero();
        assertThat(create(NOTHING)).isEqualTo(1);
        assertThat(err()).contains("there is an account of second@example.com already");
    }

    @Test
    void anAccountWhosePasswordIsNotHandedOverIsNotMade() {
        start(data(), Optional.empty()).close();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        assertThat(createSecond(full, NOTHING)).isEqualTo(1);
        assertThat(err()).contains("nothing was changed");
        assertThat(run(NOTHING, "account", "list", "--data", data().toString())).isZero();
        assertThat(out.toString(UTF_8).lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "make, --name, x, account takes create or list",
        "create, --name, x, --email is missing",
        "create, --email, a@example.com, --name is missing",
        "create, --email, nobody, --name is missing"
    })
    void whatIsMissingIsSaid(String action, String option, String value, String text) {
        start(data(), Optional.empty()).close();
        assertThat(run(NOTHING, "account", action, "--data", data().toString(), option, value))
                .isEqualTo(2);
        assertThat(err()).contains(text);
    }

    @Test
    void whatIsWrongIsSaid() {
        start(data(), Optional.empty()).close();
        for (List<String> wrong : List.of(
                List.of("--email", "nobody"),
                List.of("--email", "a".repeat(64) + "@example.com"),
                List.of("--name", "x".repeat(51)),
                List.of("--account-id", "1"))) {
            String email = wrong.getFirst().equals("--email") ? wrong.getLast() : "second@example.com";
            String name = wrong.getFirst().equals("--name") ? wrong.getLast() : "Second";
            String id = wrong.getFirst().equals("--account-id") ? wrong.getLast() : MEMBER;
            assertThat(run(
                            NOTHING,
                            "account",
                            "create",
                            "--data",
                            data().toString(),
                            "--email",
                            email,
                            "--name",
                            name,
                            "--account-id",
                            id))
                    .as(wrong.toString())
                    .isEqualTo(2);
            assertThat(err()).contains(wrong.getFirst() + " must");
        }
    }
}
