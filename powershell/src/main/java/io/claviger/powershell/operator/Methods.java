package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ScriptBlock;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
            return found(target, method, arguments)
                    .orElseGet(() -> new MethodResult(general(target, name, method, arguments)))
                    .value();
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

    /** {@code (...).ForEach({ })}. */
    private static List<@Nullable Object> each(Object target, ScriptBlock block) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object item : Conversion.toList(target)) {
            List<@Nullable Object> written = new ArrayList<>();
            block.invokeInPlace(item, written::add);
            all.addAll(written);
            Bounds.items(all.size());
        }
        return all;
    }

    private static Optional<MethodResult> found(Object target, String method, List<@Nullable Object> arguments) {
        return switch (target) {
            case String text -> TextMethods.call(text, method, arguments);
            case Hashtable table -> table(table, method, arguments);
            case OffsetDateTime time -> moment(time, method, arguments);
            case Boolean truth when method.equals("tobool") -> Optional.of(new MethodResult(truth));
            case List<?> items -> list(items, method, arguments);
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
        if (!arguments.isEmpty() && arguments.getFirst() instanceof ScriptBlock block) {
            if (method.equals("where") && arguments.size() <= 3) {
                return WhereMethod.call(target, block, arguments);
            }
            if (method.equals("foreach") && arguments.size() == 1) {
                return each(target, block);
            }
        }
        if (method.equals("tostring") && target instanceof List<?>) {
            return TypeNames.of(target);
        }
        return switch (method) {
            case "tostring" -> Formatting.value(target, arguments.isEmpty() ? "" : Text.of(arguments.getFirst()));
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
                            "Item has already been added. Key in dictionary: '" + Text.of(first)
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
            case "getenumerator" -> Optional.of(new MethodResult(new ArrayList<>(table.entries())));
            default -> Optional.empty();
        };
    }

    private static Optional<MethodResult> list(List<?> items, String method, List<@Nullable Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        return switch (method) {
            case "contains" ->
                Optional.of(new MethodResult(items.stream().anyMatch(item -> Comparison.equal(item, first, true))));
            case "indexof" -> {
                int index = 0;
                while (index < items.size() && !Comparison.equal(items.get(index), first, true)) {
                    index++;
                }
                yield Optional.of(new MethodResult(index < items.size() ? index : -1));
            }
            case "add", "remove", "clear", "insert" ->
                throw OperatorErrors.thrown(
                        method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1),
                        arguments.size(),
                        "NotSupportedException",
                        "Collection was of a fixed size.");
            default -> Optional.empty();
        };
    }

    private static Optional<MethodResult> moment(OffsetDateTime time, String method, List<@Nullable Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        return switch (method) {
            case "adddays" -> representable(time.plus(seconds(first, 86_400)));
            case "addhours" -> representable(time.plus(seconds(first, 3_600)));
            case "addminutes" -> representable(time.plus(seconds(first, 60)));
            case "addseconds" -> representable(time.plus(seconds(first, 1)));
            case "addmilliseconds" ->
                representable(time.plus(Duration.ofMillis(Math.round(Conversion.toDouble(first)))));
            case "add", "subtract" ->
                Optional.of(new MethodResult(Arithmetic.apply(method.equals("add") ? "+" : "-", time, first)));
            case "toshortdatestring" -> Optional.of(new MethodResult(DateFormats.of(time, "d")));
            case "tolongdatestring" -> Optional.of(new MethodResult(DateFormats.of(time, "D")));
            case "toshorttimestring" -> Optional.of(new MethodResult(DateFormats.of(time, "t")));
            case "tolongtimestring" -> Optional.of(new MethodResult(DateFormats.of(time, "T")));
            case "addmonths" -> representable(time.plusMonths(Conversion.toInteger(first)));
            case "addyears" -> representable(time.plusYears(Conversion.toInteger(first)));
            case "touniversaltime" -> Optional.of(new MethodResult(time.withOffsetSameInstant(ZoneOffset.UTC)));
            default -> Optional.empty();
        };
    }

    /** The date, if .NET has it: of the years 1 to 9999. */
    private static Optional<MethodResult> representable(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("year");
        }
        return Optional.of(new MethodResult(time));
    }

    private static Duration seconds(@Nullable Object number, long each) {
        return Duration.ofMillis(Math.round(Conversion.toDouble(number) * each * 1000));
    }
}
