package io.claviger.clients;

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

/** Passwords of people and what their account demands of these, with a client, step by step. */
final class PeopleStory {

    private static final String PASSWORD = "Correct+h0rse";
    private static final String NEXT = "Another+h0rse";
    private static final Map<String, Object> GRACE = Map.of("UserName", "grace");

    private final Client client;
    private final List<DynamicTest> steps = new ArrayList<>();
    private Key grace = ADMINISTRATOR;

    private PeopleStory(Client client) {
        this.client = client;
    }

    /** The steps, to be run in their order. */
    static Stream<DynamicTest> steps(Client client) {
        PeopleStory story = new PeopleStory(client);
        story.graceGetsAPassword();
        story.graceChangesIt();
        story.theAccountHasAnAlias();
        story.allIsTakenAway();
        return story.steps.stream();
    }

    private void graceGetsAPassword() {
        step("create user grace and her key", () -> {
            done(ADMINISTRATOR, "CreateUser", GRACE);
            grace = Key.from(done(ADMINISTRATOR, "CreateAccessKey", GRACE).path("AccessKey"));
        });
        step("a simple password is refused", () -> {
            Answer.Refusal refusal =
                    refused(ADMINISTRATOR, "CreateLoginProfile", Map.of("UserName", "grace", "Password", "simple"));
            assertThat(refusal.code()).startsWith("PasswordPolicyViolation");
        });
        step("give her a password", () -> {
            JsonNode made = done(ADMINISTRATOR, "CreateLoginProfile", Map.of("UserName", "grace", "Password", PASSWORD))
                    .path("LoginProfile");
            assertThat(made.path("UserName").asString()).isEqualTo("grace");
            assertThat(made.path("PasswordResetRequired").asBoolean()).isFalse();
        });
        step(
                "another one is refused",
                () -> assertThat(refused(
                                        ADMINISTRATOR,
                                        "CreateLoginProfile",
                                        Map.of("UserName", "grace", "Password", NEXT))
                                .message())
                        .isEqualTo("Login Profile for user grace already exists."));
        step("it has to be replaced", () -> {
            done(ADMINISTRATOR, "UpdateLoginProfile", Map.of("UserName", "grace", "PasswordResetRequired", true));
            assertThat(done(ADMINISTRATOR, "GetLoginProfile", GRACE)
                            .at("/LoginProfile/PasswordResetRequired")
                            .asBoolean())
                    .isTrue();
        });
    }

    private void graceChangesIt() {
        Map<String, Object> change = Map.of("OldPassword", PASSWORD, "NewPassword", NEXT);
        step(
                "she may not change it herself",
                () -> assertThat(refused(grace, "ChangePassword", change).code())
                        .startsWith("AccessDenied"));
        step("let everybody do so", () -> {
            done(
                    ADMINISTRATOR,
                    "UpdateAccountPasswordPolicy",
                    Map.of("PasswordReusePrevention", 3, "MaxPasswordAge", 90, "AllowUsersToChangePassword", true));
            JsonNode shown = done(grace, "GetAccountPasswordPolicy", Map.of()).path("PasswordPolicy");
            assertThat(shown.path("ExpirePasswords").asBoolean()).isTrue();
            assertThat(shown.path("MinimumPasswordLength").asInt()).isEqualTo(6);
        });
        step("she changes it, and not back", () -> {
            done(grace, "ChangePassword", change);
            assertThat(refused(grace, "ChangePassword", change).message()).isEqualTo("The old password was incorrect.");
            assertThat(refused(grace, "ChangePassword", Map.of("OldPassword", NEXT, "NewPassword", PASSWORD))
                            .code())
                    .startsWith("PasswordPolicyViolation");
        });
    }

    private void theAccountHasAnAlias() {
        step("name the account", () -> {
            done(ADMINISTRATOR, "CreateAccountAlias", Map.of("AccountAlias", "example"));
            assertThat(done(ADMINISTRATOR, "ListAccountAliases", Map.of())
                            .at("/AccountAliases/0")
                            .asString())
                    .isEqualTo("example");
        });
    }

    private void allIsTakenAway() {
        step("delete what was made", () -> {
            done(ADMINISTRATOR, "DeleteAccountAlias", Map.of("AccountAlias", "example"));
            done(ADMINISTRATOR, "DeleteAccountPasswordPolicy", Map.of());
            done(ADMINISTRATOR, "DeleteAccessKey", Map.of("UserName", "grace", "AccessKeyId", grace.id()));
            assertThat(refused(ADMINISTRATOR, "DeleteUser", GRACE).message())
                    .isEqualTo("Cannot delete entity, must delete login profile first.");
            done(ADMINISTRATOR, "DeleteLoginProfile", GRACE);
            done(ADMINISTRATOR, "DeleteUser", GRACE);
        });
    }

    private void step(String name, Executable step) {
        steps.add(dynamicTest(name, step));
    }

    private JsonNode done(Key key, String operation, Map<String, Object> input) {
        return switch (client.call(Call.iam(key, operation, input))) {
            case Answer.Result(JsonNode members) -> members;
            case Answer.Refusal refusal -> throw new AssertionError(refusal);
        };
    }

    private Answer.Refusal refused(Key key, String operation, Map<String, Object> input) {
        return switch (client.call(Call.iam(key, operation, input))) {
            case Answer.Result result -> throw new AssertionError("not refused: " + result);
            case Answer.Refusal refusal -> refusal;
        };
    }
}
