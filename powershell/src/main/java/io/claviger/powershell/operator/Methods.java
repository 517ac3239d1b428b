package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.ScriptMember;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of values: a fixed list of those that people use. */
public final class Methods {

    /** Methods of the array itself, not of each item. */
    private static final Set<String> OF_ALL = Set.of("gettype", "tostring", "where", "foreach");

    private Methods() {}

    /** Calls a method. If an array has no such method, it is called for each item. */
    public static @Nullable Object call(@Nullable Object target, String name, List<@Nullable Object> arguments) {
        if (target == null) {
            throw OperatorErrors.runtime("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.");
        }
        String method = name.toLowerCase(Locale.ROOT);
        try {
            return found(target, name, method, arguments)
                    .orElseGet(() -> new MethodResult(general(target, name, method, arguments)))
                    .value();
        } catch (MethodProblem problem) {
            throw problem.of(name, arguments.size());
        } catch (DateTimeException _) {
            throw OperatorErrors.thrown(
                    name,
                    arguments.size(),
                    "ArgumentOutOfRangeException",
                    "The added or subtracted value results in an un-representable DateTime.");
        } catch (IndexOutOfBoundsException | ArithmeticException _) {
            throw OperatorErrors.thrown(
                    name,
                    arguments.size(),
                    "ArgumentOutOfRangeException",
                    "Index was out of range. Must be non-negative and less than the size of the collection.");
        }
    }

    /** {@code (...).Where({ })} and {@code (...).ForEach({ })}. */
    private static List<@Nullable Object> each(Object target, boolean filters, ScriptBlock block) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object item : Conversion.toList(target)) {
            List<@Nullable Object> written = new ArrayList<>();
            block.invokeInPlace(item, written::add);
            if (!filters) {
                all.addAll(written);
            } else if (Conversion.isTrue(written)) {
                all.add(item);
            }
            Bounds.items(all.size());
        }
        return all;
    }

    private static Optional<MethodResult> found(
            Object target, String name, String method, List<@Nullable Object> arguments) {
        return switch (target) {
            case String text -> TextMethods.call(text, name, arguments);
            case Hashtable table -> table(table, method, arguments);
            case Moment time -> MomentMethods.call(time, name, arguments);
            case Duration span -> SpanMethods.call(span, method, arguments);
            case Boolean truth when method.equals("tobool") -> Optional.of(new MethodResult(truth));
            case PropertyList properties -> properties.call(name, arguments);
            case List<?> items -> ListMethods.call(items, name, arguments);
            case ShellObject object
            when object.methods().containsKey(name) ->
                Optional.of(new MethodResult(ScriptMember.call(object.methods().get(name), object, arguments)));
            case ShellObject set
            when method.equals("copy") && set.carried(ShellObject.class).isPresent() ->
                Optional.of(new MethodResult(
                        PropertySet.copy(set.carried(ShellObject.class).get())));
            case ShellObject object
            when object.carried(Regex.class).isPresent() ->
                RegexObjects.call(object.carried(Regex.class).get(), name, arguments);
            case ShellObject object
            when object.carried(Charset.class).isPresent() ->
                Encodings.call(object.carried(Charset.class).get(), method, arguments);
            case Character one -> TextMethods.call(String.valueOf(one), name, arguments);
            case ScriptBlock block
            when method.equals("invoke") -> {
                List<@Nullable Object> written = new ArrayList<>();
                block.invoke(null, arguments, written::add);
                yield Optional.of(new MethodResult(written.size() == 1 ? written.getFirst() : written));
            }
            default -> Optional.empty();
        };
    }

    private static @Nullable Object general(
            Object target, String name, String method, List<@Nullable Object> arguments) {
        if (target instanceof List<?> items && !OF_ALL.contains(method)) {
            List<@Nullable Object> results = new ArrayList<>();
            items.forEach(item -> results.add(call(item, name, arguments)));
            if (!items.isEmpty()) {
                return results.size() == 1 ? results.getFirst() : results;
            }
        }
        boolean each = method.equals("where") || method.equals("foreach");
        if (each && !arguments.isEmpty() && arguments.getFirst() instanceof ScriptBlock block) {
            return arguments.size() > 1 && method.equals("where")
                    ? Filtering.of(Conversion.toList(target), block, arguments)
                    : each(target, method.equals("where"), block);
        }
        if (method.equals("tostring") && target instanceof List<?>) {
            return TypeNames.of(target);
        }
        return switch (method) {
            case "tostring" -> text(target, arguments);
            case "gethashcode" -> target.hashCode();
            case "gettype" -> Casts.type(TypeNames.of(target));
            case "equals" -> arguments.size() == 1 && Comparison.equal(target, arguments.getFirst(), true);
            case "compareto" ->
                Integer.signum(Comparison.order(target, arguments.isEmpty() ? null : arguments.getFirst(), true));
            default ->
                throw OperatorErrors.runtime(
                        "MethodNotFound",
                        "Method invocation failed because [" + TypeNames.of(target)
                                + "] does not contain a method named '" + name + "'.");
        };
    }

    private static String text(Object target, List<@Nullable Object> arguments) {
        // The last argument may be a culture, of which there is but one.
        boolean formatted = !arguments.isEmpty() && !(arguments.getFirst() instanceof ShellObject);
        return Formatting.value(target, formatted ? Text.of(arguments.getFirst()) : "");
    }

    private static Optional<MethodResult> table(Hashtable table, String method, List<@Nullable Object> arguments) {
        Object first = arguments.isEmpty() || arguments.getFirst() == null ? "" : arguments.getFirst();
        Object second = arguments.size() > 1 ? arguments.get(1) : null;
        return switch (method) {
            case "containskey", "contains" -> Optional.of(new MethodResult(table.has(first)));
            case "containsvalue" ->
                Optional.of(new MethodResult(
                        table.values().stream().anyMatch(value -> Comparison.equal(value, first, true))));
            case "add" -> {
                if (table.has(first)) {
                    throw OperatorErrors.thrown(
                            "Add",
                            arguments.size(),
                            "ArgumentException",
                            "Item has already been added. Key in dictionary: '" + Text.of(table.spelled(first))
                                    + "'  Key being added: '" + Text.of(first) + "'");
                }
                table.put(first, second);
                yield Optional.of(new MethodResult(null));
            }
            case "remove" -> {
                table.remove(first);
                yield Optional.of(new MethodResult(null));
            }
            case "clear" -> {
                table.clear();
                yield Optional.of(new MethodResult(null));
            }
            case "clone" -> {
                Hashtable copy = new Hashtable();
                table.entries().forEach(entry -> copy.put(entry.key(), entry.value()));
                yield Optional.of(new MethodResult(copy));
            }
            case "getenumerator" -> Optional.of(new MethodResult(new ArrayList<>(table.entries())));
            default -> Optional.empty();
        };
    }
}
