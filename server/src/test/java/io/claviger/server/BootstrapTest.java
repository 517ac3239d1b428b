package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A start makes an account as a file declares it, and a second start changes nothing. */
class BootstrapTest extends BootstrapContract {

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

    @Test
    void jsonIsReadAsWell() throws Exception {
        Files.writeString(file, "{\"users\": [{\"name\": \"carol\", \"tags\": {\"a\": \"1\"}}]}");
        assertThat(start()).as(this::err).isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            administrator(server).done("iam", "GetUser", "UserName", "carol");
        }
    }
}
