package io.claviger.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.json.JsonResult.Fault;
import io.claviger.policy.json.JsonResult.Read;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonNull;
import io.claviger.policy.json.JsonValue.JsonNumber;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void keepsThePositionOfEveryValue() {
        assertThat(JsonReader.read("{\n \"a\": [1,\r\n  true, null],\"b\":\"\"}"))
                .isEqualTo(new Read(new JsonObject(
                        List.of(
                                new JsonMember(
                                        "a",
                                        new Position(2, 2, 3),
                                        new JsonArray(
                                                List.of(
                                                        new JsonNumber("1", new Position(2, 8, 9)),
                                                        new JsonBoolean(true, new Position(3, 3, 15)),
                                                        new JsonNull(new Position(3, 9, 21))),
                                                new Position(2, 7, 8))),
                                new JsonMember(
                                        "b", new Position(3, 15, 27), new JsonText("", new Position(3, 19, 31)))),
                        Position.START)));
    }

    @Test
    void resolvesEscapes() {
        assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u4E2Dz\""))
                .isEqualTo(new Read(new JsonText("\"\\/\b\f\n\r\t\u00e9\u4e2dz", Position.START)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "12", "-1.50", "1e9", "2E-3", "0.0"})
    void keepsNumbersAsWritten(String number) {
        assertThat(JsonReader.read(number)).isEqualTo(new Read(new JsonNumber(number, Position.START)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "tru",
                "nulll",
                "01",
                "-",
                "1.",
                "1e",
                ".5",
                "+1",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[1 2]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{a:1}",
                "{1:1}",
                "\"",
                "\"a",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\n\"",
                "1 1",
                "[]]",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "\u0000",
                "\u00a0",
                "\"\u0100\"",
                "\"\u0000\"",
                "'a'"
            })
    void refusesWhatIsNotJson(String text) {
        assertThat(JsonReader.read(text)).isInstanceOf(Fault.class);
    }

    @Test
    void pointsAtTheSecondOfTwoEqualNames() {
        assertThat(JsonReader.read("{\"a\":1,\n\"a\":2}"))
                .isEqualTo(new Fault("the name stands twice in the object", new Position(2, 1, 8)));
    }

    @Test
    void refusesNestingBeyondTheBoundWithoutOverflow() {
        int most = JsonReader.MAX_DEPTH;
        assertThat(JsonReader.read("[".repeat(most) + "1" + "]".repeat(most))).isInstanceOf(Read.class);
        assertThat(JsonReader.read("[".repeat(most + 1) + "1" + "]".repeat(most + 1)))
                .isInstanceOf(Fault.class);
        assertThat(JsonReader.read("[".repeat(1_000_000))).isInstanceOf(Fault.class);
    }
}
