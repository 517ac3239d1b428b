package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Comparison;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/compare-object">Compare-Object</a>:
 * what one list has and another one lacks, in any order.
 */
final class CompareObject implements Cmdlet.Run {

    private static final String REFERENCE = "ReferenceObject";
    private static final String DIFFERENCE = "DifferenceObject";

    private final List<@Nullable Object> piped = new ArrayList<>();

    static Cmdlet cmdlet() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Compare-Object", "What one list of objects has and another one lacks.")
                        .withAliases("compare", "diff")
                        .with(
                                Parameter.of(REFERENCE, ParameterType.OBJECT.many(), "The objects to compare with.")
                                        .at(0)
                                        .required(),
                                Parameter.of(DIFFERENCE, ParameterType.OBJECT.many(), "The other objects.")
                                        .at(1)
                                        .required()
                                        .byValue(),
                                Parameter.of("Property", ParameterType.OBJECT.many(), "Properties to compare by.")
                                        .at(2),
                                Parameter.flag("IncludeEqual", "Also writes what both have."),
                                Parameter.flag("ExcludeDifferent", "Writes nothing but what both have."),
                                Parameter.flag("PassThru", "Writes the objects themselves."),
                                Parameter.flag("CaseSensitive", "Regards case."),
                                Parameter.of("SyncWindow", ParameterType.INTEGER, "Has no effect: the order is free."))
                        .withExample("Compare-Object $wanted $there -Property UserName"),
                CompareObject::new);
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        for (String parameter : List.of(REFERENCE, DIFFERENCE)) {
            if (arguments.get(parameter) == null) {
                throw new TerminatingError(ErrorRecord.of(
                        ErrorCategory.INVALID_DATA,
                        "ParameterArgumentValidationErrorNullNotAllowed",
                        "System.Management.Automation.ParameterBindingValidationException",
                        "Cannot bind argument to parameter '" + parameter + "' because it is null."));
            }
        }
        piped.addAll(arguments.items(DIFFERENCE));
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        List<@Nullable Object> left = new ArrayList<>(arguments.items(REFERENCE));
        List<@Nullable Object> right = new ArrayList<>();
        boolean equal = arguments.flag("IncludeEqual") || arguments.flag("ExcludeDifferent");
        for (Object item : piped) {
            int place = place(left, item, arguments);
            if (place < 0) {
                right.add(item);
                continue;
            }
            Object same = left.remove(place);
            if (equal) {
                write(same, "==", arguments, context);
            }
        }
        if (!arguments.flag("ExcludeDifferent")) {
            right.forEach(item -> write(item, "=>", arguments, context));
            left.forEach(item -> write(item, "<=", arguments, context));
        }
    }

    private static int place(List<@Nullable Object> items, @Nullable Object wanted, Arguments arguments) {
        List<@Nullable Object> key = key(wanted, arguments);
        for (int i = 0; i < items.size(); i++) {
            if (Comparison.equal(key(items.get(i), arguments), key, arguments.flag("CaseSensitive"))) {
                return i;
            }
        }
        return -1;
    }

    private static List<@Nullable Object> key(@Nullable Object item, Arguments arguments) {
        List<@Nullable Object> key = new ArrayList<>();
        if (arguments.has("Property")) {
            new SelectedProperties(arguments.items("Property")).of(item).forEach(one -> key.add(one.value()));
        } else {
            key.add(item instanceof ShellObject ? Text.of(item) : item);
        }
        return key;
    }

    private static void write(@Nullable Object item, String side, Arguments arguments, CmdletContext context) {
        if (arguments.flag("PassThru")) {
            context.write(item);
            return;
        }
        ShellObject made = new ShellObject(ObjectType.CUSTOM);
        if (arguments.has("Property")) {
            new SelectedProperties(arguments.items("Property"))
                    .of(item)
                    .forEach(one -> made.with(one.label(), one.value()));
        } else {
            made.with("InputObject", item);
        }
        context.write(made.with("SideIndicator", side));
    }
}
