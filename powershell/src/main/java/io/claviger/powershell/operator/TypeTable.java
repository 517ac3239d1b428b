package io.claviger.powershell.operator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types that scripts name, by their short names and by their full ones. */
final class TypeTable {

    private static final String LIST = "System.Collections.Generic.List";

    private static final Map<String, String> FULL_NAMES = Map.ofEntries(
            Map.entry("string", "System.String"),
            Map.entry("char", "System.Char"),
            Map.entry("byte", "System.Byte"),
            Map.entry("sbyte", "System.SByte"),
            Map.entry("short", "System.Int16"),
            Map.entry("int16", "System.Int16"),
            Map.entry("ushort", "System.UInt16"),
            Map.entry("uint16", "System.UInt16"),
            Map.entry("int", "System.Int32"),
            Map.entry("int32", "System.Int32"),
            Map.entry("uint", "System.UInt32"),
            Map.entry("uint32", "System.UInt32"),
            Map.entry("long", "System.Int64"),
            Map.entry("int64", "System.Int64"),
            Map.entry("ulong", "System.UInt64"),
            Map.entry("uint64", "System.UInt64"),
            Map.entry("double", "System.Double"),
            Map.entry("float", "System.Double"),
            Map.entry("single", "System.Double"),
            Map.entry("decimal", "System.Decimal"),
            Map.entry("bool", "System.Boolean"),
            Map.entry("boolean", "System.Boolean"),
            Map.entry("switch", "System.Management.Automation.SwitchParameter"),
            Map.entry("datetime", "System.DateTime"),
            Map.entry("timespan", "System.TimeSpan"),
            Map.entry("guid", "System.Guid"),
            Map.entry("version", "System.Version"),
            Map.entry("regex", RegexObjects.TYPE),
            Map.entry("text.regularexpressions.regex", RegexObjects.TYPE),
            Map.entry("cultureinfo", Cultures.TYPE),
            Map.entry("object", "System.Object"),
            Map.entry("psobject", "System.Object"),
            Map.entry("array", "System.Object[]"),
            Map.entry("hashtable", "System.Collections.Hashtable"),
            Map.entry("ordered", "System.Collections.Specialized.OrderedDictionary"),
            Map.entry("collections.specialized.ordereddictionary", "System.Collections.Specialized.OrderedDictionary"),
            Map.entry("collections.arraylist", "System.Collections.ArrayList"),
            Map.entry("collections.idictionary", "System.Collections.IDictionary"),
            Map.entry("idictionary", "System.Collections.IDictionary"),
            Map.entry("collections.generic.list", LIST + "`1[System.Object]"),
            Map.entry("pscustomobject", "System.Management.Automation.PSCustomObject"),
            Map.entry("scriptblock", "System.Management.Automation.ScriptBlock"),
            Map.entry("management.automation.errorrecord", "System.Management.Automation.ErrorRecord"),
            Map.entry("void", "System.Void"));

    private TypeTable() {}

    /** The full name of a type; empty if scripts cannot name it. */
    static Optional<String> fullName(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        String plain = lower.startsWith("system.") ? lower.substring("system.".length()) : lower;
        if (plain.startsWith("collections.generic.list[") && plain.endsWith("]")) {
            String item = type.substring(type.indexOf('[') + 1, type.length() - 1);
            return Optional.of(LIST + "`1[" + fullName(item).orElse(item) + "]");
        }
        String found = FULL_NAMES.get(plain);
        if (found != null) {
            return Optional.of(found);
        }
        return FULL_NAMES.values().stream()
                .filter(type::equalsIgnoreCase)
                .findFirst()
                .or(() -> Enumerations.named(type));
    }
}
