package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValuePatternTest {

    private static final int SMALL_STACK = 160 * 1024;
    private static final int LONG = 200_000;
    private static final String ALPHABET = "aZ09/-._=,+@#?:vop*{\n\t \u00e9\u0100\u2028\ud800";

    static Set<String> patterns() {
        return Arrays.stream(Service.values())
                .flatMap(service -> ModelTable.rows("inputs.tsv", service).stream())
                .map(row -> row[7])
                .filter(pattern -> !pattern.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aPatternMatchesWhatTheModelsRegularExpressionMatches(String text) {
        Pattern model = Pattern.compile(text);
        ValuePattern pattern = ValuePattern.of(text);
        Random random = new Random(text.hashCode());
        for (int round = 0; round < 20_000; round++) {
            String value = random.ints(random.nextInt(9), 0, ALPHABET.length())
                    .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                    .collect(Collectors.joining());
            assertThat(pattern.matches(value))
                    .as("%s", value)
                    .isEqualTo(model.matcher(value).matches());
        }
        for (int codePoint = 0; codePoint < 0x11000; codePoint++) {
            String value = Character.toString(codePoint);
            assertThat(pattern.matches(value)).isEqualTo(model.matcher(value).matches());
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void noValueOverflowsASmallStack(String text) throws InterruptedException {
        ValuePattern pattern = ValuePattern.of(text);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> Stream.of("a", "/", "/a", "a/", "-", "0", "\u0100", "v1.", "http://a?a=a#", "o-0000000000/r-0000")
                        .flatMap(unit -> Stream.of(unit.repeat(LONG / unit.length()), unit + "0".repeat(LONG) + "!"))
                        .forEach(pattern::matches),
                "small stack",
                SMALL_STACK);
        thread.setUncaughtExceptionHandler((_, failure) -> thrown.set(failure));
        thread.start();
        thread.join();
        assertThat(thrown.get()).isNull();
    }
}
