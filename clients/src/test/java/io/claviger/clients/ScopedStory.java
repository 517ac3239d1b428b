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

/** GetScopedCredentials with a client that has it, step by step; a step builds on those before it. */
final class ScopedStory {

    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/agent";
    private static final String SESSION = "arn:aws:sts::" + ACCOUNT + ":assumed-role/agent/run-1";
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
        "Principal":{"AWS":"%s"}}]}\
        """.formatted(ACCOUNT);

    private final Client client;
    private final List<DynamicTest> steps = new ArrayList<>();
    private Key session = ADMINISTRATOR;
    private Key scoped = ADMINISTRATOR;

    private ScopedStory(Client client) {
        this.client = client;
    }

    /** The steps, to be run in their order. */
    static Stream<DynamicTest> steps(Client client) {
        ScopedStory story = new ScopedStory(client);
        story.aSessionGivesAPartOfItselfAway();
        story.whatIsRefused();
        return story.steps.stream();
    }

    private void aSessionGivesAPartOfItselfAway() {
        step("a role that may do everything in IAM, and its session", () -> {
            done(Call.iam(ADMINISTRATOR, "CreateRole", Map.of("RoleName", "agent", "AssumeRolePolicyDocument", TRUST)));
            done(Call.iam(
                    ADMINISTRATOR,
                    "PutRolePolicy",
                    Map.of("RoleName", "agent", "PolicyName", "all", "PolicyDocument", allow("*"))));
            JsonNode answer = done(Call.sts(
                    ADMINISTRATOR,
                    "AssumeRole",
                    Map.of("RoleArn", ROLE, "RoleSessionName", "run-1", "MinimumSessionTokenSize", 2000)));
            assertThat(answer.path("SessionTokenSize").asInt()).isBetween(2000, 2001);
            assertThat(answer.path("SessionTokenUtilization").asInt()).isEqualTo(48);
            session = Key.from(answer.path("Credentials"));
        });
        step("the session scopes itself down to listing users", () -> {
            JsonNode answer = done(Call.sts(
                    session,
                    "GetScopedCredentials",
                    Map.of(
                            "Policy",
                            allow("iam:ListUsers"),
                            "DurationSeconds",
                            600,
                            "ScopedSessionDescription",
                            "a tool that lists users")));
            assertThat(answer.at("/SessionInfo/Arn").asString()).isEqualTo(SESSION);
            assertThat(answer.at("/SessionInfo/ScopedSessionId").asString()).matches("AROA[A-Z2-7]{17}:run-1");
            assertThat(answer.path("ScopedPoliciesCount").asInt()).isEqualTo(1);
            scoped = Key.from(answer.path("Credentials"));
        });
        step("it lists users and nothing else", () -> {
            done(Call.iam(scoped, "ListUsers", Map.of()));
            assertThat(refused(Call.iam(scoped, "ListRoles", Map.of())).message())
                    .startsWith("User: " + SESSION + " is not authorized to perform: iam:ListRoles ")
                    .endsWith(" because no session policy allows the iam:ListRoles action");
        });
        step("the session itself does as before", () -> done(Call.iam(session, "ListRoles", Map.of())));
    }

    private void whatIsRefused() {
        step(
                "more time than the session has",
                () -> assertThat(refused(Call.sts(session, "GetScopedCredentials", Map.of("DurationSeconds", 7200)))
                                .code())
                        .isEqualTo("InsufficientSessionLifetime"));
        step(
                "a user's key",
                () -> assertThat(
                                refused(Call.sts(ADMINISTRATOR, "GetScopedCredentials", Map.of("DurationSeconds", 900)))
                                        .code())
                        .isEqualTo("InvalidSubjectCredentials"));
        step("delete what was made", () -> {
            done(Call.iam(ADMINISTRATOR, "DeleteRolePolicy", Map.of("RoleName", "agent", "PolicyName", "all")));
            done(Call.iam(ADMINISTRATOR, "DeleteRole", Map.of("RoleName", "agent")));
        });
    }

    private static String allow(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"" + action
                + "\",\"Resource\":\"*\"}]}";
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
