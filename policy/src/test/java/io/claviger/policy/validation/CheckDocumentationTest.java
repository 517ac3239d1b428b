package io.claviger.policy.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CheckDocumentationTest {

    @Test
    void theDocumentationListsEveryCheckAsItIs() throws IOException {
        StringBuilder table = new StringBuilder("| Check | Issue code | Type | |\n|---|---|---|---|\n");
        for (Check check : Check.values()) {
            String state = check.obsolete() == null ? "checked" : "obsolete: " + check.obsolete();
            String[] cells = {check.title(), check.issueCode(), check.type().name(), state};
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        assertThat(Files.readString(Path.of("../docs/policy-validation.md"))).endsWith(table);
    }

    @Test
    void titlesAreDistinct() {
        assertThat(Arrays.stream(Check.values()).map(Check::title)).doesNotHaveDuplicates();
    }
}
