package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** Roles and sessions of roles with a client, step by step; a step builds on those before it. */
final class RoleStory {

    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/night/deploy";
    private static final String SESSION = "arn:aws:sts::" + ACCOUNT + ":assumed-role/deploy/shift";
    private static final Map<String, Object> NAMED = Map.of("RoleName", "deploy");
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"AWS":"arn:aws:iam::%s:user/carol"}}]}""".formatted(ACCOUNT);
    private static final String LIST_USERS = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}]}""";

    private final Client client;
    private final List<DynamicTest> steps = new ArrayList<>();
    private Key carol = ADMINISTRATOR;
    private Key session = ADMINISTRATOR;

    private RoleStory(Client client) {
        this.client = client;
    }

    /** The steps, to be run in their order. */
    static Stream<DynamicTest> steps(Client client) {
        RoleStory story = new RoleStory(client);
        story.aRoleTrustsCarol();
        story.carolAssumesIt();
        story.theSessionEndsWithTheRole();
        story.aServiceHasARoleOfItsOwn();
        return story.steps.stream();
    }

    private void aRoleTrustsCarol() {
        step("create user carol and her key", () -> {
            done(Call.iam(ADMINISTRATOR, "CreateUser", Map.of("UserName", "carol")));
            carol = Key.from(done(Call.iam(ADMINISTRATOR, "CreateAccessKey", Map.of("UserName", "carol")))
                    .path("AccessKey"));
        });
        step("create role deploy", () -> {
            JsonNode role = done(Call.iam(
                            ADMINISTRATOR,
                            "CreateRole",
                            Map.of("RoleName", "deploy", "Path", "/night/", "AssumeRolePolicyDocument", TRUST)))
                    .path("Role");
            assertThat(role.path("Arn").asString()).isEqualTo(ROLE);
            assertThat(role.path("RoleId").asString()).matches("AROA[A-Z2-7]{17}");
        });
        step(
                "let it list users",
                () -> done(Call.iam(
                        ADMINISTRATOR,
                        "PutRolePolicy",
                        Map.of("RoleName", "deploy", "PolicyName", "list", "PolicyDocument", LIST_USERS))));
        step("the role is listed and looked at", () -> {
            assertThat(done(Call.iam(ADMINISTRATOR, "ListRoles", Map.of("PathPrefix", "/night/")))
                            .path("Roles")
                            .size())
                    .isEqualTo(1);
            JsonNode role = done(Call.iam(ADMINISTRATOR, "GetRole", NAMED)).path("Role");
            assertThat(role.path("MaxSessionDuration").asInt()).isEqualTo(3600);
            assertThat(role.path("AssumeRolePolicyDocument").toString()).contains("carol");
        });
        step("an instance profile holds it", () -> {
            Map<String, Object> profile = Map.of("InstanceProfileName", "machine");
            Map<String, Object> both = Map.of("InstanceProfileName", "machine", "RoleName", "deploy");
            done(Call.iam(ADMINISTRATOR, "CreateInstanceProfile", profile));
            done(Call.iam(ADMINISTRATOR, "AddRoleToInstanceProfile", both));
            assertThat(done(Call.iam(ADMINISTRATOR, "GetInstanceProfile", profile))
                            .at("/InstanceProfile/Roles/0/Arn")
                            .asString())
                    .isEqualTo(ROLE);
            done(Call.iam(ADMINISTRATOR, "RemoveRoleFromInstanceProfile", both));
            done(Call.iam(ADMINISTRATOR, "DeleteInstanceProfile", profile));
        });
    }

    private void carolAssumesIt() {
        step("carol assumes the role", () -> {
            JsonNode answer = done(assume(carol, Map.of("RoleArn", ROLE, "RoleSessionName", "shift")));
            assertThat(answer.at("/AssumedRoleUser/Arn").asString()).isEqualTo(SESSION);
            session = Key.from(answer.path("Credentials"));
        });
        step(
                "the session is the role",
                () -> assertThat(done(Call.sts(session, "GetCallerIdentity", Map.of()))
                                .path("Arn")
                                .asString())
                        .isEqualTo(SESSION));
        step("it lists users and makes none", () -> {
            done(Call.iam(session, "ListUsers", Map.of()));
            assertThat(refused(Call.iam(session, "CreateUser", Map.of("UserName", "x")))
                            .message())
                    .startsWith("User: " + SESSION + " is not authorized to perform: iam:CreateUser on resource: ");
        });
        step("a session policy limits it", () -> {
            JsonNode answer = done(assume(
                    carol,
                    Map.of(
                            "RoleArn",
                            ROLE,
                            "RoleSessionName",
                            "shift",
                            "Policy",
                            LIST_USERS.replace("iam:ListUsers", "s3:*"))));
            assertThat(answer.path("PackedPolicySize").asInt()).isBetween(1, 100);
            assertThat(refused(Call.iam(Key.from(answer.path("Credentials")), "ListUsers", Map.of()))
                            .message())
                    .endsWith(" because no session policy allows the iam:ListUsers action");
        });
        step(
                "a role that is not there is denied like one that does not trust",
                () -> assertThat(refused(assume(
                                        carol,
                                        Map.of(
                                                "RoleArn",
                                                "arn:aws:iam::" + ACCOUNT + ":role/none",
                                                "RoleSessionName",
                                                "shift")))
                                .code())
                        .isEqualTo("AccessDenied"));
    }

    private void theSessionEndsWithTheRole() {
        step("delete the role and make it again", () -> {
            Map<String, Object> list = Map.of("RoleName", "deploy", "PolicyName", "list");
            done(Call.iam(ADMINISTRATOR, "DeleteRolePolicy", list));
            done(Call.iam(ADMINISTRATOR, "DeleteRole", NAMED));
            done(Call.iam(
                    ADMINISTRATOR,
                    "CreateRole",
                    Map.of("RoleName", "deploy", "Path", "/night/", "AssumeRolePolicyDocument", TRUST)));
        });
        step(
                "the session is dead",
                () -> assertThat(refused(Call.sts(session, "GetCallerIdentity", Map.of()))
                                .code())
                        .isEqualTo("InvalidClientTokenId"));
        step("delete what was made", () -> {
            done(Call.iam(ADMINISTRATOR, "DeleteRole", NAMED));
            done(Call.iam(ADMINISTRATOR, "DeleteAccessKey", Map.of("UserName", "carol", "AccessKeyId", carol.id())));
            done(Call.iam(ADMINISTRATOR, "DeleteUser", Map.of("UserName", "carol")));
        });
    }

    private void aServiceHasARoleOfItsOwn() {
        Map<String, Object> named = Map.of("RoleName", "AWSServiceRoleForECS");
        step("link a role to a service", () -> {
            JsonNode role = done(Call.iam(
                            ADMINISTRATOR,
                            "CreateServiceLinkedRole",
                            Map.of("AWSServiceName", "ecs.amazonaws.com", "Description", "containers")))
                    .path("Role");
            assertThat(role.path("Path").asString()).isEqualTo("/aws-service-role/ecs.amazonaws.com/");
            assertThat(done(Call.iam(ADMINISTRATOR, "ListAttachedRolePolicies", named))
                            .at("/AttachedPolicies/0/PolicyName")
                            .asString())
                    .isEqualTo("AmazonECSServiceRolePolicy");
        });
        step(
                "nobody else deletes it",
                () -> assertThat(refused(Call.iam(ADMINISTRATOR, "DeleteRole", named))
                                .code())
                        .isEqualTo("UnmodifiableEntity"));
        step("its deletion succeeds in the end", () -> {
            String task = done(Call.iam(ADMINISTRATOR, "DeleteServiceLinkedRole", named))
                    .path("DeletionTaskId")
                    .asString();
            Map<String, Object> asked = Map.of("DeletionTaskId", task);
            String status = "";
            for (int asking = 0; asking < 100 && !status.equals("SUCCEEDED"); asking++) {
                status = done(Call.iam(ADMINISTRATOR, "GetServiceLinkedRoleDeletionStatus", asked))
                        .path("Status")
                        .asString();
            }
            assertThat(status).isEqualTo("SUCCEEDED");
            assertThat(refused(Call.iam(ADMINISTRATOR, "GetRole", named)).code())
                    .isEqualTo("NoSuchEntity");
        });
    }

    private static Call assume(Key key, Map<String, Object> input) {
        return Call.sts(key, "AssumeRole", input);
    }

    private void step(String name, Executable step) {
        steps.add(dynamicTest(name, step));
    }

    private JsonNode done(Call call) {
        return switch (client.call(call)) {
            case Answer.Result(JsonNode result) -> result;
            case Answer.Refusal refusal -> throw new AssertionError(refusal);
        };
    }

    private Answer.Refusal refused(Call call) {
        return switch (client.call(call)) {
            case Answer.Result result -> throw new AssertionError("not refused: " + result);
            case Answer.Refusal refusal -> refusal;
        };
    }
}
