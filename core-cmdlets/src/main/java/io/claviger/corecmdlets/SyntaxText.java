package io.claviger.corecmdlets;

import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Parameter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A cmdlet's syntax in PowerShell's notation: {@code Get-X [[-Name] <string>] [-Force] [<CommonParameters>]}. */
final class SyntaxText {

    private static final Map<String, String> SHORT = Map.of(
            "System.String", "string",
            "System.Int32", "int",
            "System.Int64", "long",
            "System.Double", "double",
            "System.Boolean", "bool",
            "System.Byte[]", "byte[]",
            "System.DateTime", "datetime",
            "System.Object", "Object");

    private SyntaxText() {}

    /** One line for each parameter set. */
    static List<String> of(CmdletDescription description) {
        Set<String> sets = new LinkedHashSet<>();
        description
                .parameters()
                .forEach(parameter ->
                        sets.addAll(parameter.sets().stream().sorted().toList()));
        return sets.isEmpty()
                ? List.of(line(description, ""))
                : sets.stream().map(set -> line(description, set)).toList();
    }

    private static String line(CmdletDescription description, String set) {
        StringBuilder line = new StringBuilder(description.name());
        description.parameters().stream()
                .filter(one -> one.sets().isEmpty() || one.sets().contains(set))
                .sorted(Comparator.comparingInt(SyntaxText::rank))
                .forEach(one -> line.append(' ').append(parameter(one)));
        if (description.impact() != Impact.NONE) {
            line.append(" [-WhatIf] [-Confirm]");
        }
        return line.append(" [<CommonParameters>]").toString();
    }

    private static int rank(Parameter parameter) {
        return parameter.position() >= 0 ? parameter.position() : parameter.mandatory() ? 1_000 : 2_000;
    }

    private static String parameter(Parameter parameter) {
        if (parameter.type().isSwitch()) {
            return "[-" + parameter.name() + "]";
        }
        String name = parameter.position() >= 0 ? "[-" + parameter.name() + "]" : "-" + parameter.name();
        String whole = name + " <" + type(parameter) + ">";
        return parameter.mandatory() ? whole : "[" + whole + "]";
    }

    /** The short name of a parameter's type. */
    static String type(Parameter parameter) {
        String name = parameter.type().name();
        String plain = SHORT.getOrDefault(name, name.substring(name.lastIndexOf('.') + 1));
        return (plain.equals("ScriptBlock") || plain.equals("Hashtable") ? plain.toLowerCase(Locale.ROOT) : plain)
                + (parameter.type().array() ? "[]" : "");
    }
}
