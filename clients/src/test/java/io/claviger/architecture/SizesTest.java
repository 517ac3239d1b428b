package io.claviger.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.architecture.Repository.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files, packages and modules stay small enough to be read. */
class SizesTest {

    private static final int LINES_OF_A_FILE = 250;
    private static final int LINES_OF_A_PACKAGE = 2_000;

    private static final List<Source> SOURCES =
            Repository.files(path -> path.endsWith(".java") || path.endsWith(".ts") || path.endsWith(".tsx"));

    private static final List<Source> PRODUCT = SOURCES.stream()
            .filter(source -> !source.path().startsWith("bench/"))
            .filter(source ->
                    source.path().contains("/src/main/java/") || source.path().startsWith("console/src/"))
            .toList();

    @Test
    void noFileIsLongerThan250Lines() {
        assertThat(SOURCES).hasSizeGreaterThan(1_000);
        assertThat(SOURCES.stream()
                        .filter(source -> source.lines() > LINES_OF_A_FILE)
                        .map(source -> source.path() + " has " + source.lines() + " lines"))
                .isEmpty();
    }

    @Test
    void noPackageOfOperationsIsLongerThan2000Lines() {
        Map<String, Long> packages = PRODUCT.stream()
                .filter(source -> source.path().startsWith("operations/"))
                .collect(groupingBy(SizesTest::folder, summingLong(Source::lines)));
        assertThat(packages).hasSizeGreaterThan(10);
        assertThat(packages).allSatisfy((folder, lines) -> assertThat(lines).isLessThanOrEqualTo(LINES_OF_A_PACKAGE));
    }

    private static String folder(Source source) {
        return source.path().substring(0, source.path().lastIndexOf('/'));
    }

    @Test
    void noModuleIsMoreThanAQuarterOfTheProduct() {
        Map<String, Long> modules = PRODUCT.stream().collect(groupingBy(SizesTest::module, summingLong(Source::lines)));
        assertThat(modules.keySet()).containsAll(Modules.MODULES.keySet()).contains("console");
        long quarter = modules.values().stream().mapToLong(Long::longValue).sum() / 4;
        assertThat(modules).allSatisfy((module, lines) -> assertThat(lines).isLessThanOrEqualTo(quarter));
    }

    private static String module(Source source) {
        return source.path().substring(0, source.path().indexOf('/'));
    }
}
