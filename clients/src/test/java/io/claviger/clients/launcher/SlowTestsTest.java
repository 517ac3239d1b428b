package io.claviger.clients.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test class that takes long, or hangs, is named by {@code ./claviger test}. */
class SlowTestsTest {

    @TempDir
    private Path home = Path.of("");

    private Checkout checkout = new Checkout(home, home);

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Checkout.in(home, "checkout");
        Path building = checkout.folder().resolve("bin/building.sh");
        String script = Files.readString(building);
        assertThat(script).contains("LONG=60\n");
        Files.writeString(building, script.replace("LONG=60\n", "LONG=1\n"));
    }

    @Test
    void isNamedWhileItRuns() throws Exception {
        checkout.maven("""
                echo '[INFO] Building Claviger: one 1.0     [1/2]'
                echo '[INFO] Running io.claviger.QuickTest'
                echo '[INFO] Running io.claviger.SlowTest'
                echo '[INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in io.claviger.QuickTest'
                sleep 4.5
                echo '[INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 5 s -- in io.claviger.SlowTest'
                echo '[INFO] Building Claviger: two 1.0     [2/2]'
                sleep 2
                """);
        Outcome outcome = checkout.run("test");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err().lines())
                .anyMatch(line ->
                        line.matches("\\[1/2] Claviger: one 1\\.0, \\d+ s; SlowTest has been running for [123] s"))
                .anyMatch(line -> line.matches(".*SlowTest has been running for [2345] s"))
                .anyMatch(line -> line.matches("\\[2/2] Claviger: two 1\\.0, \\d+ s"))
                .noneMatch(line -> line.contains("QuickTest") || line.contains("did not end"))
                .hasSizeLessThan(10);
    }

    @Test
    void isNamedIfItNeverEnded() throws Exception {
        checkout.maven("""
                echo '[INFO] Building Claviger: one 1.0     [1/1]'
                echo '[INFO] Running io.claviger.FailingTest'
                echo '[ERROR] Tests run: 1, Failures: 1, Time elapsed: 1 s <<< FAILURE! -- in io.claviger.FailingTest'
                echo '[INFO] Running io.claviger.HangingTest'
                echo '[ERROR] There was a timeout in the fork'
                exit 1
                """);
        Outcome outcome = checkout.run("test");
        assertThat(outcome.status()).isOne();
        assertThat(outcome.err())
                .contains("There was a timeout in the fork", "io.claviger.HangingTest did not end")
                .doesNotContain("FailingTest did not end");
    }
}
