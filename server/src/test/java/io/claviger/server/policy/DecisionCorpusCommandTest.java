package io.claviger.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decisions that the engine is tested with, asked for on the command line. */
class DecisionCorpusCommandTest {

    private static final Path CORPUS = Path.of("../policy/src/test/resources/decisions");
    private static final Map<String, String> WORDS =
            Map.of("Allowed", "allowed", "ExplicitlyDenied", "explicitDeny", "ImplicitlyDenied", "implicitDeny");
    private static final Map<String, String> KINDS = Stream.of(PolicyKind.values())
            .collect(Collectors.toMap(kind -> kind.type().name(), PolicyKind::word));

    @TempDir
    Path directory;

    private int written;

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void commandLineDecidesAsRecorded(Path file) throws IOException {
        String text = Files.readString(file);
        for (JsonValue element : ((JsonArray) read(text)).elements()) {
            Map<String, JsonValue> recorded = members(element);
            if (!isExpressible(recorded)) {
                continue;
            }
            String name = text(recorded.get("name"));
            CommandLine.Outcome outcome = decide(recorded, text);
            if (outcome.status() == 2) {
                continue;
            }
            assertThat(outcome.err()).as(name).doesNotContain("claviger:");
            Map<String, JsonValue> decision = members(
                    elements(members(read(outcome.out())).get("decisions")).getFirst());
            assertThat(text(decision.get("decision"))).as(name).isEqualTo(WORDS.get(text(recorded.get("decision"))));
            assertThat(outcome.status())
                    .as(name)
                    .isEqualTo(text(recorded.get("decision")).equals("Allowed") ? 0 : 1);
            JsonValue reason = recorded.get("reason");
            if (reason != null) {
                assertThat(text(decision.get("policyType"))).as(name).isEqualTo(KINDS.get(text(reason)));
            }
        }
    }

    @Test
    void nearlyAllOfTheCorpusIsTried() throws IOException {
        int all = 0;
        int expressible = 0;
        for (Path file : files().toList()) {
            for (JsonValue element : ((JsonArray) read(Files.readString(file))).elements()) {
                all++;
                expressible += isExpressible(members(element)) ? 1 : 0;
            }
        }
        assertThat(all).isGreaterThan(700);
        assertThat(expressible).isGreaterThan(all - 20);
    }

    /**
     * The command line has no word for a session with policies, but none of them; it takes actions with wildcards for all
     * that they stand for, and refuses what is neither an action nor an ARN.
     */
    private static boolean isExpressible(Map<String, JsonValue> recorded) {
        Map<String, JsonValue> request = members(recorded.get("request"));
        String resource = text(request.get("resource"));
        return (!recorded.containsKey("session")
                        || !elements(recorded.get("session")).isEmpty())
                && text(request.get("action")).matches("[^:*?]+:[^*?]*")
                && (resource.equals("*") || resource.split(":", 6).length == 6);
    }

    private CommandLine.Outcome decide(Map<String, JsonValue> recorded, String text) throws IOException {
        Map<String, JsonValue> request = members(recorded.get("request"));
        List<String> words = new ArrayList<>(List.of("decide", "--json"));
        words.addAll(List.of("--action", text(request.get("action")), "--resource", text(request.get("resource"))));
        words.addAll(List.of("--context-file", file(request.get("context"), text)));
        for (JsonValue policy : elements(recorded.get("policies"))) {
            words.addAll(List.of("--policy", file(policy, text)));
        }
        if (elements(recorded.get("policies")).isEmpty()) {
            words.addAll(List.of("--principal", "arn:aws:iam::111122223333:user/nobody"));
        }
        if (recorded.containsKey("boundary")) {
            words.addAll(List.of("--boundary", file(recorded.get("boundary"), text)));
        }
        for (JsonValue policy : elements(recorded.get("session"))) {
            words.addAll(List.of("--session", file(policy, text)));
        }
        return new CommandLine(Map.of(), words, "").run(directory);
    }

    /** The name of a file with a value as the corpus has it. */
    private String file(@Nullable JsonValue value, String text) throws IOException {
        assertThat(value).isNotNull();
        String name = "p" + written++ + ".json";
        Files.writeString(
                directory.resolve(name),
                text.substring(value.span().start().offset(), value.span().end().offset()));
        return name;
    }

    private static JsonValue read(String text) {
        return ((JsonResult.Read) JsonReader.read(text)).root();
    }

    private static List<JsonValue> elements(@Nullable JsonValue array) {
        return array instanceof JsonArray(List<JsonValue> elements, var _) ? elements : List.of();
    }

    private static Map<String, JsonValue> members(@Nullable JsonValue object) {
        assertThat(object).isInstanceOf(JsonObject.class);
        return ((JsonObject) object).members().stream().collect(Collectors.toMap(JsonMember::name, JsonMember::value));
    }

    private static String text(@Nullable JsonValue value) {
        assertThat(value).isInstanceOf(JsonText.class);
        return ((JsonText) value).value();
    }
}
