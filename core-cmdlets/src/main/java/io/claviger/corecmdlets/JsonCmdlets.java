package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ConvertTo-Json and ConvertFrom-Json. */
final class JsonCmdlets {

    private JsonCmdlets() {}

    static Cmdlet convertTo() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("ConvertTo-Json", "Writes objects as JSON.")
                        .with(
                                Parameter.of("InputObject", ParameterType.OBJECT, "What is written.")
                                        .at(0)
                                        .byValue(),
                                Parameter.of(
                                        "Depth",
                                        ParameterType.INTEGER,
                                        "How many levels are written; 2 when not given."),
                                Parameter.flag("Compress", "Writes no blanks."),
                                Parameter.flag("AsArray", "Writes an array even of one object."),
                                Parameter.flag("EnumsAsStrings", "Has no effect: they are text anyway."))
                        .withExample("Get-IAMUserList | ConvertTo-Json")
                        .withOutput("System.String"),
                Writing::new);
    }

    static Cmdlet convertFrom() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("ConvertFrom-Json", "Makes objects of JSON.")
                        .with(
                                Parameter.of("InputObject", ParameterType.STRING, "The JSON.")
                                        .at(0)
                                        .required()
                                        .byValue(),
                                Parameter.flag("AsHashtable", "Makes hashtables instead of objects."),
                                Parameter.flag("NoEnumerate", "Writes an array as one object."),
                                Parameter.of("Depth", ParameterType.INTEGER, "How deep it may be; at most 200."))
                        .withExample("Get-Content policy.json -Raw | ConvertFrom-Json"),
                Reading::new);
    }

    private static final class Writing implements Cmdlet.Run {

        private final List<@Nullable Object> items = new ArrayList<>();

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            if (arguments.has(CoreDescriptions.INPUT)) {
                items.add(arguments.get(CoreDescriptions.INPUT));
            }
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            int depth = arguments.integer("Depth", 2);
            if (depth < 0 || depth > 100) {
                throw new TerminatingError(ErrorRecord.argument("Cannot validate argument on parameter 'Depth'. The "
                        + depth + " argument is not within the range of 0 to 100."));
            }
            if (items.isEmpty()) {
                return;
            }
            JsonWriter text = new JsonWriter(depth, arguments.flag("Compress"));
            boolean one = items.size() == 1 && !arguments.flag("AsArray");
            String json = text.write(one ? items.getFirst() : items);
            if (text.wasCut()) {
                context.writeWarning(
                        "Resulting JSON is truncated as serialization has exceeded the set depth of " + depth + ".");
            }
            context.write(json);
        }
    }

    private static final class Reading implements Cmdlet.Run {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void process(Arguments arguments, CmdletContext context) {
            arguments.text(CoreDescriptions.INPUT).ifPresent(lines::add);
        }

        @Override
        public void end(Arguments arguments, CmdletContext context) {
            if (lines.isEmpty()) {
                return;
            }
            @Nullable Object value = new JsonReader(arguments.flag("AsHashtable")).read(String.join("\n", lines));
            if (arguments.flag("NoEnumerate")) {
                context.write(value);
            } else {
                context.writeAll(value);
            }
        }
    }
}
