package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void linesEndAtSpacesAndLongWordsAfterColonsAndSlashes() {
        assertThat(Wrapping.lines("not among arn:aws:s3:::photos/summer/a.jpg", 20))
                .containsExactly("not among", "arn:aws:s3:::photos/", "summer/a.jpg");
        assertThat(Wrapping.lines("one\ntwo", 20)).containsExactly("one", "two");
        assertThat(Wrapping.lines("", 20)).containsExactly("");
    }

    @Test
    void nothingIsLostAndNoLineIsTooLong() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(120);
            for (int c = 0; c < length; c++) {
                text.append("ab:/, ".charAt(random.nextInt(6)));
            }
            int room = 4 + random.nextInt(60);
            List<String> lines = Wrapping.lines(text.toString(), room);
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(room));
            assertThat(String.join("", lines).replace(" ", ""))
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }
}
