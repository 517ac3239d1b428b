package io.claviger.clients.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program is built again before it runs if one of its own sources has changed. */
class StaleProgramsTest {

    @TempDir
    private Path home = Path.of("");

    private Checkout checkout = new Checkout(home, home);

    @BeforeEach
    void build() throws Exception {
        checkout = Checkout.in(home, "checkout");
        checkout.run("build");
    }

    @ParameterizedTest
    @CsvSource({"server, version", "cmdlets, Get-IAMUser", "policy-cli, policy decide"})
    void changesOfItsOwnAreBuilt(String module, String words) throws Exception {
        checkout.write(module, "new " + module);
        assertThat(checkout.run(words.split(" ")).out()).startsWith("new " + module + "\n");
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void changesOfAnotherProgramAreBuiltWhenThatRuns() throws Exception {
        checkout.write("server", "new server");
        assertThat(checkout.run("Get-IAMUser").out()).startsWith("old cmdlets\n");
        assertThat(checkout.run("policy", "decide").out()).startsWith("old policy-cli\n");
        assertThat(checkout.builds()).isOne();
        assertThat(checkout.run("version").out()).startsWith("new server\n");
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "Get-IAMUser", "policy decide"})
    void aSourceThatIsRemovedIsAChange(String words) throws Exception {
        for (String module : new String[] {"server", "cmdlets", "policy-cli"}) {
            Files.writeString(checkout.folder().resolve(module + "/src/main/More.java"), "more " + module + "\n");
        }
        checkout.run("build");
        for (String module : new String[] {"server", "cmdlets", "policy-cli"}) {
            Files.delete(checkout.folder().resolve(module + "/src/main/More.java"));
        }
        assertThat(checkout.run(words.split(" ")).out()).doesNotContain("more ");
        assertThat(checkout.builds()).isEqualTo(3);
    }

    @Test
    void anyModulesProjectFileIsPartOfEachProgram() throws Exception {
        Files.writeString(checkout.folder().resolve("server/pom.xml"), "<project/>");
        assertThat(checkout.run("Get-IAMUser").status()).isZero();
        assertThat(checkout.builds()).isEqualTo(2);
    }
}
