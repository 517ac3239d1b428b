package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What aws-cli prints of an account at AWS is taken over, and what is not is said. */
class ImportTest extends UpkeepGround {

    private static final String DETAILS = """
        {
          "UserDetailList": [
            {"Path": "/eng/", "UserName": "alice", "UserId": "AIDA1",
             "Arn": "arn:aws:iam::444455556666:user/eng/alice", "CreateDate": "2020-01-01T00:00:00+00:00",
             "GroupList": ["Developers"],
             "UserPolicyList": [{"PolicyName": "own", "PolicyDocument":
               {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*",
                "Resource": ["arn:aws:s3:::bucket-444455556666", "arn:aws:iam::444455556666:role/x",
                             "arn:aws:iam::777788889999:role/y"]}]}}],
             "AttachedManagedPolicies": [
               {"PolicyName": "ReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"},
               {"PolicyName": "NewerThanThis", "PolicyArn": "arn:aws:iam::aws:policy/NewerThanThis"}],
             "PermissionsBoundary": {"PermissionsBoundaryType": "Policy",
               "PermissionsBoundaryArn": "arn:aws:iam::444455556666:policy/ci/limits"},
             "Tags": [{"Key": "team", "Value": "build"}]}
          ],
          "GroupDetailList": [
            {"Path": "/", "GroupName": "Developers", "GroupId": "AGPA1",
             "Arn": "arn:aws:iam::444455556666:group/Developers", "CreateDate": "2020-01-01T00:00:00+00:00",
             "GroupPolicyList": [],
             "AttachedManagedPolicies": [
               {"PolicyName": "limits", "PolicyArn": "arn:aws:iam::444455556666:policy/ci/limits"}]}
          ],
          "RoleDetailList": [
            {"Path": "/", "RoleName": "first", "RoleId": "AROA1", "Arn": "arn:aws:iam::444455556666:role/first",
             "CreateDate": "2020-01-01T00:00:00+00:00",
             "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
               "Principal": {"AWS": "arn:aws:iam::444455556666:role/second"}, "Action": "sts:AssumeRole"}]},
             "InstanceProfileList": [{"Path": "/", "InstanceProfileName": "machines", "Roles": []}],
             "RolePolicyList": [], "AttachedManagedPolicies": [], "Tags": []},
            {"Path": "/", "RoleName": "second", "RoleId": "AROA2", "Arn": "arn:aws:iam::444455556666:role/second",
             "CreateDate": "2020-01-01T00:00:00+00:00",
             "AssumeRolePolicyDocument":
               "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22Service%22%3A%22ec2.amazonaws.com%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D",
             "InstanceProfileList": [], "RolePolicyList": [], "AttachedManagedPolicies": []},
            {"Path": "/", "RoleName": "stranger", "RoleId": "AROA3",
             "Arn": "arn:aws:iam::444455556666:role/stranger", "CreateDate": "2020-01-01T00:00:00+00:00",
             "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
               "Principal": {"AWS": "arn:aws:iam::444455556666:user/gone"}, "Action": "sts:AssumeRole"}]},
             "InstanceProfileList": [], "RolePolicyList": [], "AttachedManagedPolicies": []},
            {"Path": "/aws-service-role/support.amazonaws.com/", "RoleName": "AWSServiceRoleForSupport",
             "RoleId": "AROA4", "CreateDate": "2020-01-01T00:00:00+00:00",
             "Arn": "arn:aws:iam::444455556666:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport",
             "AssumeRolePolicyDocument": {}, "InstanceProfileList": [], "RolePolicyList": [],
             "AttachedManagedPolicies": []}
          ],
          "Policies": [
            {"PolicyName": "limits", "PolicyId": "ANPA1", "Arn": "arn:aws:iam::444455556666:policy/ci/limits",
             "Path": "/ci/", "DefaultVersionId": "v2", "AttachmentCount": 1, "IsAttachable": true,
             "PolicyVersionList": [
               {"Document": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}},
                "VersionId": "v2", "IsDefaultVersion": true, "CreateDate": "2020-01-01T00:00:00+00:00"},
               {"Document": {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}},
                "VersionId": "v1", "IsDefaultVersion": false, "CreateDate": "2020-01-01T00:00:00+00:00"}]},
            {"PolicyName": "ReadOnlyAccess", "Arn": "arn:aws:iam::aws:policy/ReadOnlyAccess", "Path": "/",
             "DefaultVersionId": "v1", "PolicyVersionList": []}
          ]
        }
        """;

    private Path file = Path.of("");

    @BeforeEach
    void anAccountIsThere() throws IOException {
        file = Files.writeString(directory.resolve("account.json"), DETAILS);
        start(data(), Optional.empty()).close();
    }

