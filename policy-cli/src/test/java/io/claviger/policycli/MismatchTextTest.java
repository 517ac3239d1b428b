package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.decision.Mismatch.OfCondition;
import io.claviger.policy.request.ContextValue.Text;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition that failed is said to have compared its value only if it could. */
class MismatchTextTest {

    @ParameterizedTest
    @CsvSource({
        "DateLessThan, 2026-02-30T00:00:00Z, is not a date and so fails",
        "DateLessThan, 2026-02-28T00:00:00Z, fails",
        "ForAnyValue:NumericEqualsIfExists, many, is not a number and so fails",
        "Bool, perhaps, is neither true nor false and so fails",
        "IpAddress, 999.1.1.1, is not an IP address and so fails",
        "ArnLike, here, is not an ARN and so fails",
        "StringEquals, anything, fails"
    })
    void aValueThatCannotBeComparedIsSaidToBeNone(String operator, String value, String words) {
        OfCondition mismatch = new OfCondition(operator, "key", List.of("listed"), new Text(value), List.of());
        assertThat(MismatchText.of(mismatch, "somebody"))
                .isEqualTo("Condition: key is " + value + ", which " + words + " " + operator + " listed");
    }
}
