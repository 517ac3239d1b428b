package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start makes an account as a file declares it, and a second start changes nothing. */
class BootstrapTest extends UpkeepGround {

    private static final String GIVEN = "AKIAGIVENGIVENGIVEN1";
    private static final String SECRET = "given/secret/given/secret/given/secret12";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            Variables.ACCOUNT_ID,
            Samples.ACCOUNT,
            Variables.ACCESS_KEY_ID,
            Samples.KEY_ID,
            Variables.SECRET_ACCESS_KEY,
            Samples.SECRET,
            Variables.ROOT_PASSWORD,
            Samples.PASSWORD,
            "DEPLOYERS_SECRET",
            SECRET);
    private static final String ALL = """
        account: "123456789012"
        policies:
          - name: deployers
            path: /ci/
            description: What the pipeline may do
            document:
              Version: 2012-10-17
              Statement:
                - {Effect: Allow, Action: ["s3:PutObject"], Resource: "arn:aws:s3:::releases/*"}
            tags: {team: build, number: 12}
          - {name: limits, document: limits.json}
        groups:
          - name: Developers
            path: /eng/
            policies: [ReadOnlyAccess, deployers]
            inline_policies:
              listing: {Version: "2012-10-17", Statement: {Effect: Allow, Action: "s3:List*", Resource: "*"}}
        users:
          - name: alice
            path: /eng/
            boundary: limits
            tags: {claviger:access-keys-end: 90}
            groups: [Developers]
            access_keys:
              - file: alice.credentials
          - name: deployer
            policies: [deployers, "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"]
            inline_policies: {own: limits.json}
            access_keys:
              - {id: AKIAGIVENGIVENGIVEN1, secret_env: DEPLOYERS_SECRET}
        oidc_providers:
          - {url: "https://token.actions.example.com", client_ids: [sts.amazonaws.com],\
             thumbprints: [990f4193972f2becf12ddeda5237f9c952f20d9e], tags: {kind: ci}}
        saml_providers:
          - {name: corp, metadata_file: idp.xml}
        roles:
          - name: release
            description: Makes releases
            trust:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {AWS: "arn:aws:iam::123456789012:user/deployer"}
                  Action: sts:AssumeRole
            max_session: 7200
            boundary: limits
            policies: [deployers]
            tags: {team: build}
        """;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("bootstrap.yaml"), ALL);
        Files.writeString(
                directory.resolve("limits.json"),
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");
        Files.writeString(
                directory.resolve("idp.xml"),
                IdentityProvider.named("https://idp.example/metadata").metadata());
    }

    private int start(String... more) {
        return start(ENVIRONMENT, more);
    }

    private int start(Map<String, String> environment, String... more) {
        return run(
                environment,
                Stream.concat(
                                Stream.of(
                                        "start",
                                        "--port",
                                        "0",
                                        "--data",
                                        data().toString(),
                                        "--bootstrap",
                                        file.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private void change(String from, String to) throws IOException {
        assertThat(Files.readString(file)).contains(from);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private List<String> plan() {
        assertThat(start("--bootstrap-plan")).as(this::err).isZero();
        return out.toString(UTF_8)
                .lines()
                .map(line -> line.replaceAll(" {3}\\(.*bootstrap.yaml", " ("))
                .toList();
    }

    private static String setting(String credentials, String name) {
        return credentials
                .lines()
                .filter(line -> line.startsWith(name + " = "))
                .map(line -> line.substring(name.length() + 3))
                .findFirst()
                .orElseThrow();
    }

    private ApiCaller administrator(RunningServer server) {
        return ApiCaller.administrator(server.endpoint(), () -> Samples.NOW);
    }

    @Test
    void theAccountIsMadeAsItIsDeclaredAndASecondStartDoesNothing() throws Exception {
        assertThat(start()).as(this::err).isZero();
        assertThat(err()).contains("create user alice (" + file + ":19)", "steps done: ");
        Path key = directory.resolve("alice.credentials");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(out.toString(UTF_8) + err())
                .doesNotContain(SECRET, setting(Files.readString(key), "aws_secret_access_key"));

        try (RunningServer server = start(data(), Optional.empty())) {
            ApiCaller administrator = administrator(server);
            assertThat(administrator
                            .done("iam", "GetAccountAuthorizationDetails")
                            .body())
                    .contains(
                            "<Arn>arn:aws:iam::123456789012:policy/ci/deployers</Arn>",
                            "<Arn>arn:aws:iam::123456789012:group/eng/Developers</Arn>",
                            "<Arn>arn:aws:iam::123456789012:user/eng/alice</Arn>",
                            "<Arn>arn:aws:iam::123456789012:role/release</Arn>",
                            "<PolicyArn>arn:aws:iam::aws:policy/ReadOnlyAccess</PolicyArn>",
                            "<PolicyArn>arn:aws:iam::aws:policy/job-function/ViewOnlyAccess</PolicyArn>",
                            "<PermissionsBoundaryArn>arn:aws:iam::123456789012:policy/limits</PermissionsBoundaryArn>",
                            "<Key>claviger:access-keys-end</Key><Value>90</Value>",
                            "<PolicyName>listing</PolicyName>");
            assertThat(administrator
                            .done("iam", "GetRole", "RoleName", "release")
                            .body())
                    .contains("<MaxSessionDuration>7200</MaxSessionDuration>", "Makes releases");
            assertThat(administrator.done("iam", "ListOpenIDConnectProviders").body())
                    .contains("oidc-provider/token.actions.example.com");
            assertThat(administrator.done("iam", "ListSAMLProviders").body()).contains("saml-provider/corp");
            assertThat(Samples.call(server.endpoint(), Samples.NOW, GIVEN, SECRET, "sts", CALLER))
                    .contains("user/deployer");
            String credentials = Files.readString(key);
            assertThat(Samples.call(
                            server.endpoint(),
                            Samples.NOW,
                            setting(credentials, "aws_access_key_id"),
                            setting(credentials, "aws_secret_access_key"),
                            "sts",
                            CALLER))
                    .contains("user/eng/alice");
        }
        assertThat(plan()).containsExactly("Nothing is to be done: the account is as " + file + " declares.");
        assertThat(start()).isZero();
        assertThat(err()).contains("steps done: 0");
    }

    @Test
    void everyStepIsInTheTrailAsTheRootUsers() throws Exception {
        assertThat(start()).as(this::err).isZero();
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(data().resolve("audit"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(each));
            }
        }
        assertThat(lines)
                .allMatch(line -> line.contains("\"userAgent\":\"claviger bootstrap\""))
                .allMatch(line -> line.contains("\"type\":\"Root\""))
                .anyMatch(line -> line.contains("\"eventName\":\"CreateRole\""))
                .anyMatch(line -> line.contains("\"eventName\":\"CreateAccessKey\"") && line.contains(GIVEN))
                .noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aPlanDoesNothingAndMakesNoAccount() {
        assertThat(plan())
                .contains(
                        "create policy deployers (:3)",
                        "create group Developers (:13)",
                        "attach arn:aws:iam::aws:policy/ReadOnlyAccess to group Developers (:13)",
                        "give inline policy listing of group Developers (:13)",
                        "create user alice (:19)",
                        "add user alice to group Developers (:19)",
                        "give user deployer the access key " + GIVEN + " (:30)",
                        "create OpenID Connect provider https://token.actions.example.com (:32)",
                        "create SAML provider corp (:34)",
                        "create role release (:36)");
        assertThat(data()).doesNotExist();
        assertThat(directory.resolve("alice.credentials")).doesNotExist();
        assertThat(run(ENVIRONMENT, "start", "--data", data().toString(), "--bootstrap-plan"))
                .isEqualTo(2);
        assertThat(err()).contains("--bootstrap-plan goes with --bootstrap");
    }

    @Test
    void whatChangesInTheFileChangesInTheAccount() throws Exception {
        assertThat(start()).as(this::err).isZero();
        change("arn:aws:s3:::releases/*", "arn:aws:s3:::candidates/*");
        change("max_session: 7200", "max_session: 3600");
        change("team: build, number: 12", "team: core");
        change("/eng/", "/engineering/");
        change("    boundary: limits\n    policies: [deployers]", "    policies: [limits]");
        change("Action: \"s3:List*\"", "Action: \"s3:Get*\"");
        change("user/deployer\"}", "user/deployer\", Service: ec2.amazonaws.com}");
        assertThat(plan().stream().map(line -> line.replaceAll(" \\(:.*", "")))
                .containsExactly(
                        "change policy deployers",
                        "tag policy deployers with team=core",
                        "move group Developers to /engineering/",
                        "change inline policy listing of group Developers",
                        "move user alice to /engineering/",
                        "change whom role release trusts",
                        "change role release",
                        "attach arn:aws:iam::123456789012:policy/limits to role release");
        Files.writeString(file, "prune: true\n" + Files.readString(file));
        assertThat(plan().stream().map(line -> line.replaceAll(" \\(:.*", "")))
                .contains(
                        "untag policy deployers of number",
                        "take the permissions boundary from role release",
                        "detach arn:aws:iam::123456789012:policy/ci/deployers from role release");
        assertThat(start()).as(this::err).isZero();
        assertThat(plan()).singleElement().asString().startsWith("Nothing is to be done");
    }

    @Test
    void whatIsNotDeclaredStays() throws Exception {
        assertThat(start()).as(this::err).isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            ApiCaller administrator = administrator(server);
            administrator.done("iam", "CreateUser", "UserName", "bob");
            administrator.done(
                    "iam", "TagUser", "UserName", "alice", "Tags.member.1.Key", "more", "Tags.member.1.Value", "1");
            administrator.done("iam", "AddUserToGroup", "UserName", "alice", "GroupName", "Administrators");
        }
        assertThat(start()).isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            Reply alice = administrator(server).done("iam", "GetUser", "UserName", "alice");
            assertThat(alice.body()).contains("<Key>more</Key>");
            administrator(server).done("iam", "GetUser", "UserName", "bob");
        }
        Files.writeString(file, "prune: true\n" + Files.readString(file));
        assertThat(plan().stream().map(line -> line.replaceAll(" \\(:.*", "")))
                .containsExactly("untag user alice of more", "remove user alice from group Administrators");
        assertThat(start()).isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            administrator(server).done("iam", "GetUser", "UserName", "bob");
        }
    }

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

    @Test
    void jsonIsReadAsWell() throws Exception {
        Files.writeString(file, "{\"users\": [{\"name\": \"carol\", \"tags\": {\"a\": \"1\"}}]}");
        assertThat(start()).as(this::err).isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            administrator(server).done("iam", "GetUser", "UserName", "carol");
        }
    }
}
