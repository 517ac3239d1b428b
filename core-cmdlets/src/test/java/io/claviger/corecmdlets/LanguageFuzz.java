package io.claviger.corecmdlets;

import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.binding.CommonParameters;
import io.claviger.powershell.binding.GivenArgument;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.golden.SampleCmdlets;
import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Command.Argument;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Parsed;
import io.claviger.powershell.language.Parser;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every text has an answer, every command line a binding or a sentence, every script an end when it is stopped, and nothing
 * throws. The first byte says what the others are: choices of arguments for one of the cmdlets (0 to 3), choices of pieces
 * of a script that is run (4 to 7), or a text that is parsed and whose commands' arguments are bound. An entry point for
 * Jazzer.
 */
public final class LanguageFuzz {

    private static final LanguageFuzz OWN = new LanguageFuzz(SampleCmdlets.source(), CoreCmdlets.source());

    private static final List<@Nullable Object> VALUES = Arrays.asList(
            null,
            "",
            "x",
            "007",
            "Active",
            "a".repeat(5_000),
            0,
            -1,
            Integer.MAX_VALUE,
            1L << 40,
            1.5,
            Double.NaN,
            true,
            false,
            List.of(),
            List.of("a", "b"),
            List.of(List.of(1), 2),
            new byte[] {1, 2},
            Moment.utc(OffsetDateTime.parse("2019-09-04T12:46:18Z")),
            new Hashtable(),
            Hashtable.of(Map.of("Key", "team", "Value", "blue")),
            new ShellObject(ObjectType.CUSTOM),
            new ShellObject(ObjectType.CUSTOM).with("UserName", "alice").with("AccessKeyId", List.of("a", "b")));

    private final List<CmdletDescription> cmdlets;

    /** A target whose command lines are of these cmdlets. */
    public LanguageFuzz(CmdletSource... sources) {
        cmdlets = Stream.of(sources)
                .flatMap(LanguageFuzz::all)
                .map(Cmdlet::description)
                .toList();
    }

    private static Stream<Cmdlet> all(CmdletSource source) {
        return source.names().stream().flatMap(name -> source.find(name).stream());
    }

    /** Runs one input on the cmdlets of this module. */
    public static void fuzzerTestOneInput(byte[] input) {
        OWN.run(input);
    }

    /** Runs one input. */
    public void run(byte[] input) {
        int kind = input.length == 0 ? 255 : Byte.toUnsignedInt(input[0]);
        if (kind < 4) {
            arguments(new Choices(input, 1));
        } else if (kind < 8) {
            ScriptFuzz.run(new Choices(input, 1));
        } else {
            text(new String(input, StandardCharsets.UTF_8));
        }
    }

    private void text(String text) {
        switch (Parser.parse(new Source("", text))) {
            case Parsed.Script script -> {
                Statement.Block end = script.body().end();
                if (end != null) {
                    end.statements().forEach(this::bind);
                }
            }
            case Parsed.Incomplete incomplete ->
                check(text, incomplete.message(), incomplete.place().start());
            case Parsed.Wrong wrong ->
                check(text, wrong.message(), wrong.place().start());
        }
    }

    private static void check(String text, String message, int offset) {
        if (message.isBlank() || offset < 0 || offset > text.length()) {
            throw new AssertionError("no answer: " + message + " at " + offset);
        }
    }

    private void arguments(Choices choices) {
        CmdletDescription description = choices.of(cmdlets);
        List<Parameter> parameters = new ArrayList<>(description.parameters());
        parameters.addAll(CommonParameters.of(description.impact()));
        List<GivenArgument> given = new ArrayList<>();
        while (choices.more() && given.size() < 24) {
            @Nullable Object value = choices.of(VALUES);
            String written = value instanceof Integer && choices.flag() ? "007" : "";
            String name = choices.of(parameters).name();
            given.add(
                    switch (choices.under(4)) {
                        case 0 -> new GivenArgument.Value(value, written, 0);
                        case 1 -> new GivenArgument.Named(name, false, null, "", GivenArgument.Source.WRITTEN, 0);
                        case 2 -> new GivenArgument.Named(name, true, value, written, GivenArgument.Source.WRITTEN, 0);
                        default ->
                            new GivenArgument.Named(
                                    name.substring(0, choices.under(name.length() + 1)),
                                    choices.flag(),
                                    value,
                                    written,
                                    choices.of(List.of(GivenArgument.Source.values())),
                                    0);
                    });
        }
        bind(description, given, choices.flag(), choices);
    }

    private static void bind(
            CmdletDescription description, List<GivenArgument> given, boolean expectsInput, Choices choices) {
        try {
            Binding binding = Binder.bind(description, given, expectsInput, missing -> answers(missing, choices));
            for (Object value : VALUES) {
                input(binding, value);
            }
        } catch (TerminatingError error) {
            sentence(error);
        }
    }

    private static Map<String, @Nullable Object> answers(List<Parameter> missing, Choices choices) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        if (choices.flag()) {
            missing.forEach(one -> answers.put(one.name(), choices.of(VALUES)));
        }
        return answers;
    }

    private static void input(Binding binding, @Nullable Object value) {
        try {
            binding.with(value);
        } catch (TerminatingError error) {
            sentence(error);
        }
    }

    private static void sentence(TerminatingError error) {
        if (error.error().message().isBlank()) {
            throw new AssertionError("no sentence");
        }
    }

    private void bind(Statement statement) {
        if (statement instanceof Statement.Pipeline pipeline) {
            for (Command element : pipeline.elements()) {
                if (element instanceof Command.Call call) {
                    bind(call);
                }
            }
        }
    }

    private void bind(Command.Call call) {
        String name = String.valueOf(value(call.name()));
        CmdletDescription description = cmdlets.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> cmdlets.get(Math.floorMod(name.hashCode(), cmdlets.size())));
        List<GivenArgument> given = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            given.add(
                    switch (argument) {
                        case Argument.Named named -> {
                            Expression value = named.value();
                            yield new GivenArgument.Named(
                                    named.name(),
                                    value != null,
                                    value == null ? null : value(value),
                                    named.written(),
                                    GivenArgument.Source.WRITTEN,
                                    0);
                        }
                        case Argument.Plain plain -> new GivenArgument.Value(value(plain.value()), plain.written(), 0);
                        case Argument.Splatted splatted -> new GivenArgument.Value(splatted.variable(), "", 0);
                    });
        }
        bind(description, given, given.size() % 2 == 0, new Choices(new byte[0], 0));
    }

    private static @Nullable Object value(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant.value();
            case Expression.Items items -> {
                List<@Nullable Object> values = new ArrayList<>();
                items.items().forEach(item -> values.add(value(item)));
                yield values;
            }
            case Expression.Table _ -> new Hashtable();
            case Expression.Interpolated _ -> "text";
            default -> null;
        };
    }
}
