package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Java the launcher takes. */
class JavaSearchTest {

    private static final String FIND = "find_java javac && printf '%s %s' \"$JAVA_HOME\" \"$java_version\"";
    private static final String FIND_ON_PATH = "java_on_path";

    @TempDir
    private Path home = Path.of("");

    @ParameterizedTest
    @CsvSource({"25.0.3, 25.0.3+9-LTS", "25, 25+36", "26-ea, 26-ea+10", "30.1, 30.1+1"})
    void takesTheOneThatIsNamedIfItIsNewEnough(String version, String runtime) throws Exception {
        Path jdk = jdk("a jdk", version, "JAVA_RUNTIME_VERSION=\"" + runtime + "\"\n");

        assertThat(search(FIND, jdk, "/usr/bin:/bin")).isEqualTo(jdk + " " + runtime);
    }

    @Test
    void knowsTheVersionByLessIfThereIsNoMore() throws Exception {
        Path jdk = jdk("jdk", "25.0.3", "");

        assertThat(search(FIND, jdk, "/usr/bin:/bin")).isEqualTo(jdk + " 25.0.3");
    }

    @ParameterizedTest
    @CsvSource({"17.0.15", "1.8.0_402", "24.0.2", "x"})
    void passesOverOneThatIsTooOld(String version) throws Exception {
        Path jdk = jdk("jdk", version, "");

        assertThat(search("is_java \"$JAVA_HOME\" javac || printf refused", jdk, "/usr/bin:/bin"))
                .isEqualTo("refused");
    }

    @Test
    void needsNoCompilerToRun() throws Exception {
        Path jre = jdk("jre", "25.0.3", "");
        Files.delete(jre.resolve("bin/javac"));

        assertThat(search("is_java \"$JAVA_HOME\" javac || printf refused", jre, "/usr/bin:/bin"))
                .isEqualTo("refused");
        assertThat(search("is_java \"$JAVA_HOME\" java && printf taken", jre, "/usr/bin:/bin"))
                .isEqualTo("taken");
    }

    @Test
    void followsALinkOnThePath() throws Exception {
        Path jdk = jdk("jdk", "25.0.3", "");
        Path bin = Files.createDirectory(home.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));

        assertThat(search(FIND_ON_PATH, jdk, bin + ":/usr/bin:/bin")).isEqualTo(jdk + "\n");
    }

    @Test
    void asksAScriptOnThePathForItsJdk() throws Exception {
        Path bin = Files.createDirectory(home.resolve("bin"));
        executable(bin.resolve("java"), "echo 'Property settings:' >&2; echo '    java.home = /opt/a jdk' >&2\n");

        assertThat(search(FIND_ON_PATH, bin, bin + ":/usr/bin:/bin")).isEqualTo("/opt/a jdk\n");
    }

    private Path jdk(String name, String version, String further) throws IOException {
        Path jdk = Files.createDirectories(home.resolve(name));
        Files.createDirectory(jdk.resolve("bin"));
        executable(jdk.resolve("bin/java"), "exit 1\n");
        executable(jdk.resolve("bin/javac"), "exit 1\n");
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\n" + further + "JAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base\"\n");
        return jdk;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What a script prints that sources the search. */
    private String search(String command, Path javaHome, String path) throws Exception {
        Path script = Launcher.BUILT.resolveSibling("bin/java.sh");
        ProcessBuilder builder =
                Commands.process(home, List.of("/bin/sh", "-euc", ". \"$1\"; " + command, "sh", script.toString()));
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", path);
        Process process = builder.redirectErrorStream(true).start();
        return Ended.of(process).out();
    }
}
