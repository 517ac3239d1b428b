package io.claviger.policy.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.validation.CheckTable.Case;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTableTest {

    private static final PolicyValidator VALIDATOR = new PolicyValidator(ServiceCatalog.aws());

    static List<Case> firing() {
        return CheckTable.cases().stream().filter(Case::fires).toList();
    }

    static List<Case> quiet() {
        return CheckTable.cases().stream().filter(policy -> !policy.fires()).toList();
    }

    @ParameterizedTest
    @MethodSource("firing")
    void aCheckFindsWhatItLooksForAndTellsWhere(Case policy) {
        List<Finding> findings = policy.findings(VALIDATOR).stream()
                .filter(finding -> finding.check() == policy.check())
                .toList();
        assertThat(findings).as("%s", policy.findings(VALIDATOR)).isNotEmpty();
        assertThat(findings)
                .flatExtracting(Finding::locations)
                .extracting(location -> List.of(
                        location.span().start().offset(), location.span().end().offset()))
                .containsExactlyInAnyOrderElementsOf(policy.marks());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void aCheckPassesByWhatOnlyLooksSimilar(Case policy) {
        assertThat(policy.findings(VALIDATOR)).extracting(Finding::check).doesNotContain(policy.check());
    }

    /** Policies that are too long are not in the table, but in {@link PolicyValidatorTest}. */
    @Test
    void everyCheckThatIsNotObsoleteIsInTheTableBothWays() {
        Set<Check> living = EnumSet.allOf(Check.class);
        living.removeIf(check -> check.obsolete() != null || check.name().startsWith("POLICY_SIZE_"));
        assertThat(firing()).extracting(Case::check).hasSameElementsAs(living);
        assertThat(quiet()).extracting(Case::check).hasSameElementsAs(living);
        assertThat(Arrays.stream(Check.values()).filter(check -> check.obsolete() != null))
                .hasSize(5)
                .allMatch(check -> check.name().startsWith("SCP_SYNTAX_ERROR_"));
    }

    @ParameterizedTest
    @MethodSource("io.claviger.policy.validation.CheckTable#cases")
    void everyPathLeadsToItsSpan(Case policy) {
        for (Finding finding : policy.findings(VALIDATOR)) {
            assertThat(finding.locations()).isNotEmpty();
            for (Location location : finding.locations()) {
                PathWalk.follow(policy.text(), location);
            }
        }
    }
}
