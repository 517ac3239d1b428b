package io.claviger.powershell.shell;

import io.claviger.powershell.binding.GivenArgument;
import io.claviger.powershell.binding.GivenArgument.Source;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.language.Command.Argument;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a command with their values: written out, splatted, and from {@code $PSDefaultParameterValues}. */
final class GivenArguments {

    private final ExecutionContext execution;

    GivenArguments(ExecutionContext execution) {
        this.execution = execution;
    }

    /** Evaluates the arguments of a command line. */
    List<GivenArgument> of(List<Argument> arguments) {
        List<GivenArgument> given = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case Argument.Named named -> {
                    @Nullable Expression value = named.value();
                    given.add(new GivenArgument.Named(
                            named.name(),
                            value != null,
                            value == null ? null : execution.value(value),
                            named.written(),
                            Source.WRITTEN,
                            i));
                }
                case Argument.Plain plain ->
                    given.add(new GivenArgument.Value(execution.value(plain.value()), plain.written(), i));
                case Argument.Splatted splatted ->
                    splat(execution.engine().scope().get(splatted.variable()), given, i);
            }
        }
        return given;
    }

    private static void splat(@Nullable Object value, List<GivenArgument> given, int place) {
        switch (value) {
            case Hashtable table ->
                table.entries()
                        .forEach(entry -> given.add(new GivenArgument.Named(
                                Text.of(entry.key()), true, entry.value(), "", Source.SPLATTED, place)));
            // A text is a list of its characters.
            case String text ->
                text.codePoints()
                        .forEach(one -> given.add(new GivenArgument.Value(Character.toString(one), "", place)));
            case null, default ->
                Conversion.toList(value).forEach(one -> given.add(new GivenArgument.Value(one, "", place)));
        }
    }

    /** Adds what {@code $PSDefaultParameterValues} has for a command, with keys such as {@code '*-User*:Name'}. */
    void addDefaults(CmdletDescription command, List<GivenArgument> given) {
        if (!(execution.engine().scope().get("PSDefaultParameterValues") instanceof Hashtable defaults)
                || defaults.size() == 0
                || Conversion.isTrue(defaults.get("Disabled"))) {
            return;
        }
        int place = given.size();
        for (Hashtable.Entry entry : defaults.entries()) {
            String key = Text.of(entry.key());
            int colon = key.lastIndexOf(':');
            if (colon > 0 && Wildcard.matches(key.substring(0, colon).strip(), command.name())) {
                given.add(new GivenArgument.Named(
                        key.substring(colon + 1).strip(), true, value(entry.value()), "", Source.DEFAULT, place));
            }
        }
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (!(value instanceof ScriptBlock block)) {
            return value;
        }
        List<@Nullable Object> written = new ArrayList<>();
        block.invoke(null, List.of(), written::add);
        return Conversion.unwrapped(written);
    }
}
