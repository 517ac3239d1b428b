package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./claviger test} prints last. */
class TestReportsTest {

    @TempDir
    private Path checkout = Path.of("");

    @Test
    void countsTheTestsOfAllModules() throws IOException {
        report("one", "A", "<testsuite name=\"A\" tests=\"5\" errors=\"1\" skipped=\"0\" failures=\"1\"/>");
        report("two", "B", "<testsuite name=\"B\" tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"0\"/>");

        assertThat(summary()).isEqualTo("6 passed, 2 failed, 0 skipped\n");
    }

    @Test
    void saysWhyATestWasSkipped() throws IOException {
        report("one", "A", """
                <testsuite name="A" tests="5" errors="0" skipped="5" failures="0">
                  <testcase name="disabled" classname="io.A" time="0"><skipped message="not on &quot;Windows&quot;, &amp; so"/></testcase>
                  <testcase name="aborted" classname="io.A" time="0.1">
                    <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: NOT TESTED: no "tmux"
                    here, 1 < 2
                \tat org.junit.Assumptions.abort(Assumptions.java:1)
                \tat io.A.aborted(A.java:2)
                ]]></skipped>
                  </testcase>
                  <testcase name="says &quot;hello&quot;" classname="io.A"><skipped message="Assumption failed: line one&#10;line two"/></testcase>
                  <testcase name="both" classname="io.A"><skipped message="NOT TESTED: no tmux" type="org.opentest4j.TestAbortedException">org.opentest4j.TestAbortedException: NOT TESTED: no tmux
                \tat io.A.both(A.java:3)</skipped></testcase>
                  <testcase name="silent" classname="io.A"><skipped/></testcase>
                </testsuite>
                """);

        assertThat(summary()).isEqualTo("""
                SKIPPED io.A.disabled: not on "Windows", & so
                SKIPPED io.A.aborted: NOT TESTED: no "tmux" here, 1 < 2
                SKIPPED io.A.says "hello": Assumption failed: line one line two
                SKIPPED io.A.both: NOT TESTED: no tmux
                SKIPPED io.A.silent: no reason given
                0 passed, 0 failed, 5 skipped
                """);
    }

    @Test
    void takesNothingFromWhatATestPrinted() throws IOException {
        report("one", "A", """
                <testsuite name="A" tests="1" errors="0" skipped="0" failures="0">
                  <testcase name="a" classname="io.A"><system-out><![CDATA[<testsuite tests="9"><skipped/>]]></system-out></testcase>
                </testsuite>
                """);

        assertThat(summary()).isEqualTo("1 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void countsNothingWhenNoTestRan() throws IOException {
        Files.createDirectories(checkout.resolve("one/target"));

        assertThat(summary()).isEqualTo("0 passed, 0 failed, 0 skipped\n");
    }

    private void report(String module, String name, String content) throws IOException {
        Path reports = Files.createDirectories(checkout.resolve(module).resolve("target/surefire-reports"));
        Files.writeString(
                reports.resolve("TEST-" + name + ".xml"), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + content);
    }

    private String summary() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        TestReports.sumUp(checkout, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }
}
