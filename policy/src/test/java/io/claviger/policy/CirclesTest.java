package io.claviger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.architecture.Circles;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No two classes need one another, but for the circles that are listed here with their reasons. */
class CirclesTest {

    /** A sealed type and what it permits: an index by prefixes is a bucket, and holds smaller ones. */
    private static final Set<String> BUCKETS = Set.of("compile.Bucket", "compile.PrefixIndex");

    @Test
    void onlyHonestCirclesAreThere() {
        assertThat(Circles.in("io.claviger.policy")).isEqualTo(Set.of(BUCKETS));
    }
}
