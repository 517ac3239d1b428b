package io.claviger.clients.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.launcher.Checkout.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK is taken, and what is said if there is none, or no Maven. */
class JdkChoiceTest {

    private static final String SYSTEM = "/usr/bin:/bin";

    @TempDir
    private Path home = Path.of("");

    @Test
    void ofAVersionManagerOnThePath() throws Exception {
        Checkout checkout = Checkout.in(home, "checkout");
        Path jdk = checkout.jdk("sdkman/candidates/java/26-open", "26");
        Files.createSymbolicLink(jdk.resolveSibling("current"), Path.of("26-open"));
        String path = checkout.tools() + "/maven:" + jdk.resolveSibling("current/bin") + ":" + SYSTEM;
        assertThat(checkout.run(Map.of("PATH", path, "JAVA_HOME", ""), "version")
                        .out())
                .isEqualTo("old server\n<version>\n");
        assertThat(Files.readString(checkout.folder().resolve("server/target/claviger/trained")))
                .startsWith(jdk.toRealPath() + " 26");
    }

    @Test
    void anOldJavaHomeIsPassedOverWithAWord() throws Exception {
        Checkout checkout = Checkout.in(home, "checkout");
        Path old = checkout.jdk("java-17", "17.0.1");
        Path installed = checkout.jdk("jvm/jdk-25", "25");
        Map<String, String> variables = Map.of("JAVA_HOME", old.toString());
        String said = "claviger: JAVA_HOME=" + old + " is not a JDK 25 or newer; " + installed + " is used\n";
        assertThat(checkout.run(variables, "build").err()).startsWith(said);
        assertThat(checkout.run(variables, "version")).isEqualTo(new Outcome(0, "old server\n<version>\n", said));
        // In pipelines, only what goes wrong is said.
        assertThat(checkout.run(variables, "Get-IAMUser").err()).isEmpty();
    }

    @Test
    void withoutOneItSaysWhereFromOnSeveralSystems() throws Exception {
        Checkout checkout = Checkout.in(home, "checkout");
        Path old = checkout.jdk("java-17", "17.0.1");
        Map<String, String> variables = Map.of("JAVA_HOME", old.toString(), "PATH", withoutJava(checkout));
        for (String word : new String[] {"build", "test", "start", "Get-IAMUser"}) {
            Outcome refused = checkout.run(variables, word);
            assertThat(refused.status()).isEqualTo(70);
            assertThat(refused.err())
                    .startsWith("claviger: there is no JDK 25 or newer")
                    .contains("apt install", "dnf install", "brew install", "sdk install", "JAVA_HOME is now " + old);
        }
    }

    @Test
    void withoutMavenItSaysWhereFromOnSeveralSystems() throws Exception {
        Checkout checkout = Checkout.in(home, "checkout");
        Map<String, String> variables = Map.of("PATH", withoutJava(checkout));
        for (String word : new String[] {"build", "test", "start"}) {
            Outcome refused = checkout.run(variables, word);
            assertThat(refused.status()).isEqualTo(70);
            assertThat(refused.err())
                    .contains("Maven is missing", "apt install", "dnf install", "brew install", "sdk install");
        }
    }

    /** A path with the commands that the launcher needs, and neither Java nor Maven. */
    static String withoutJava(Checkout checkout) throws Exception {
        Path folder = Files.createDirectories(checkout.tools().resolve("few"));
        for (String command : new String[] {
            "sh",
            "sed",
            "find",
            "awk",
            "sort",
            "cksum",
            "mkdir",
            "rm",
            "touch",
            "readlink",
            "flock",
            "cat",
            "uniq",
            "tr",
            "grep",
            "head",
            "tail",
            "date",
            "sleep",
            "stty"
        }) {
            for (String place : SYSTEM.split(":", -1)) {
                Path file = Path.of(place, command);
                if (Files.exists(file) && !Files.exists(folder.resolve(command))) {
                    Files.createSymbolicLink(folder.resolve(command), file);
                }
            }
        }
        return folder.toString();
    }
}
