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
            String state = check.obsolete() != null
                    ? "obsolete: " + check.obsolete()
                    : check.own() ? "Claviger's own" : "checked";
            String[] cells = {check.title(), check.issueCode(), check.type().name(), state};
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        assertThat(Files.readString(Path.of("../docs/policy-validation.md"))).endsWith(table);
    }

    @Test
    void whatClavigerAloneLooksForIsMarked() {
        assertThat(Arrays.stream(Check.values()).filter(Check::own))
                .containsExactly(
                        Check.CLAVIGER_ACTION_NOT_ON_RESOURCE,
                        Check.CLAVIGER_DENY_WITHOUT_EFFECT,
                        Check.CLAVIGER_SCP_ALLOWS_NOTHING)
                .allMatch(check -> check.type() != FindingType.ERROR);
        assertThat(Arrays.stream(Check.values())).allMatch(check -> check.own() == (check.learnMoreLink() == null));
    }

    @Test
    void titlesAreDistinct() {
        assertThat(Arrays.stream(Check.values()).map(Check::title)).doesNotHaveDuplicates();
    }
}
