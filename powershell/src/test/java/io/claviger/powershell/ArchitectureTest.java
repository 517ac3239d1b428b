package io.claviger.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    /** The circles that there may be, each with its reason. */
    private static final Map<Set<String>, String> HONEST = Map.of(
            Set.of(Command.class.getName(), Expression.class.getName(), Statement.class.getName()),
            "The tree of a text: a statement holds expressions, and a script block is an expression that holds statements.");

    @Test
    void noClassesNeedEachOtherInACircle() {
        assertThat(ClassCircles.under("io.claviger.powershell")).isEqualTo(HONEST.keySet());
    }
}
