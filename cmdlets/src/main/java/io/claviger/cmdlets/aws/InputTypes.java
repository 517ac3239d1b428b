package io.claviger.cmdlets.aws;

import io.claviger.powershell.command.Completion;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameter types by their .NET names. */
final class InputTypes {

    private InputTypes() {}

    /** The type of this name. */
    static ParameterType of(AwsService service, String named) {
        boolean many = named.endsWith("[]");
        String name = many ? named.substring(0, named.length() - 2) : named;
        ParameterType one = switch (name) {
            case "String" -> ParameterType.STRING;
            case "Int32" -> ParameterType.INTEGER;
            case "Boolean" -> ParameterType.BOOLEAN;
            case "Hashtable" -> ParameterType.HASHTABLE;
            default ->
                name.contains(".Model.")
                        ? ParameterType.of(name, value -> structure(name, value))
                        : ParameterType.of(name, value -> constant(service, name, value));
        };
        return many ? one.many() : one;
    }

    /** The known values of a type of constants; none for other types. */
    static Completion completion(AwsService service, String named) {
        String name = named.replace("[]", "");
        return isConstant(name) ? (bound, session) -> known(service, name) : Completion.NOTHING;
    }

    private static boolean isConstant(String name) {
        return name.startsWith("Amazon.") && !name.contains(".Model.");
    }

    private static @Nullable Object structure(String name, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Hashtable table -> table;
            case ShellObject object -> object;
            default -> throw Conversion.impossible(value, name, "");
        };
    }

    // As in AWS Tools: the case of known values is corrected; unknown ones go to the service, which may be newer.
    private static @Nullable Object constant(AwsService service, String name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = Text.of(value);
        return known(service, name).stream()
                .filter(one -> one.equalsIgnoreCase(text))
                .findFirst()
                .orElse(text);
    }

    private static List<String> known(AwsService service, String name) {
        try {
            Class<?> kind = Class.forName(service.javaPackage() + name.substring(name.lastIndexOf('.') + 1));
            List<String> values = new ArrayList<>();
            for (Object constant : kind.getEnumConstants()) {
                String value = String.valueOf(constant);
                if (!value.equals("null")) {
                    values.add(value);
                }
            }
            return values;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
