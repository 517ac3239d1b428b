package io.claviger.clients.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.launcher.Checkout.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first call, which builds and trains, needs no stream to say so. */
class ClosedStreamsTest {

    @TempDir
    private Path home = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"2>&-", "<&-", "<&- 2>&-", "2> /dev/full"})
    void ofTheFirstCall(String closed) throws Exception {
        Checkout checkout = Checkout.in(home, "checkout");
        for (String word : List.of("version", "Get-IAMUser", "version")) {
            assertThat(runs(checkout, "\"$0\" " + word + " " + closed).out()).endsWith("\n<" + word + ">\n");
        }
        assertThat(checkout.builds()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2>&-", "<&- 2>&-", "2> /dev/full", ">&- 2>&-"})
    void ofABuild(String closed) throws Exception {
        Checkout checkout = Checkout.in(home, "checkout");
        assertThat(runs(checkout, "\"$0\" build " + closed).status()).isZero();
        assertThat(checkout.run("version")).isEqualTo(new Outcome(0, "old server\n<version>\n", ""));
        assertThat(checkout.builds()).isOne();
    }

    private Outcome runs(Checkout checkout, String line) throws Exception {
        String launcher = checkout.folder().resolve("claviger").toString();
        return checkout.runs(Map.of(), home, List.of("sh", "-c", line, launcher));
    }
}
