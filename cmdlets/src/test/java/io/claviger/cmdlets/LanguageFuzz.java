package io.claviger.cmdlets;

import io.claviger.cmdlets.binding.Binder;
import io.claviger.cmdlets.binding.Binding;
import io.claviger.cmdlets.binding.Given;
import io.claviger.cmdlets.command.Cmdlet;
import io.claviger.cmdlets.command.CmdletDescription;
import io.claviger.cmdlets.command.CmdletSource;
import io.claviger.cmdlets.core.CoreCmdlets;
import io.claviger.cmdlets.language.Command;
import io.claviger.cmdlets.language.Command.Argument;
import io.claviger.cmdlets.language.Expression;
import io.claviger.cmdlets.language.Parsed;
import io.claviger.cmdlets.language.Parser;
import io.claviger.cmdlets.language.Source;
import io.claviger.cmdlets.language.Statement;
import io.claviger.cmdlets.value.Hashtable;
import io.claviger.cmdlets.value.TerminatingError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parses arbitrary bytes and binds the arguments of the commands in them: every text has an answer, every command line a
 * binding or a sentence, and nothing throws. An entry point for Jazzer.
 */
public final class LanguageFuzz {

    private static final List<CmdletDescription> CMDLETS = Stream.of(SampleCmdlets.source(), CoreCmdlets.source())
            .flatMap(LanguageFuzz::all)
            .map(Cmdlet::description)
            .toList();

    private LanguageFuzz() {}

    private static Stream<Cmdlet> all(CmdletSource source) {
        return source.names().stream().flatMap(name -> source.find(name).stream());
    }

    /** Runs one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        switch (Parser.parse(new Source("", text))) {
            case Parsed.Script script -> {
                Statement.Block end = script.body().end();
                if (end != null) {
                    end.statements().forEach(LanguageFuzz::bind);
                }
            }
            case Parsed.Incomplete incomplete -> check(text, incomplete.message(), incomplete.offset());
            case Parsed.Wrong wrong -> check(text, wrong.message(), wrong.offset());
        }
    }

    private static void check(String text, String message, int offset) {
        if (message.isBlank() || offset < 0 || offset > text.length()) {
            throw new AssertionError("no answer: " + message + " at " + offset);
        }
    }

    private static void bind(Statement statement) {
        if (statement instanceof Statement.Pipeline pipeline) {
            for (Command element : pipeline.elements()) {
                if (element instanceof Command.Call call) {
                    bind(call);
                }
            }
        }
    }

    private static void bind(Command.Call call) {
        String name = String.valueOf(value(call.name()));
        CmdletDescription description = CMDLETS.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> CMDLETS.get(Math.floorMod(name.hashCode(), CMDLETS.size())));
        List<Given> given = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            given.add(
                    switch (argument) {
                        case Argument.Named named -> {
                            Expression value = named.value();
                            yield new Given.Named(
                                    named.name(), value != null, value == null ? null : value(value), named.written());
                        }
                        case Argument.Plain plain -> new Given.Value(value(plain.value()), plain.written());
                        case Argument.Splatted splatted -> new Given.Value(splatted.variable(), "");
                    });
        }
        try {
            Binding binding = Binder.bind(description, given, given.size() % 2 == 0, Binder.Asking.NOBODY);
            binding.with(given.isEmpty() ? null : given.size());
        } catch (TerminatingError error) {
            if (error.error().message().isBlank()) {
                throw new AssertionError("no sentence");
            }
        }
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
