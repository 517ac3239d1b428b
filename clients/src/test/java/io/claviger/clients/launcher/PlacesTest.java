package io.claviger.clients.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.launcher.Checkout.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folders in which a checkout may be, and the ways to name its launcher. */
class PlacesTest {

    @TempDir
    private Path home = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my claviger",
                "clävigér ключ",
                "-x",
                "-",
                "it's \"quoted\"",
                "$HOME `id` ${x}",
                "*?[a-z]",
                "#%&;~",
                "back\\slash",
                "@file",
            })
    void mayHaveAnyName(String name) throws Exception {
        Checkout checkout = Checkout.in(home, name);
        assertThat(checkout.run("version"))
                .satisfies(first -> assertThat(first.out()).isEqualTo("old server\n<version>\n"));
        assertThat(checkout.run("Get-IAMUser", "a b", "*").out()).isEqualTo("old cmdlets\n<Get-IAMUser><a b><*>\n");
        assertThat(checkout.run("policy", "keys", "$x")).isEqualTo(new Outcome(0, "old policy-cli\n<keys><$x>\n", ""));
        assertThat(checkout.run("test", "--help").out()).startsWith("usage:");
        checkout.write("server", "new");
        assertThat(checkout.run("version").out()).isEqualTo("new\n<version>\n");
        assertThat(checkout.builds()).isEqualTo(2);

        List<String> shell = List.of("sh", "-c", "cd \"$1\" && sh claviger version", "sh", "./" + name);
        assertThat(checkout.runs(Map.of(), home, shell)).isEqualTo(new Outcome(0, "new\n<version>\n", ""));
        List<String> relative = List.of("sh", "-c", "PATH=$1:$PATH; claviger version", "sh", "./" + name);
        assertThat(checkout.runs(Map.of(), home, relative)).isEqualTo(new Outcome(0, "new\n<version>\n", ""));
    }

    @Test
    void mayNotHaveAColon() throws Exception {
        Outcome refused = Checkout.in(home, "a:b").run("version");
        assertThat(refused.status()).isEqualTo(70);
        assertThat(refused.err()).contains("a folder with a colon in its name: ");
    }

    @Test
    void mayBeBehindLinks() throws Exception {
        Checkout checkout = Checkout.in(Files.createDirectory(home.resolve("real place")), "checkout");
        checkout.run("build");
        Files.createSymbolicLink(home.resolve("linked"), Path.of("real place/checkout"));
        Files.createSymbolicLink(home.resolve("one"), Path.of("linked/claviger"));
        Files.createSymbolicLink(home.resolve("two"), Path.of("one"));
        Outcome expected = new Outcome(0, "old server\n<version>\n", "");
        for (String launcher : List.of("linked/claviger", "one", "./two", home + "/two", "linked/bin/claviger")) {
            List<String> direct =
                    List.of("sh", "-c", "\"$1\" version", "sh", launcher.contains("/") ? launcher : "./" + launcher);
            assertThat(checkout.runs(Map.of(), home, direct)).as(launcher).isEqualTo(expected);
            assertThat(checkout.runs(Map.of(), home, List.of("sh", launcher, "version")))
                    .as(launcher)
                    .isEqualTo(expected);
            assertThat(checkout.runs(Map.of(), home, List.of("bash", launcher, "version")))
                    .as(launcher)
                    .isEqualTo(expected);
        }
        String onPath = "PATH=linked:$PATH; cd .; claviger version";
        assertThat(checkout.runs(Map.of(), home, List.of("bash", "-c", onPath))).isEqualTo(expected);
        assertThat(checkout.runs(Map.of("CDPATH", home + ":/"), home, List.of("sh", "linked/claviger", "version")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-r", "-rp"})
    void aCopyIsNotBuiltAgain(String how) throws Exception {
        Checkout checkout = Checkout.in(home, "checkout");
        checkout.run("build");
        Checkout copy = new Checkout(home.resolve("copy"), checkout.tools());
        String command = "sleep 0.02; cp " + how + " checkout copy; touch copy/*/src/main/* copy/pom.xml";
        assertThat(checkout.runs(Map.of(), home, List.of("sh", "-c", command)).status())
                .isZero();

        Map<String, String> noMaven = Map.of("PATH", "/usr/bin:/bin");
        assertThat(copy.run("version").out()).isEqualTo("old server\n<version>\n");
        assertThat(copy.run("version")).isEqualTo(new Outcome(0, "old server\n<version>\n", ""));
        assertThat(copy.run(noMaven, "policy", "keys").out()).isEqualTo("old policy-cli\n<keys>\n");
        assertThat(copy.builds()).isOne();
        copy.write("server", "new server");
        assertThat(copy.run("version").out()).isEqualTo("new server\n<version>\n");
    }
}
