package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.json.Position;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    private static Screen screen(int columns) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Screen(nowhere, nowhere, columns, false);
    }

    private static Position position(String text, int offset) {
        int line =
                (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
        return new Position(line, offset - text.lastIndexOf('\n', offset - 1), offset);
    }

    @Test
    void caretsStandUnderTheWholeStretch() {
        String text = "{\n  \"Efect\": 1\n}";
        assertThat(new Excerpt(text, screen(80)).of(position(text, 4), position(text, 11)))
                .isEqualTo(" 2 |   \"Efect\": 1\n   |   ^^^^^^^");
    }

    @Test
    void stretchThatGoesOnInTheNextLineIsMarkedToTheEndOfItsFirst() {
        String text = "[{\n}]";
        assertThat(new Excerpt(text, screen(80)).of(position(text, 1), position(text, 4)))
                .isEqualTo(" 1 | [{\n   |  ^");
    }

    @Test
    void whatMovesTheCursorIsNotShown() {
        String text = "\t\u001b[31m\"x\"\r\n";
        assertThat(new Excerpt(text, screen(80)).at(position(text, 6))).isEqualTo(" 1 |  ?[31m\"x\"\n   |       ^");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "{", "{\n"})
    void endOfTheTextCanBeShown(String text) {
        assertThat(new Excerpt(text, screen(80)).at(position(text, text.length())))
                .endsWith("^");
    }

    @Test
    void ofLongLinesThePartAroundThePlaceIsShownWhereverItIs() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder();
            int length = 1 + random.nextInt(400);
            for (int c = 0; c < length; c++) {
                line.append((char) ('!' + random.nextInt(90)));
            }
            String text = line.toString();
            int start = random.nextInt(length);
            int end = start + random.nextInt(length - start + 1);
            int columns = 40 + random.nextInt(120);
            String[] shown = new Excerpt(text, screen(columns))
                    .of(position(text, start), position(text, end))
                    .split("\n", -1);
            assertThat(shown).hasSize(2);
            assertThat(shown[0].length()).isLessThanOrEqualTo(columns + 1);
            int caret = shown[1].indexOf('^');
            assertThat(shown[0].charAt(caret))
                    .as("%s at %s in %s", text, start, columns)
                    .isEqualTo(text.charAt(start));
            assertThat(shown[1].length()).isLessThanOrEqualTo(shown[0].length());
        }
    }
}
