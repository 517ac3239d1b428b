package io.claviger.powershell.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The .NET names of values' types, which scripts and error messages use. */
public final class TypeNames {

    private TypeNames() {}

    /** The full name of a value's type, such as {@code System.String}; {@code null} for {@code null}. */
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String _ -> "System.String";
            case Boolean _ -> "System.Boolean";
            case Character _ -> "System.Char";
            case Short _ -> "System.Byte";
            case Integer _ -> "System.Int32";
            case Long _ -> "System.Int64";
            case Double _ -> "System.Double";
            case BigDecimal _ -> "System.Decimal";
            case BigInteger _ -> "System.Numerics.BigInteger";
            case Moment _ -> "System.DateTime";
            case Duration _ -> "System.TimeSpan";
            case byte[] _ -> "System.Byte[]";
            case TypedList list -> list.type();
            case List<?> _ -> "System.Object[]";
            case Hashtable table -> table.type();
            case Hashtable.Entry entry -> entry.type();
            case ScriptBlock _ -> "System.Management.Automation.ScriptBlock";
            case ErrorRecord _ -> "System.Management.Automation.ErrorRecord";
            case Enumerated one -> one.type();
            case ShellObject object -> object.type().name();
            default -> value.getClass().getName();
        };
    }

    /** The name alone, such as {@code String}; of a generic type without its arguments: {@code Dictionary`2}. */
    public static String withoutNamespace(String fullName) {
        String generic = fullName.contains("`") ? fullName.substring(0, fullName.indexOf('[')) : fullName;
        return generic.substring(generic.lastIndexOf('.') + 1);
    }
}
