package io.claviger.powershell.format;

import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Values in lists and tables. Dates are in the form of en-US. An object within an object is printed with its
 * properties, <code>@{Name=value}</code>, where PowerShell prints the name of its type.
 */
public final class CellText {

    private static final int MOST_ITEMS = 4;
    private static final int DEPTH = 4;
    private static final int LONG = 80;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.US);
    private static final List<String> IDENTIFYING = List.of("name", "id", "key", "*key", "*name", "*id");

    private CellText() {}

    /**
     * The text of a value; in tables, fractions have three digits. Control characters other than line ends and tabs are
     * shown as U+FFFD: anyone who may name a role could otherwise control the terminal of the person who lists it.
     */
    public static String of(@Nullable Object value, boolean inTable) {
        return harmless(text(value, inTable));
    }

    /** The text of a value for a narrow cell: of a long object, the property that identifies it. */
    static String brief(@Nullable Object value) {
        String whole = of(value, true);
        Optional<String> identifying = value instanceof ShellObject object && whole.length() > LONG
                ? identifying(object).map(name -> "@{" + name + "=" + of(object.get(name), DEPTH - 1) + "; …}")
                : Optional.empty();
        return identifying.map(CellText::harmless).orElse(whole);
    }

    private static String harmless(String text) {
        if (text.chars().noneMatch(CellText::steers)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(one -> shown.append(steers(one) ? '\ufffd' : (char) one));
        return shown.toString();
    }

    private static boolean steers(int one) {
        return Character.isISOControl(one) && one != '\n' && one != '\r' && one != '\t';
    }

    private static String text(@Nullable Object value, boolean inTable) {
        return switch (value) {
            case Double number
            when inTable && !number.isNaN() && !number.isInfinite() -> Text.fixed(new BigDecimal(number.toString()), 3);
            case BigDecimal number when inTable -> Text.fixed(number, 3);
            case null, default -> of(value, DEPTH);
        };
    }

    private static String of(@Nullable Object value, int depth) {
        return switch (value) {
            case Moment time -> DATE.format(time.clock());
            case List<?> items -> items(items, depth);
            case Hashtable table -> items(new ArrayList<>(table.entries()), depth);
            case byte[] bytes -> bytes(bytes);
            case ShellObject object -> object(object, depth);
            case null, default -> Text.of(value);
        };
    }

    private static String items(List<?> items, int depth) {
        StringJoiner joined = new StringJoiner(", ", "{", items.size() > MOST_ITEMS ? "…}" : "}");
        for (Object item : items.subList(0, Math.min(MOST_ITEMS, items.size()))) {
            joined.add(item(item, depth - 1));
        }
        return joined.toString();
    }

    private static String bytes(byte[] bytes) {
        StringJoiner joined = new StringJoiner(", ", "{", bytes.length > MOST_ITEMS ? "…}" : "}");
        for (int i = 0; i < Math.min(MOST_ITEMS, bytes.length); i++) {
            joined.add(String.valueOf(Byte.toUnsignedInt(bytes[i])));
        }
        return joined.toString();
    }

    /** The text of an array's item: of an object, the property that identifies it. */
    private static String item(@Nullable Object item, int depth) {
        if (item == null) {
            return "$null";
        }
        if (!(item instanceof ShellObject object)) {
            return depth <= 0 || item instanceof List<?> ? Text.of(item) : of(item, depth);
        }
        Optional<String> identifying = identifying(object);
        return identifying.isPresent() ? Text.of(object.get(identifying.get())) : object(object, depth);
    }

    /** The property that identifies an object; masked ones do not. */
    private static Optional<String> identifying(ShellObject object) {
        return identifying(object.names().stream()
                .filter(name -> Objects.equals(shown(object, name), object.get(name)))
                .toList());
    }

    private static @Nullable Object shown(ShellObject object, String name) {
        Object own = object.get(name);
        return object.type().view().map(view -> view.shown(name, own)).orElse(own);
    }

    /** The property that identifies an object, if there is one, such as a name or an ID. */
    public static Optional<String> identifying(List<String> names) {
        return IDENTIFYING.stream()
                .flatMap(pattern -> names.stream().filter(name -> Wildcard.matches(pattern, name)))
                .findFirst();
    }

    private static String object(ShellObject object, int depth) {
        if (object.text().isPresent()) {
            return object.text().get();
        }
        if (depth <= 0) {
            return object.type().shortName();
        }
        StringJoiner properties = new StringJoiner("; ", "@{", "}");
        for (String name : object.names()) {
            Object value = shown(object, name);
            properties.add(name + "=" + of(value, depth - 1));
            Bounds.text(properties.length());
        }
        return properties.toString();
    }

    /** Whether a table of raw properties aligns such values to the right. */
    static boolean toTheRight(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }
}