    private int take(String... more) {
        return run(
                Map.of(),
                Stream.concat(Stream.of("import", "--data", data().toString(), file.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private String details() {
        try (RunningServer server = start(data(), Optional.empty())) {
            return ApiCaller.administrator(server.endpoint(), () -> Samples.NOW)
                    .done("iam", "GetAccountAuthorizationDetails")
                    .body();
        }
    }

    @Test
    void theAccountIsTakenOverAndWhatIsNotIsSaid() {
        assertThat(take("--rewrite-account")).as(this::err).isEqualTo(1);
        assertThat(printed().lines())
                .anyMatch(line -> line.matches("Steps done: ([0-9]+) of [0-9]+\\."))
                .anyMatch(line -> line.startsWith("- " + file + ":")
                        && line.contains("cannot create role stranger: MalformedPolicyDocument: "))
                .contains(
                        "- the policy arn:aws:iam::aws:policy/NewerThanThis, attached to the user alice, is not known"
                                + " to this version of Claviger",
                        "- of the policy limits the version in force is taken, and not the other 1",
                        "- the role AWSServiceRoleForSupport is linked to a service: CreateServiceLinkedRole makes it"
                                + " if you need it",
                        "- the instance profile machines of the role first: CreateInstanceProfile and"
                                + " AddRoleToInstanceProfile make it if you need it");
        assertThat(details())
                .contains(
                        "<Arn>arn:aws:iam::123456789012:user/eng/alice</Arn>",
                        "<PermissionsBoundaryArn>arn:aws:iam::123456789012:policy/ci/limits</PermissionsBoundaryArn>",
                        "<Key>team</Key><Value>build</Value>",
                        "<PolicyArn>arn:aws:iam::aws:policy/ReadOnlyAccess</PolicyArn>",
                        "<Arn>arn:aws:iam::123456789012:role/first</Arn>",
                        "<Arn>arn:aws:iam::123456789012:role/second</Arn>",
                        "bucket-123456789012",
                        "arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fx",
                        "arn%3Aaws%3Aiam%3A%3A777788889999%3Arole%2Fy")
                .doesNotContain("444455556666", "role/stranger");
    }

    @Test
    void aSecondTimeNothingIsLeftToDo() throws IOException {
        Files.writeString(file, DETAILS.replace("user/gone", "user/eng/alice"));
        assertThat(take("--rewrite-account")).as(this::printed).isZero();
        assertThat(take("--rewrite-account")).isZero();
        assertThat(printed()).startsWith("Steps done: 0 of 0.").doesNotContain("444455556666");
    }

    @Test
    void withoutRewritingDocumentsKeepTheNumber() {
        assertThat(take()).isEqualTo(1);
        assertThat(printed()).contains("- the number of the account 444455556666 in documents, which still name it");
        assertThat(details()).contains("bucket-444455556666");
    }

    @Test
    void aPlanDoesNothing() {
        assertThat(take("--plan")).as(this::err).isZero();
        assertThat(printed())
                .contains("create user alice   (" + file + ":3)", "create policy limits", "Not taken over:");
        assertThat(details()).doesNotContain("alice");
    }

    @Test
    void everyStepIsInTheTrail() throws IOException {
        assertThat(take("--rewrite-account")).isEqualTo(1);
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(data().resolve("audit"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(each));
            }
        }
        assertThat(lines)
                .anyMatch(line -> line.contains("\"eventName\":\"CreateUser\"")
                        && line.contains("\"userAgent\":\"claviger import\"")
                        && line.contains("\"type\":\"Root\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Users\": []} | is not what aws iam get-account-authorization-details prints",
                "{\"UserDetailList\": [], \"IsTruncated\": true} | is only a part of the details",
                "{\"UserDetailList\": [{}]} | :1: UserName is missing",
                "{\"UserDetailList\": | this is not YAML",
                "[] | here must be names with values"
            })
    void anotherFileIsRefused(String text, String message) throws IOException {
        Files.writeString(file, text);
        assertThat(take()).isEqualTo(1);
        assertThat(err()).contains(file.toString(), message);
    }

    @Test
    void optionsThatCannotBeAreRefused() {
        assertThat(take("--account-id", "1")).isEqualTo(2);
        assertThat(take("--region", "Nowhere")).isEqualTo(2);
        assertThat(take("--region", "eu-central-1", "--plan")).as(this::err).isZero();
        assertThat(take("--account-id", "210987654321")).isEqualTo(1);
        assertThat(err()).contains("there is no account 210987654321");
        assertThat(run(Map.of(), "import", "--data", directory.resolve("none").toString(), file.toString()))
                .isEqualTo(1);
        assertThat(err()).contains("there is no database in");
    }
}
