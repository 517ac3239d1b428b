package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** The rules of sessions that no policy changes, as requests to a server; a step builds on those before it. */
final class SessionRulesStory {

    private static final String ROLES = "arn:aws:iam::" + ACCOUNT + ":role/";
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole","sts:TagSession"],\
        "Principal":{"AWS":"%s"}}]}\
        """.formatted(ACCOUNT);
    private static final String ALL = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}\
        """;
    private static final String NOTHING = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}\
        """;

    private final Client client;
    private final List<DynamicTest> steps = new ArrayList<>();
    private Key dora = ADMINISTRATOR;
    private Key session = ADMINISTRATOR;

    private SessionRulesStory(Client client) {
        this.client = client;
    }

    /** The steps, to be run in their order. */
    static Stream<DynamicTest> steps(Client client) {
        SessionRulesStory story = new SessionRulesStory(client);
        story.whoIsDeniedEverything();
        story.sessionsOfSessions();
        story.whatNobodyMakes();
        return story.steps.stream();
    }

    private void whoIsDeniedEverything() {
        step("dora is denied everything", () -> {
            done(Call.iam(ADMINISTRATOR, "CreateUser", Map.of("UserName", "dora")));
            done(Call.iam(
                    ADMINISTRATOR,
                    "PutUserPolicy",
                    Map.of("UserName", "dora", "PolicyName", "none", "PolicyDocument", NOTHING)));
            dora = Key.from(done(Call.iam(ADMINISTRATOR, "CreateAccessKey", Map.of("UserName", "dora")))
                    .path("AccessKey"));
        });
        step(
                "she learns who she is all the same",
                () -> assertThat(done(Call.sts(dora, "GetCallerIdentity", Map.of()))
                                .path("Arn")
                                .asString())
                        .endsWith(":user/dora"));
        step(
                "and has temporary credentials",
                () -> assertThat(done(Call.sts(dora, "GetSessionToken", Map.of("DurationSeconds", 900)))
                                .at("/Credentials/AccessKeyId")
                                .asString())
                        .startsWith("ASIA"));
        step("delete her", () -> {
            done(Call.iam(ADMINISTRATOR, "DeleteAccessKey", Map.of("UserName", "dora", "AccessKeyId", dora.id())));
            done(Call.iam(ADMINISTRATOR, "DeleteUserPolicy", Map.of("UserName", "dora", "PolicyName", "none")));
            done(Call.iam(ADMINISTRATOR, "DeleteUser", Map.of("UserName", "dora")));
        });
    }

    private void sessionsOfSessions() {
        step("a session passes its tag on", () -> {
            for (String role : List.of("first", "second")) {
                done(Call.iam(
                        ADMINISTRATOR,
                        "CreateRole",
                        Map.of("RoleName", role, "AssumeRolePolicyDocument", TRUST, "MaxSessionDuration", 43_200)));
                done(Call.iam(
                        ADMINISTRATOR,
                        "PutRolePolicy",
                        Map.of("RoleName", role, "PolicyName", "all", "PolicyDocument", ALL)));
            }
            session = Key.from(done(assume(
                            ADMINISTRATOR, "first", Map.of("Tags", team("blue"), "TransitiveTagKeys", List.of("Team"))))
                    .path("Credentials"));
        });
        step("a chained session of two hours is refused", () -> {
            Answer.Refusal refusal = refused(assume(session, "second", Map.of("DurationSeconds", 7_200)));
            assertThat(refusal.code()).isEqualTo("ValidationError");
            assertThat(refusal.message())
                    .isEqualTo("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by"
                            + " role chaining.");
        });
        step(
                "the tag that was passed on is not replaced",
                () -> assertThat(refused(assume(session, "second", Map.of("Tags", team("red"))))
                                .message())
                        .startsWith("One of the specified transitive tag keys can't be set"));
        step("without either, it is made", () -> done(assume(session, "second", Map.of())));
        step("delete the roles", () -> {
            for (String role : List.of("first", "second")) {
                done(Call.iam(ADMINISTRATOR, "DeleteRolePolicy", Map.of("RoleName", role, "PolicyName", "all")));
                done(Call.iam(ADMINISTRATOR, "DeleteRole", Map.of("RoleName", role)));
            }
        });
    }

    private void whatNobodyMakes() {
        step(
                "a version of a policy of AWS",
                () -> assertThat(refused(Call.iam(
                                        ADMINISTRATOR,
                                        "CreatePolicyVersion",
                                        Map.of(
                                                "PolicyArn",
                                                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                                                "PolicyDocument",
                                                ALL)))
                                .code())
                        .isEqualTo("AccessDenied"));
        for (String path : List.of("/aws-reserved/sso/", "/aws-service-role/x.amazonaws.com/")) {
            step(
                    "a role at " + path,
                    () -> assertThat(refused(Call.iam(
                                            ADMINISTRATOR,
                                            "CreateRole",
                                            Map.of("RoleName", "x", "Path", path, "AssumeRolePolicyDocument", TRUST)))
                                    .code())
                            .isEqualTo("InvalidInput"));
        }
    }

    private static List<Map<String, String>> team(String value) {
        return List.of(Map.of("Key", "Team", "Value", value));
    }

    private static Call assume(Key key, String role, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("RoleArn", ROLES + role);
        input.put("RoleSessionName", "chain");
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
