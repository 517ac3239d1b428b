package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.operator.Operators;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ScriptBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where-Object, with a script block or as {@code Where-Object Status -eq Inactive}. */
final class WhereObject {

    private static final List<String> OPERATORS = List.of(
            "EQ",
            "NE",
            "GT",
            "GE",
            "LT",
            "LE",
            "Like",
            "NotLike",
            "Match",
            "NotMatch",
            "Contains",
            "NotContains",
            "In",
            "NotIn",
            "CEQ",
            "CNE",
            "CGT",
            "CGE",
            "CLT",
            "CLE",
            "CLike",
            "CNotLike",
            "CMatch",
            "CNotMatch",
            "CContains",
            "CNotContains",
            "CIn",
            "CNotIn",
            "Is",
            "IsNot");

    private WhereObject() {}

    static Cmdlet cmdlet() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.of("FilterScript", ParameterType.SCRIPT_BLOCK, "Keeps what it is true for.")
                .at(0)
                .required()
                .in("Script"));
        parameters.add(Parameter.of("Property", ParameterType.STRING, "The property that is compared.")
                .at(0)
                .required()
                .in("Property"));
        parameters.add(Parameter.of("Value", ParameterType.OBJECT, "What it is compared with.")
                .at(1)
                .in("Property"));
        for (String operator : OPERATORS) {
            parameters.add(Parameter.flag(operator, "Compares with -" + operator.toLowerCase(Locale.ROOT) + ".")
                    .in("Property"));
        }
        parameters.add(Parameter.flag("Not", "Keeps what has no such property, or a false one.")
                .in("Property"));
        parameters.add(CoreDescriptions.input());
        CmdletDescription description = CoreDescriptions.core(
                        "Where-Object", "Keeps the objects that a condition is true for.")
                .withAliases("where", "?")
                .withParameters(parameters)
                .withExample("Get-IAMAccessKey -UserName alice | Where-Object Status -eq Inactive");
        return Cmdlet.of(description, WhereObject::filter);
    }

    private static void filter(Arguments arguments, CmdletContext context) {
        if (!arguments.has(CoreDescriptions.INPUT)) {
            return;
        }
        @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
        Optional<ScriptBlock> block = arguments.typed("FilterScript", ScriptBlock.class);
        boolean keeps = block.isPresent() ? holds(block.get(), item) : compare(arguments, item);
        if (keeps) {
            context.write(item);
        }
    }

    private static boolean holds(ScriptBlock block, @Nullable Object item) {
        List<@Nullable Object> written = new ArrayList<>();
        block.invokeInPlace(item, written::add);
        return Conversion.isTrue(written.size() == 1 ? written.getFirst() : written);
    }

    private static boolean compare(Arguments arguments, @Nullable Object item) {
        @Nullable Object value = Members.get(item, arguments.text("Property").orElse(""));
        Optional<String> operator = OPERATORS.stream().filter(arguments::flag).findFirst();
        if (operator.isEmpty()) {
            return arguments.has("Value")
                    ? Conversion.isTrue(Operators.apply("eq", value, arguments.get("Value"), matches -> {}))
                    : Conversion.isTrue(value) != arguments.flag("Not");
        }
        return Conversion.isTrue(
                Operators.apply(operator.get().toLowerCase(Locale.ROOT), value, arguments.get("Value"), matches -> {}));
    }
}
