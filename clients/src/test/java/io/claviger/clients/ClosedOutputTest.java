package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that is full, closed, or no longer read: what is said, and the exit status. */
class ClosedOutputTest {

    private static final String UNWRITTEN = "claviger: standard output cannot be written\n";

    @TempDir
    private Path home = Path.of("");

    /** The first call of a program trains its start-up cache and says so; here every program has been called. */
    @BeforeAll
    static void callEveryProgram(@TempDir Path home) throws Exception {
        for (String words : List.of("version", "policy expand s3:GetObject", "Get-Command")) {
            Ended.of(
                    Commands.process(home, List.of("bash", "-c", "'" + Launcher.BUILT + "' " + words + " > first 2>&1"))
                            .directory(home.toFile())
                            .start());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "version, 1",
        "policy expand 's3:*', 2",
        "policy keys nosuchfile, 2",
        "Get-Command, 1",
        "\"1..9999\", 1",
        "help, 1",
    })
    void whatCannotBeWrittenFails(String words, int status) throws Exception {
        for (String where : List.of("> /dev/full", ">&-")) {
            String printed = bash("'" + Launcher.BUILT + "' " + words + " " + where);
            if (!words.contains("nosuchfile")) {
                assertThat(printed).isEqualTo(UNWRITTEN + status + "\n");
            }
            assertThat(printed).endsWith("\n" + status + "\n");
        }
    }

    /** 141 is what a shell says of a program that was ended since its reader had gone; 0 if it was quicker. */
    @ParameterizedTest
    @ValueSource(strings = {"policy expand '*'", "Get-Command", "\"while (1) { 'y' }\"", "'1..99999'"})
    void whatIsNoLongerReadEndsSilently(String words) throws Exception {
        assertThat(bash("'" + Launcher.BUILT + "' " + words + " | head -n 3 > /dev/null; echo ${PIPESTATUS[0]} >&2"))
                .isIn("141\n0\n", "0\n0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version 2>&-", "version <&-", "policy expand s3:GetObject <&- 2>&-", "\"'a'\" 2>&- <&-"})
    void otherStreamsMayBeClosed(String words) throws Exception {
        assertThat(bash("'" + Launcher.BUILT + "' " + words + " > out; [ -s out ]"))
                .isEqualTo("0\n");
    }

    /** What is said on standard error, and then the status. */
    private String bash(String line) throws Exception {
        ProcessBuilder builder = Commands.process(home, List.of("bash", "-c", line + "\necho $? >&2"));
        Path said = home.resolve("said");
        Ended.of(builder.directory(home.toFile()).redirectError(said.toFile()).start());
        return Files.readString(said);
    }
}
