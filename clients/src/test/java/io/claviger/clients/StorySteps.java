package io.claviger.clients;

import static io.claviger.clients.Call.iam;
import static io.claviger.clients.Call.sts;
import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.claviger.clients.Answer.Refusal;
import io.claviger.clients.Answer.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** The steps of a story with one client, the keys that its people have got, and the answers that a step wants. */
class StorySteps {

    static final String ALICE = "arn:aws:iam::" + ACCOUNT + ":user/alice";
    static final String BOB = "arn:aws:iam::" + ACCOUNT + ":user/bob";
    static final String OWN_KEYS = """
            {"Version":"2012-10-17","Statement":[{"Sid":"OwnKeys","Effect":"Allow","Action":"iam:*AccessKey*",\
            "Resource":"arn:aws:iam::*:user/${aws:username}"}]}""";
    static final String INVALID_TOKEN = "The security token included in the request is invalid.";

    final Program program;
    final Client client;
    final Map<String, Key> keys = new HashMap<>(Map.of("administrator", ADMINISTRATOR));
    private final List<DynamicTest> steps = new ArrayList<>();

    StorySteps(Program program, Client client) {
        this.program = program;
        this.client = client;
    }

    /** The steps so far, to be run in this order. */
    Stream<DynamicTest> inOrder() {
        return steps.stream();
    }

    /** The build prints the failure, but not the name of a dynamic test; so the failure says the name. */
    void step(String name, Executable does) {
        String whole = "%s %02d %s".formatted(program.endpoint().getScheme(), steps.size() + 1, name);
        steps.add(dynamicTest(whole, () -> {
            try {
                does.execute();
            } catch (AssertionError e) {
                throw new AssertionError(whole + ": " + e.getMessage(), e);
            }
        }));
    }

    void createKey(String name, Key by) {
        JsonNode made = done(iam(by, "CreateAccessKey", alice())).path("AccessKey");
        assertThat(text(made, "/AccessKeyId")).matches("AKIA[A-Z2-7]{16}");
        assertThat(text(made, "/Status")).isEqualTo("Active");
        keys.put(name, Key.from(made));
    }

    Call update(Key by, String which, String status) {
        return iam(
                by,
                "UpdateAccessKey",
                Map.of("UserName", "alice", "AccessKeyId", key(which).id(), "Status", status));
    }

    Call delete(Key by, String which) {
        return iam(
                by,
                "DeleteAccessKey",
                Map.of("UserName", "alice", "AccessKeyId", key(which).id()));
    }

    JsonNode done(Call call) {
        return switch (client.call(call)) {
            case Result(JsonNode members) -> members;
            case Refusal refusal -> throw new AssertionError(call + " was refused: " + refusal);
        };
    }

    Refusal refused(Call call, String code, int status) {
        return switch (client.call(call)) {
            case Result result -> throw new AssertionError(call + " was allowed: " + result);
            case Refusal refusal -> {
                assertThat(refusal.code()).as(refusal.message()).isEqualTo(code);
                assertThat(refusal.status().orElse(status)).isEqualTo(status);
                yield refusal;
            }
        };
    }

    void refusedAsUnknown(Key key) {
        assertThat(refused(sts(key, "GetCallerIdentity"), "InvalidClientTokenId", 403)
                        .message())
                .isEqualTo(INVALID_TOKEN);
    }

    Key key(String name) {
        Key key = keys.get(name);
        if (key == null) {
            throw new AssertionError("an earlier step did not make the key " + name);
        }
        return key;
    }

    static Map<String, String> alice() {
        return Map.of("UserName", "alice");
    }

    static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString();
    }
}
