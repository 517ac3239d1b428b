package io.claviger.server;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No class of these modules needs one that needs it. A class and those inside it count as one. That a sealed type names
 * the classes that it permits does not count: {@code Entity} and its records are one closed list, which could not be
 * cut.
 */
class ClassCirclesTest {

    @ParameterizedTest
    @ValueSource(strings = {"iam", "storage"})
    void classesDoNotGoInCircles(String module) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.claviger." + module);
        assertThat(classes).hasSizeGreaterThan(20);
        slices().assignedFrom(new TopLevel(module)).should().beFreeOfCycles().check(classes);
    }

    private record TopLevel(String module) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            JavaClass outermost = javaClass;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return outermost.getPackageName().startsWith("io.claviger." + module)
                    ? SliceIdentifier.of(outermost.getName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the classes of " + module;
        }
    }
}
