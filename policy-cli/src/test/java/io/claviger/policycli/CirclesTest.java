package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.architecture.Circles;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No two classes need one another, but for the circles that are listed here with their reasons. */
class CirclesTest {

    @Test
    void onlyHonestCirclesAreThere() {
        assertThat(Circles.in("io.claviger.policycli")).isEqualTo(Set.of());
    }
}
