package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.corpus.DecisionCorpus;
import io.claviger.policy.corpus.RecordedDecision;
import io.claviger.policy.corpus.RecordedDecision.Outcome;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import io.claviger.policy.request.ContextValue;
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

    private static final Map<String, String> KINDS = Stream.of(PolicyKind.values())
            .collect(Collectors.toMap(kind -> kind.type().name(), PolicyKind::word));

    @TempDir
    Path directory;

    private int written;

    static List<String> files() {
        return DecisionCorpus.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void commandLineDecidesAsRecorded(String file) throws IOException {
        for (RecordedDecision recorded : DecisionCorpus.in(file)
                .filter(DecisionCorpusCommandTest::isExpressible)
                .toList()) {
            String name = recorded.name();
            CommandLine.Outcome outcome = decide(recorded);
            assertThat(outcome.err()).as(name).doesNotContain("claviger:");
            Map<String, JsonValue> decision = members(
                    elements(members(read(outcome.out())).get("decisions")).getFirst());
            assertThat(text(decision.get("decision")))
                    .as(name)
                    .isEqualTo(
                            switch (recorded.outcome()) {
                                case ALLOWED -> "allowed";
                                case EXPLICITLY_DENIED -> "explicitDeny";
                                case IMPLICITLY_DENIED -> "implicitDeny";
                            });
            assertThat(outcome.status()).as(name).isEqualTo(recorded.outcome() == Outcome.ALLOWED ? 0 : 1);
            PolicyType reason = recorded.reason();
            if (reason != null) {
                assertThat(text(decision.get("policyType"))).as(name).isEqualTo(KINDS.get(reason.name()));
            }
        }
    }

    @Test
    void nearlyAllOfThePlainDecisionsAreTried() {
        long plain = DecisionCorpus.all().filter(RecordedDecision::plain).count();
        assertThat(plain).isGreaterThan(2_600);
        assertThat(DecisionCorpus.all().filter(DecisionCorpusCommandTest::isExpressible))
                .hasSizeGreaterThan((int) plain - 20);
    }

    /**
     * The command line has no word for a session with policies, but none of them; it takes actions with wildcards for all
     * that they stand for, and refuses what is neither an action nor an ARN.
     */
    private static boolean isExpressible(RecordedDecision recorded) {
        String resource = recorded.resource();
        return recorded.plain()
                && (recorded.session() == null || !recorded.session().isEmpty())
                && recorded.action().matches("[^:*?]+:[^*?]*")
                && (resource.equals("*") || resource.split(":", 6).length == 6);
    }

    private CommandLine.Outcome decide(RecordedDecision recorded) throws IOException {
        List<String> words = new ArrayList<>(List.of("decide", "--json"));
        words.addAll(List.of("--action", recorded.action(), "--resource", recorded.resource()));
        words.addAll(List.of("--context-file", file(context(recorded.context()))));
        for (String policy : recorded.policies()) {
            words.addAll(List.of("--policy", file(policy)));
        }
        if (recorded.policies().isEmpty()) {
            words.addAll(List.of("--principal", "arn:aws:iam::111122223333:user/nobody"));
        }
        if (recorded.boundary() != null) {
            words.addAll(List.of("--boundary", file(recorded.boundary())));
        }
        for (String policy : recorded.session() == null ? List.<String>of() : recorded.session()) {
            words.addAll(List.of("--session", file(policy)));
        }
        return new CommandLine(Map.of(), words, "").run(directory);
    }

    private static String context(Map<String, ContextValue> context) {
        return context.entrySet().stream()
                .map(key -> quoted(key.getKey()) + ": "
                        + switch (key.getValue()) {
                            case ContextValue.Text(String value) -> quoted(value);
                            case ContextValue.Texts(List<String> values) ->
                                values.stream()
                                        .map(DecisionCorpusCommandTest::quoted)
                                        .collect(Collectors.joining(", ", "[", "]"));
                        })
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The name of a file with the text. */
    private String file(String text) throws IOException {
        String name = "p" + written++ + ".json";
        Files.writeString(directory.resolve(name), text);
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
