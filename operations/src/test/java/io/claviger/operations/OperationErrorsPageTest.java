package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/operation-errors.md} names operations that there are, codes that they may answer with, and its marks. */
class OperationErrorsPageTest extends OnAWorkbench {

    private static final Path PAGE = Path.of("..", "docs", "operation-errors.md");
    private static final Pattern OPERATION = Pattern.compile("[A-Z][A-Za-z]+");
    private static final Pattern MARK = Pattern.compile("(established|model|assumed)([ ,;:(].*)?");

    /**
     * A row of a table on refusals.
     *
     * @param subject the operations, by name or in words
     */
    private record Row(String subject, String code, String text, String known) {

        static Stream<Row> of(String line) {
            String[] cells = line.split(" ?\\| ?", -1);
            boolean isRefusal = cells.length == 7 && !cells[1].equals("Operation") && !cells[1].startsWith("---");
            return isRefusal ? Stream.of(new Row(cells[1], cells[3], cells[4], cells[5])) : Stream.empty();
        }

        Stream<String> operations() {
            return Arrays.stream(subject.split(", ", -1)).filter(OPERATION.asMatchPredicate());
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream().flatMap(Row::of).toList();
    }

    @Test
    void namesOperationsThatThereAreAndCodesThatTheyMayAnswerWith() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(60);
        for (Row row : rows()) {
            ErrorCode code = Arrays.stream(ErrorCode.values())
                    .filter(one -> one.wireName().equals(row.code()))
                    .findAny()
                    .orElseThrow(() -> new AssertionError("no operation answers with " + row));
            row.operations()
                    .forEach(name -> assertThat(Models.allow(operation(name), code))
                            .as("%s answers with %s", name, code)
                            .isTrue());
        }
    }

    private Operation<?> operation(String name) {
        return Stream.of("iam", "sts")
                .flatMap(service -> bench.catalog.find(service, name).stream())
                .findAny()
                .orElseThrow(() -> new AssertionError("there is no operation " + name));
    }

    @Test
    void everyTextIsSaidOnceAndHowItIsKnown() throws IOException {
        assertThat(rows()).doesNotHaveDuplicates().allSatisfy(row -> {
            assertThat(row.text()).isNotBlank();
            assertThat(row.known()).matches(MARK);
        });
    }
}
