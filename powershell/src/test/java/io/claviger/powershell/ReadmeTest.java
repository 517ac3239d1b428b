package io.claviger.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.shell.Console;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README shows and says of this module. */
class ReadmeTest {

    @TempDir
    private Path folder;

    private static int example() {
        // example
        Cmdlet greeting = Cmdlet.of(
                CmdletDescription.of("Get-Greeting", "Example", "Greets people.")
                        .with(Parameter.of("Name", ParameterType.STRING, "Whom to greet.")
                                .at(0)
                                .required()
                                .byValue()),
                (arguments, context) ->
                        context.write("Hello, " + arguments.text("Name").orElse("") + "!"));

        Console console = new StreamConsole(80, System.in, System.out, System.err, false, true, false);
        try (Session session = new Session(
                console,
                List.of(new CmdletList(List.of(greeting))),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home")),
                Clock.system(ZoneId.systemDefault()))) {
            int exitCode = session.run("foreach ($name in 'bob', 'alice') { Get-Greeting $name }");
            // end
            return exitCode;
        }
    }

    @Test
    void theExampleGreets() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream out = System.out;
        int exitCode;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            exitCode = example();
        } finally {
            System.setOut(out);
        }
        assertThat(exitCode).isZero();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("Hello, bob!\nHello, alice!\n");
    }

    @Test
    void theReadmeShowsThisVeryCode() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/claviger/powershell/ReadmeTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("            // end\n"));

        assertThat(withoutLayout(Files.readString(Path.of("README.md")))).contains(withoutLayout(example));
    }

    private static String withoutLayout(String code) {
        return code.replaceAll("\\s+", "");
    }

    private String run(String line) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        Console console = new StreamConsole(80, new ByteArrayInputStream(new byte[0]), out, out, false, true, false);
        try (Session session =
                new Session(console, List.of(new CmdletList(List.of())), Map.of(), folder, folder, Clock.systemUTC())) {
            session.run(line);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "class A { }~Classes are not supported.",
                "enum A { B }~Enumerations ('enum') are not supported.",
                "using namespace System~The using statement is not supported.",
                "trap { 1 }~The trap statement is not supported",
                "Get-It &~Background jobs ('&') are not supported.",
                ". ./other.ps1~Programs and scripts (./other.ps1) are not run from here.",
                "5 -band 3~The operator '-band' is not supported.",
                "[System.Collections.Generic.Dictionary[string, int]]::new()~supported, except lists.",
                "[System.IO.File]::ReadAllText('x')~[System.IO.File]::ReadAllText() is not supported.",
            })
    void whatItRefusesIsNamed(String line, String message) {
        assertThat(run(line)).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "switch (2) { 1 { 'one' } 2 { 'two' } }~two",
                "'off' > $null; 'on'~on",
                "[System.Collections.Generic.List[int]]::new().Count~0",
            })
    void whatItDoesNotRefuseRuns(String line, String printed) {
        assertThat(run(line)).isEqualTo(printed + "\n");
    }
}
