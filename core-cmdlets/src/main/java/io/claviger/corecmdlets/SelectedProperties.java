package io.claviger.corecmdlets;

import io.claviger.powershell.operator.Members;
import io.claviger.powershell.operator.Wildcard;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The argument of {@code -Property}: names with wildcards, script blocks, and hashtables such as {@code @{Name='x';
 * Expression={ ... }}}.
 */
final class SelectedProperties {

    private static final Set<String> LABELS = Set.of("name", "label");
    private static final Set<String> EXPRESSIONS = Set.of("expression");
    private static final Set<String> OPTIONS =
            Set.of("width", "alignment", "formatstring", "ascending", "descending", "depth");

    private final List<Item> items = new ArrayList<>();

    private record Item(
            String label, String pattern, @Nullable ScriptBlock expression, Hashtable options) {}

    /** One property of one object. */
    record Property(String label, @Nullable Object value, Hashtable options) {

        /**
         * An option of a calculated property, besides its name and expression; the option's name can be abbreviated.
         */
        Optional<Object> option(String name) {
            return options.entries().stream()
                    .filter(entry -> isBeginning(Text.of(entry.key()), name))
                    .findFirst()
                    .map(Hashtable.Entry::value);
        }

        private static boolean isBeginning(String key, String name) {
            return !key.isEmpty() && name.regionMatches(true, 0, key, 0, key.length());
        }
    }

    SelectedProperties(List<@Nullable Object> wanted) {
        for (Object one : wanted) {
            items.add(item(one));
        }
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    private static Item item(@Nullable Object one) {
        return switch (one) {
            case ScriptBlock block -> new Item(block.source().strip(), "", block, new Hashtable());
            case Hashtable table -> calculated(table);
            case null, default -> new Item(Text.of(one), Text.of(one), null, new Hashtable());
        };
    }

    private static Item calculated(Hashtable table) {
        String label = "";
        Object expression = null;
        for (Hashtable.Entry entry : table.entries()) {
            String key = Text.of(entry.key()).toLowerCase(Locale.ROOT);
            if (isAny(LABELS, key)) {
                label = Text.of(entry.value());
            } else if (isAny(EXPRESSIONS, key)) {
                expression = entry.value();
            } else if (!isAny(OPTIONS, key)) {
                throw wrong("The " + Text.of(entry.key()) + " key is not valid.", "DictionaryKeyUnknown");
            }
        }
        if (expression == null) {
            throw wrong("A mandatory entry for expression is missing.", "DictionaryKeyMandatoryEntry");
        }
        Item plain = item(expression);
        return new Item(label.isEmpty() ? plain.label() : label, plain.pattern(), plain.expression(), table);
    }

    /** Whether a key is one of these, or the beginning of one. */
    private static boolean isAny(Set<String> names, String key) {
        return names.stream().anyMatch(name -> !key.isEmpty() && name.startsWith(key));
    }

    private static TerminatingError wrong(String message, String id) {
        return CoreDescriptions.problem(ErrorCategory.INVALID_ARGUMENT, id, message);
    }

    /** The selected properties of an object. If it lacks a name without wildcards, the value is null. */
    List<Property> of(@Nullable Object object) {
        return of(object, _ -> {});
    }

    /**
     * The selected properties of an object.
     *
     * @param taken is given each name that is selected a second time
     */
    List<Property> of(@Nullable Object object, Consumer<String> taken) {
        List<Property> found = new ArrayList<>();
        for (Item item : items) {
            ScriptBlock expression = item.expression();
            if (expression != null) {
                add(found, item.label(), call(expression, object), item, taken);
            } else if (Wildcard.isIn(item.pattern())) {
                for (String name : object == null ? List.<String>of() : Members.names(object)) {
                    if (Wildcard.matches(item.pattern(), name)) {
                        add(found, name, Members.get(object, name), item, _ -> {});
                    }
                }
            } else {
                add(found, label(item, object), Members.get(object, item.pattern()), item, taken);
            }
        }
        return found;
    }

    private static void add(
            List<Property> found, String label, @Nullable Object value, Item item, Consumer<String> taken) {
        if (found.stream().anyMatch(one -> one.label().equalsIgnoreCase(label))) {
            taken.accept(label);
        } else {
            found.add(new Property(label, value, item.options()));
        }
    }

    /** The name as the object spells it. */
    private static String label(Item item, @Nullable Object object) {
        boolean relabelled = !item.label().equals(item.pattern());
        if (object == null || relabelled) {
            return item.label();
        }
        return Members.names(object).stream()
                .filter(item.pattern()::equalsIgnoreCase)
                .findFirst()
                .orElse(item.label());
    }

    static @Nullable Object call(ScriptBlock block, @Nullable Object item) {
        List<@Nullable Object> written = new ArrayList<>();
        try {
            block.invokeInPlace(item, written::add);
        } catch (TerminatingError _) {
            return null;
        }
        return switch (written.size()) {
            case 0 -> null;
            case 1 -> written.getFirst();
            default -> written;
        };
    }
}
