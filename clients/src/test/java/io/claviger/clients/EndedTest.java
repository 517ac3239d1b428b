package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests wait for what they start, but not for ever. */
class EndedTest {

    @Test
    void hasTheStatusAndAllThatWasPrinted() throws Exception {
        assertThat(Ended.of(sh("cat; i=0; while [ $i != 20000 ]; do echo line; i=$((i + 1)); done; exit 3")))
                .isEqualTo(new Ended(3, "line\n".repeat(20_000)));
    }

    @Test
    void aProcessThatGoesOnIsEndedWithWhatItStarted() throws Exception {
        Process process = sh("echo begun; sleep 600; true");
        assertThatThrownBy(() -> Ended.of(process, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("does not end", "begun");
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.descendants()).isEmpty();
    }

    @Test
    void outputThatStaysOpenIsNotWaitedFor() throws Exception {
        Process process = sh("sleep 10 & echo begun; sleep 0.3");
        assertThatThrownBy(() -> Ended.of(process, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("still holds its output", "begun");
    }

    private static Process sh(String line) throws IOException {
        return new ProcessBuilder("sh", "-c", line).start();
    }
}
