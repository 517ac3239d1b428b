package io.claviger.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.ClassCircles;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void noClassesNeedEachOtherInACircle() {
        assertThat(ClassCircles.under("io.claviger.cmdlets")).isEmpty();
    }
}
