package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Comparison;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measure-Object, which counts objects, and sums up numbers or text. */
final class MeasureObject implements Cmdlet.Run {

    private static final ObjectType GENERIC = ObjectType.named("Microsoft.PowerShell.Commands.GenericMeasureInfo");

    private static final String NUMBERS = "GenericMeasure";
    private static final String TEXT = "TextMeasure";

    private final Map<String, List<Object>> values = new LinkedHashMap<>();

    static Cmdlet cmdlet() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Measure-Object", "Counts objects and sums up their properties.")
                        .withAliases("measure")
                        .with(
                                Parameter.of("Property", ParameterType.STRING.many(), "The properties to measure.")
                                        .at(0),
                                Parameter.flag("Sum", "Their sum.").in(NUMBERS),
                                Parameter.flag("Average", "Their mean.").in(NUMBERS),
                                Parameter.flag("Maximum", "The greatest.").in(NUMBERS),
                                Parameter.flag("Minimum", "The least.").in(NUMBERS),
                                Parameter.flag("StandardDeviation", "How far they are spread.")
                                        .in(NUMBERS),
                                Parameter.flag("AllStats", "All of these.").in(NUMBERS),
                                Parameter.flag("Line", "How many lines the texts have; empty ones are not counted.")
                                        .in(TEXT),
                                Parameter.flag("Word", "How many words they have.")
                                        .in(TEXT),
                                Parameter.flag("Character", "How many characters they have.")
                                        .in(TEXT),
                                Parameter.flag("IgnoreWhiteSpace", "Leaves white space out of the characters.")
                                        .in(TEXT),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | Measure-Object"),
                MeasureObject::new);
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
        if (item == null) {
            return;
        }
        if (!arguments.has("Property")) {
            values.computeIfAbsent("", missing -> new ArrayList<>()).add(item);
            return;
        }
        for (String name : arguments.texts("Property")) {
            List<Object> found = values.computeIfAbsent(name, missing -> new ArrayList<>());
            Object value = Members.get(item, name);
            if (value != null) {
                found.add(value);
            }
        }
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        if (values.isEmpty() && !arguments.has("Property")) {
            values.put("", List.of());
        }
        for (Map.Entry<String, List<Object>> measured : values.entrySet()) {
            try {
                context.write(
                        arguments.parameterSet().equals(TEXT)
                                ? TextMeasures.measure(arguments, measured.getKey(), measured.getValue())
                                : measure(arguments, measured.getKey(), measured.getValue()));
            } catch (TerminatingError error) {
                context.writeError(ErrorRecord.of(
                        ErrorCategory.INVALID_TYPE,
                        "NonNumericInputObject",
                        "System.Management.Automation.PSInvalidCastException",
                        error.error().message()));
            }
        }
    }

    private static ShellObject measure(Arguments arguments, String property, List<Object> values) {
        boolean all = arguments.flag("AllStats");
        boolean sums = all || arguments.flag("Sum") || arguments.flag("Average") || arguments.flag("StandardDeviation");
        double[] numbers =
                sums ? values.stream().mapToDouble(MeasureObject::number).toArray() : new double[0];
        double sum = java.util.Arrays.stream(numbers).sum();
        double mean = numbers.length == 0 ? 0 : sum / numbers.length;
        double squares = java.util.Arrays.stream(numbers)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        Comparator<Object> order = (left, right) -> Comparison.order(left, right, false);
        boolean some = !values.isEmpty();
        boolean average = some && (all || arguments.flag("Average"));
        boolean spread = numbers.length > 1 && (all || arguments.flag("StandardDeviation"));
        return new ShellObject(GENERIC)
                .with("Count", values.size())
                .with("Average", average ? (Object) mean : null)
                .with("Sum", all || arguments.flag("Sum") ? (Object) sum : null)
                .with(
                        "Maximum",
                        some && (all || arguments.flag("Maximum"))
                                ? values.stream().max(order).get()
                                : null)
                .with(
                        "Minimum",
                        some && (all || arguments.flag("Minimum"))
                                ? values.stream().min(order).get()
                                : null)
                .with("StandardDeviation", spread ? (Object) Math.sqrt(squares / (numbers.length - 1)) : null)
                .with("Property", property.isEmpty() ? null : property);
    }

    private static double number(Object value) {
        try {
            return Conversion.toDouble(value);
        } catch (TerminatingError _) {
            throw CoreDescriptions.problem(
                    ErrorCategory.INVALID_TYPE,
                    "NonNumericInputObject",
                    "Input object \"" + Text.of(value) + "\" is not numeric.");
        }
    }
}
