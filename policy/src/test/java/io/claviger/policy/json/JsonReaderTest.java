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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static Span span(int line, int column, int offset, int length) {
        return new Span(new Position(line, column, offset), new Position(line, column + length, offset + length));
    }

    @Test
    void keepsWhereEverythingStands() {
        String text = "{\n \"a\": [1,\r\n  true, null],\"b\":\"\"}";
        assertThat(JsonReader.read(text))
                .isEqualTo(new Read(new JsonObject(
                        List.of(
                                new JsonMember(
                                        "a",
                                        span(2, 2, 3, 3),
                                        new JsonArray(
                                                List.of(
                                                        new JsonNumber("1", span(2, 8, 9, 1)),
                                                        new JsonBoolean(true, span(3, 3, 15, 4)),
                                                        new JsonNull(span(3, 9, 21, 4))),
                                                new Span(new Position(2, 7, 8), new Position(3, 14, 26)))),
                                new JsonMember("b", span(3, 15, 27, 3), new JsonText("", span(3, 19, 31, 2)))),
                        new Span(Position.START, new Position(3, 22, 34)))));
        assertThat(text).hasSize(34);
    }

    @Test
    void aMemberReachesFromItsNameToTheEndOfItsValue() {
        JsonObject object = (JsonObject) ((Read) JsonReader.read(" { \"a\" :\n[ ] } ")).root();
        JsonMember member = object.members().getFirst();
        assertThat(member.span()).isEqualTo(new Span(new Position(1, 4, 3), new Position(2, 4, 12)));
        assertThat(member.nameAt()).isEqualTo(new Position(1, 4, 3));
        assertThat(member.value().at()).isEqualTo(new Position(2, 1, 9));
    }

    @Test
    void namesAByteOrderMark() {
        assertThat(JsonReader.read("\uFEFF{}"))
                .isEqualTo(new Fault(
                        "The text begins with a byte order mark (U+FEFF), which JSON has not", Position.START));
    }

    @Test
    void resolvesEscapes() {
        String text = "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u4E2D\\u0fFfz\"";
        assertThat(JsonReader.read(text))
                .isEqualTo(new Read(new JsonText("\"\\/\b\f\n\r\t\u00e9\u4e2d\u0fffz", span(1, 1, 0, text.length()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udfffb", "\\ud83dx\\ude00", "\\ude00\\ud83d"})
    void halfACharacterIsAFault(String half) {
        assertThat(JsonReader.read('"' + half + '"'))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.toString()).contains("half a character"));
        assertThat(JsonReader.read("\"\\ud83d\\ude00\"")).isInstanceOf(Read.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "!", "#", "[", "]", "~", "\u007f", "\u0080", "\u00ff"})
    void keepsEveryCharacterThatIamLetsAPolicyHave(String character) {
        String text = '"' + character + '"';
        assertThat(JsonReader.read(text)).isEqualTo(new Read(new JsonText(character, span(1, 1, 0, 3))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "12", "-1.50", "1e9", "2E-3", "0.0"})
    void keepsNumbersAsWritten(String number) {
        assertThat(JsonReader.read(number)).isEqualTo(new Read(new JsonNumber(number, span(1, 1, 0, number.length()))));
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
                "\"\u001f\"",
                "\"\\u12\uff13\uff14\"",
                "'a'"
            })
    void refusesWhatIsNotJson(String text) {
        assertThat(JsonReader.read(text)).isInstanceOf(Fault.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'Action':'a' 'b':1} | 14 | Expected ',' or '}' after the member \"Action\"",
                "{'Action':'a' | 13 | Expected ',' or '}' after the member \"Action\", but the text ends here",
                "{'a' 1} | 5 | Expected ':' after the name \"a\"",
                "{'a':1,} | 7 | A ',' may not stand before '}'",
                "{a:1} | 1 | Expected a member's name in double quotes",
                "{'a':1,'a':2} | 7 | The member \"a\" stands twice in one object",
                "[1 2] | 3 | Expected ',' or ']' after an element of an array",
                "[1,] | 3 | A ',' may not stand before ']'",
                "[1, ] | 4 | A ',' may not stand before ']'",
                "[1, | 3 | Expected a value, but the text ends here",
                "[x] | 1 | Expected a value",
                "[tru] | 4 | Expected the word true",
                "[-x] | 2 | Expected a digit after '-' in a number",
                "[1.] | 3 | Expected a digit after '.' in a number",
                "[1e+] | 4 | Expected a digit in the exponent of a number",
                "['a | 3 | Expected the closing quote of a string, but the text ends here",
                "['\\x'] | 3 | Expected one of \" \\ / b f n r t u after '\\' in a string",
                "['\\u12g4'] | 6 | Expected four hexadecimal digits after \\u in a string",
                "['\u0100'] | 2 | The character U+0100 may stand in a string only as an escape",
                "[1] 2 | 4 | Nothing may follow the end of the value"
            })
    void tellsWhatIsWrongAndWhere(String text, int offset, String reason) {
        assertThat(JsonReader.read(text.replace('\'', '"')))
                .isEqualTo(new Fault(reason, new Position(1, offset + 1, offset)));
    }

    @Test
    void tellsTheLineOfAFault() {
        assertThat(JsonReader.read("{\"a\":1,\n\"a\":2}"))
                .isEqualTo(new Fault("The member \"a\" stands twice in one object", new Position(2, 1, 8)));
        assertThat(JsonReader.read("[\n\"a\n\"]"))
                .isEqualTo(new Fault("A string ends in the line in which it begins", new Position(2, 3, 4)));
    }

    @ParameterizedTest
    @CsvSource({"64, ''", "65, ...", "1000, ..."})
    void quotesNoMoreOfANameThanAPersonReads(int length, String end) {
        Fault fault = (Fault) JsonReader.read("{\"" + "n".repeat(length) + "\"}");
        assertThat(fault.reason()).isEqualTo("Expected ':' after the name \"" + "n".repeat(64) + end + '"');
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"[, ]", "{\"a\":, }"})
    void refusesNestingBeyondTheBoundWithoutOverflow(String open, String close) {
        int most = JsonReader.MAX_DEPTH;
        assertThat(JsonReader.read(open.repeat(most) + "1" + close.repeat(most)))
                .isInstanceOf(Read.class);
        assertThat(JsonReader.read(open.repeat(most + 1) + "1" + close.repeat(most + 1)))
                .isInstanceOf(Fault.class);
        assertThat(JsonReader.read(open.repeat(1_000_000))).isInstanceOf(Fault.class);
    }
}
