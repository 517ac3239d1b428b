package io.claviger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void interpolatesBetweenTheValues() {
        Sample sample = Sample.of(4, 1, 3, 2);

        assertThat(sample.lowerQuartile()).isEqualTo(1.75);
        assertThat(sample.median()).isEqualTo(2.5);
        assertThat(sample.upperQuartile()).isEqualTo(3.25);
    }

    @Test
    void ofOneValueAllAreTheSame() {
        Sample sample = Sample.of(7);

        assertThat(sample.lowerQuartile()).isEqualTo(7);
        assertThat(sample.median()).isEqualTo(7);
        assertThat(sample.upperQuartile()).isEqualTo(7);
    }

    /** A machine that slows down slows both: the ratio of each round stays. */
    @Test
    void dividesRoundByRound() {
        Sample ratios = Sample.of(10, 20, 40).over(Sample.of(5, 10, 20));

        assertThat(ratios.lowerQuartile()).isEqualTo(2);
        assertThat(ratios.upperQuartile()).isEqualTo(2);
    }

    @Test
    void wantsAsManyRoundsOfTheBaseline() {
        assertThatThrownBy(() -> Sample.of(1, 2).over(Sample.of(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Sample::of).isInstanceOf(IllegalArgumentException.class);
    }
}
