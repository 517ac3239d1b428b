package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What AWS answered to documents, recorded in public by others who tried them, with the source in the file: which it takes,
 * and what it says of those that it refuses.
 */
class RecordedAnswersTest {

    /**
     * An answer on record.
     *
     * @param rule under which the source has it
     * @param type what the document is
     * @param partition of the account that tried it, if that matters
     * @param policy the document
     * @param says AWS's words; null if it took the document
     * @param missing whether AWS says so since the principal does not exist
     * @param disputed why the record cannot be right as it stands
     */
    record Answer(
            String rule,
            PolicyType type,
            @Nullable String partition,
            String policy,
            @Nullable String says,
            boolean missing,
            @Nullable String disputed) {

        String given() {
            ParsedPolicy parsed = partition == null
                    ? PolicyParser.parse(policy, type)
                    : PolicyParser.parse(policy, type, LanguageVersion.V2008_10_17, partition);
            return switch (missing ? TrustPolicy.parse(policy, "aws", _ -> false) : parsed) {
                case PolicyDocument _ -> "taken";
                case MalformedPolicy malformed -> malformed.message();
            };
        }
    }

    static List<Answer> answers() throws Exception {
        try (InputStream file =
                Objects.requireNonNull(RecordedAnswersTest.class.getResourceAsStream("/answers/aws-answers.json"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            JsonValue root = ((JsonResult.Read) JsonReader.read(text)).root();
            JsonArray rows = (JsonArray) Objects.requireNonNull(members(root).get("answers"));
            return rows.elements().stream()
                    .map(row -> answer(text, members(row)))
                    .toList();
        }
    }

    private static Answer answer(String text, Map<String, JsonValue> of) {
        JsonValue policy = Objects.requireNonNull(of.get("policy"));
        return new Answer(
                Objects.requireNonNull(words(of, "rule")),
                PolicyType.valueOf(Objects.requireNonNull(words(of, "type"))),
                words(of, "partition"),
                text.substring(
                        policy.span().start().offset(), policy.span().end().offset()),
                words(of, "says"),
                of.containsKey("missing"),
                words(of, "disputed"));
    }

    private static @Nullable String words(Map<String, JsonValue> of, String name) {
        return of.get(name) instanceof JsonText text ? text.value() : null;
    }

    private static Map<String, JsonValue> members(JsonValue object) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (JsonMember member : ((JsonObject) object).members()) {
            members.put(member.name(), member.value());
        }
        return members;
    }

    static List<Answer> undisputed() throws Exception {
        return answers().stream().filter(answer -> answer.disputed() == null).toList();
    }

    @ParameterizedTest
    @MethodSource("undisputed")
    void clavigerAnswersAsAwsDid(Answer answer) {
        String says = answer.says();
        assertThat(answer.given()).isEqualTo(says == null ? "taken" : says);
    }

    @Test
    void whatIsDisputedIsRefusedToo() throws Exception {
        List<Answer> disputed =
                answers().stream().filter(answer -> answer.disputed() != null).toList();
        assertThat(disputed)
                .hasSize(1)
                .allSatisfy(answer -> assertThat(answer.given())
                        .isEqualTo("Resource arn:aws:s3:b:*:* can not contain region information."));
    }

    @Test
    void theRecordIsWhole() throws Exception {
        assertThat(answers()).hasSizeGreaterThan(120);
        assertThat(answers().stream().map(Answer::rule).distinct()).hasSize(35);
    }
}
