package io.claviger.cmdlets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.corecmdlets.CoreCmdlets;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import io.claviger.powershell.value.ShellObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/** Whatever a service may answer is printed, in every form, and nothing of it is lost. */
class ResponseObjectsTest {

    private static final List<String> FORMS = List.of(
            "Get-Answer",
            "Get-Answer | Format-List *",
            "Get-Answer | Format-Table *",
            "Get-Answer | ConvertTo-Csv",
            "Get-Answer | Out-String",
            "Get-Answer | Sort-Object { $_ } | Select-Object *");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    static Stream<ServiceOperation> operations() {
        return OperationTable.get().all().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noMemberOfAnAnswerIsLost(ServiceOperation operation) {
        FilledAnswer answer = new FilledAnswer(count -> "value-" + count + "-");
        run(operation, answer, "Get-Answer | ConvertTo-Json -Depth 20");
        assertThat(answer.texts()).allSatisfy(text -> assertThat(text(out)).contains(text));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anAnswerWithEveryMemberIsPrintedInEveryForm(ServiceOperation operation) {
        for (String form : FORMS) {
            run(operation, new FilledAnswer(count -> "value-" + count + "-"), form);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anAnswerWithoutAnyMemberIsPrinted(ServiceOperation operation) {
        SdkPojo empty = (SdkPojo) ((Buildable) OperationMethod.of(operation).response()).build();
        run(operation, ResponseObjects.response(operation.service(), operation.name(), empty), FORMS);
    }

    /** Line ends, tabs, escapes, wide characters, lone surrogates, nothing at all. */
    @ParameterizedTest
    @MethodSource("operations")
    void anAnswerWithAnyTextIsPrinted(ServiceOperation operation) {
        Random random = new Random(operation.name().hashCode());
        FilledAnswer answer = new FilledAnswer(_ -> random.ints(random.nextInt(40), 0, 0x3100)
                .mapToObj(one -> String.valueOf((char) (random.nextInt(20) == 0 ? 0xD800 : one)))
                .reduce("", String::concat));
        FORMS.forEach(form -> run(operation, answer, form));
        assertThat(text(out)).doesNotContain("\u001b");
    }

    private void run(ServiceOperation operation, FilledAnswer answer, String line) {
        run(
                operation,
                ResponseObjects.response(operation.service(), operation.name(), answer.of(operation)),
                List.of(line));
    }

    private void run(ServiceOperation operation, ShellObject written, List<String> lines) {
        out.reset();
        err.reset();
        Cmdlet cmdlet = Cmdlet.of(
                CmdletDescription.of("Get-Answer", "", "Writes an answer."),
                (arguments, context) -> context.write(written));
        try (Session session = new Session(
                new StreamConsole(
                        100,
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false,
                        false),
                List.of(new CmdletList(List.of(cmdlet)), CoreCmdlets.source()),
                Map.of(),
                Path.of("."),
                Path.of("."),
                Clock.systemUTC())) {
            for (String line : lines) {
                assertThat(session.run(line))
                        .as("%s: %s", operation.name(), line)
                        .isZero();
                assertThat(text(err)).as("%s: %s", operation.name(), line).isEmpty();
            }
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
