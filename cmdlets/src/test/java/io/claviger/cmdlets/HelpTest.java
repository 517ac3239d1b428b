package io.claviger.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.cmdlets.aws.ServiceCmdlets;
import io.claviger.corecmdlets.CoreCmdlets;
import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.GivenArgument;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Command.Argument;
import io.claviger.powershell.language.Expression.Constant;
import io.claviger.powershell.language.Parsed;
import io.claviger.powershell.language.Parser;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.shell.Session;
import io.claviger.powershell.shell.StreamConsole;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.TerminatingError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Get-Help and Get-Command for every cmdlet of the services, and the examples that they show. */
class HelpTest {

    private static final CmdletSource SERVICES = new ServiceCmdlets();

    static Stream<String> names() {
        return SERVICES.names().stream();
    }

    static Stream<CmdletDescription> examples() {
        return Stream.of(SERVICES, CoreCmdlets.source())
                .flatMap(source -> source.names().stream().flatMap(name -> source.find(name).stream()))
                .map(Cmdlet::description);
    }

    private static String printed(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        StreamConsole console =
                new StreamConsole(120, new ByteArrayInputStream(new byte[0]), stream, stream, false, false, false);
        try (Session session = new Session(
                console,
                List.of(SERVICES, CoreCmdlets.source()),
                Map.of(),
                Path.of("."),
                Path.of("."),
                Clock.systemUTC())) {
            assertThat(session.run(line)).isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("names")
    void helpShowsWhatACmdletTakesAndAnExample(String name) {
        CmdletDescription description = SERVICES.find(name).orElseThrow().description();
        String help = printed("Get-Help " + name);
        assertThat(help)
                .contains("NAME\n    " + name + "\n", "SYNOPSIS", "SYNTAX\n    " + name, "EXAMPLE\n    PS > " + name);
        assertThat(help).containsPattern("SYNOPSIS\n    [A-Z][^\n]+\\. \\((iam|sts):[A-Za-z]+\\)\n");
        assertThat(help).containsPattern("OUTPUTS\n    (None|Amazon\\.|System\\.)");
        for (Parameter parameter : description.parameters()) {
            assertThat(help).contains("    -" + parameter.name());
            assertThat(parameter.help().text()).endsWith(".");
        }
        assertThat(printed("Get-Command " + name + " -Syntax")).startsWith(name).contains("[-Select <string>]");
        assertThat(printed("Get-Command " + name)).contains(name).contains("AWS.Tools.");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleParsesAndItsCommandsBind(CmdletDescription description) {
        assertThat(description.example().text()).as(description.name()).isNotBlank();
        assertThat(Parser.parse(new Source("", description.example().text())))
                .isInstanceOfSatisfying(Parsed.Script.class, script -> {
                    assertThat(script.body().end()).isNotNull();
                    script.body().end().statements().forEach(HelpTest::bind);
                });
    }

    @ParameterizedTest
    @MethodSource("names")
    void anExampleGivesValuesThatAPersonCanType(String name) {
        String example =
                SERVICES.find(name).orElseThrow().description().example().text().replaceAll("\\$(true|false)\\b", "");
        assertThat(example).doesNotContain("$");
    }

    private static void bind(Statement statement) {
        if (statement instanceof Statement.Assignment assignment) {
            bind(assignment.value());
        }
        if (statement instanceof Statement.Pipeline pipeline) {
            int place = 0;
            for (Command element : pipeline.elements()) {
                if (element instanceof Command.Call call) {
                    bind(call, place > 0);
                }
                place++;
            }
        }
    }

    private static void bind(Command.Call call, boolean hasInput) {
        assertThat(call.name()).isInstanceOf(Constant.class);
        String name = ((Constant) call.name()).value().toString();
        CmdletDescription description = Stream.of(SERVICES, CoreCmdlets.source())
                .flatMap(source -> Stream.concat(
                        source.find(name).stream(),
                        Stream.ofNullable(source.aliases().get(name)).flatMap(meant -> source.find(meant).stream())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cmdlet " + name))
                .description();
        List<GivenArgument> given = new ArrayList<>();
        Parameter open = null;
        for (Argument argument : call.arguments()) {
            switch (argument) {
                case Argument.Named named -> {
                    open = Binder.named(description.parameters(), named.name());
                    given.add(new GivenArgument.Named(named.name(), false, null, ""));
                }
                case Argument.Plain plain -> {
                    given.add(new GivenArgument.Value(
                            plain.value() instanceof Constant constant
                                    ? constant.value()
                                    : open == null ? "x" : sample(open),
                            ""));
                    open = null;
                }
                case Argument.Splatted splatted -> throw new AssertionError("splatted " + splatted.variable());
            }
        }
        assertThat(Binder.bind(description, given, hasInput, Binder.Asking.NOBODY)
                        .arguments()
                        .names())
                .hasSizeGreaterThanOrEqualTo(given.isEmpty() ? 0 : 1);
    }

    /** A value that the parameter takes. */
    private static Object sample(Parameter parameter) {
        for (Object value : new Object[] {"7", 7, true, new Hashtable(), "2026-01-01"}) {
            if (isTaken(parameter, value)) {
                return value;
            }
        }
        throw new AssertionError("no value for " + parameter.name());
    }

    private static boolean isTaken(Parameter parameter, Object value) {
        try {
            parameter.type().convert(value);
            return true;
        } catch (TerminatingError _) {
            return false;
        }
    }
}
