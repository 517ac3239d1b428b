package io.claviger.wire;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * A member of a request, or the element of a list or map in one. Immutable.
 *
 * @param name on the wire; also the member's name in constraint messages and audit, there with a small first letter
 * @param pathName the name with a small first letter
 * @param structure its shape, when it is a structure
 * @param constructor makes an empty builder, when it is a structure
 * @param element what a list's or map's values are
 * @param keys what is demanded of a map's keys
 */
record InputMember(
        SdkField<?> field,
        String name,
        String pathName,
        ValueKind kind,
        Constraint constraint,
        boolean sensitive,
        @Nullable InputShape structure,
        @Nullable Supplier<SdkPojo> constructor,
        @Nullable InputMember element,
        Constraint keys) {

    static InputMember of(SdkField<?> field, String path, Map<String, InputRow> rows, int depth) {
        ValueKind kind = ValueKind.of(field);
        InputRow row = rows.get(path);
        InputRow keys = rows.get(path + "{key}");
        String name = field.locationName();
        return new InputMember(
                field,
                name,
                lowerFirst(name),
                kind,
                row == null ? Constraint.NONE : Constraint.of(row),
                row != null && row.sensitive(),
                kind == ValueKind.STRUCTURE ? InputShape.of(field.constructor().get(), path + ".", rows, depth) : null,
                kind == ValueKind.STRUCTURE ? field.constructor() : null,
                elementOf(field, kind, path, rows, depth),
                keys == null ? Constraint.NONE : Constraint.of(keys));
    }

    private static @Nullable InputMember elementOf(
            SdkField<?> field, ValueKind kind, String path, Map<String, InputRow> rows, int depth) {
        return switch (kind) {
            case LIST -> of(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), path + "[]", rows, depth + 1);
            case MAP -> of(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), path + "{}", rows, depth + 1);
            default -> null;
        };
    }

    /** As AWS names members in messages and in CloudTrail: only the first letter made small, {@code sAMLAssertion}. */
    static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
