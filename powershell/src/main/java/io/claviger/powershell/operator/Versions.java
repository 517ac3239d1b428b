package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code [version]'1.2.3'}: two to four numbers, and -1 for those that are missing. */
final class Versions {

    private static final ObjectType VERSION = ObjectType.named("System.Version");
    private static final List<String> PARTS = List.of("Major", "Minor", "Build", "Revision");

    private Versions() {}

    static ShellObject of(@Nullable Object value) {
        if (value instanceof ShellObject object && object.type().equals(VERSION)) {
            return object;
        }
        String text = Text.of(value).strip();
        if (!text.matches("\\d{1,9}(\\.\\d{1,9}){1,3}")) {
            throw Conversion.impossible(value, "System.Version", "Input string was not in a correct format.");
        }
        List<String> numbers = List.of(text.split("\\."));
        ShellObject made = new ShellObject(VERSION).saying(text);
        for (int i = 0; i < PARTS.size(); i++) {
            made.with(PARTS.get(i), i < numbers.size() ? Integer.parseInt(numbers.get(i)) : -1);
        }
        return made;
    }

    static boolean are(@Nullable Object left, @Nullable Object right) {
        return left instanceof ShellObject one && one.type().equals(VERSION) && right != null;
    }

    static int order(ShellObject left, Object right) {
        ShellObject other = of(right);
        for (String part : PARTS) {
            int order = Integer.compare(Conversion.toInteger(left.get(part)), Conversion.toInteger(other.get(part)));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
