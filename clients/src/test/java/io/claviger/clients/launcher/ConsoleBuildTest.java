package io.claviger.clients.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher builds the web console, with a Node and an npm of a few lines. */
class ConsoleBuildTest {

    private static final String NPM = """
            #!/bin/sh
            echo "$1" >> npm-was-called
            case $1 in
                ci) mkdir -p node_modules && touch node_modules/.package-lock.json ;;
                run) ! grep -q error src/main.tsx && mkdir -p target/pages && cp src/main.tsx target/pages/index.html ;;
            esac
            """;

    @TempDir
    private Path home = Path.of("");

    private Checkout checkout = new Checkout(home, home);
    private Path console = home;

    @BeforeEach
    void checkOut() throws Exception {
        checkout = Checkout.in(home, "checkout");
        console = checkout.folder().resolve("console");
        Files.createDirectories(console.resolve("src"));
        Files.createDirectories(console.resolve("build"));
        for (String file :
                List.of("index.html", "lingui.config.ts", "package-lock.json", "vite.config.ts", "src/main.tsx")) {
            Files.writeString(console.resolve(file), "old\n");
        }
        tool("npm", NPM);
        tool("node", "#!/bin/sh\n");
    }

    @Test
    void buildsItOnceForTheSameSources() throws Exception {
        assertThat(checkout.run("build").err()).contains("claviger: building the web console\n");
        assertThat(checkout.run("build").err()).doesNotContain("web console");
        assertThat(calls()).isEqualTo("ci\nrun\n");
        Files.writeString(console.resolve("src/main.tsx"), "new\n");
        checkout.run("version");
        assertThat(calls()).isEqualTo("ci\nrun\nrun\n");
        assertThat(console.resolve("target/pages/index.html")).hasContent("new");
        Files.writeString(console.resolve("lingui.config.ts"), "new\n");
        checkout.run("version");
        assertThat(calls()).isEqualTo("ci\nrun\nrun\nrun\n");
    }

    @Test
    void saysWhatToDoWithoutNodeAndBuildsTheRest() throws Exception {
        tool("node", "#!/bin/sh\nexit 1\n");
        Outcome built = checkout.run("build");
        assertThat(built.status()).isZero();
        assertThat(built.err())
                .contains("Node 20 or newer and npm are missing, so the server has no web console.")
                .contains("run ./claviger build");
        assertThat(checkout.run("version").out()).isEqualTo("old server\n<version>\n");
    }

    @Test
    void leavesNoOldPagesIfItCannotBuildThem() throws Exception {
        checkout.run("build");
        Files.writeString(console.resolve("src/main.tsx"), "error\n");
        Outcome built = checkout.run("build");
        assertThat(built.status()).isZero();
        assertThat(built.err()).contains("the web console could not be built, so the server has none. See ");
        assertThat(console.resolve("target/pages")).doesNotExist();
    }

    private String calls() throws IOException {
        return Files.readString(console.resolve("npm-was-called"));
    }

    private void tool(String name, String script) throws IOException {
        Path file = checkout.tools().resolve("maven").resolve(name);
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
