package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.TypedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of arrays and of lists that grow. */
final class ListMethods {

    private ListMethods() {}

    static Optional<MethodResult> call(List<?> items, String name, List<@Nullable Object> arguments) {
        String method = name.toLowerCase(Locale.ROOT);
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        return switch (method) {
            case "contains" -> Optional.of(new MethodResult(place(items, first) >= 0));
            case "indexof" -> Optional.of(new MethodResult(place(items, first)));
            case "toarray" -> Optional.of(new MethodResult(new ArrayList<>(items)));
            case "add", "addrange", "remove", "removeat", "clear", "insert", "reverse", "sort", "removeall" -> {
                if (!(items instanceof TypedList list) || !list.grows()) {
                    yield fixed(method, arguments.size());
                }
                yield change(list, method, arguments);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<MethodResult> fixed(String method, int arguments) {
        if (List.of("add", "remove", "clear", "insert", "removeat").contains(method)) {
            throw OperatorErrors.thrown(
                    method.equals("removeat")
                            ? "RemoveAt"
                            : method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1),
                    arguments,
                    "NotSupportedException",
                    "Collection was of a fixed size.");
        }
        return Optional.empty();
    }

    private static int place(List<?> items, @Nullable Object wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (Comparison.equal(items.get(i), wanted, true)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<MethodResult> change(TypedList list, String method, List<@Nullable Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        boolean plain = list.type().endsWith("ArrayList");
        Object result = null;
        switch (method) {
            case "add" -> {
                list.add(Casts.cast(list.itemType(), first));
                result = plain ? (Object) (list.size() - 1) : null;
            }
            case "addrange" -> {
                for (Object item : Conversion.toList(first)) {
                    list.add(Casts.cast(list.itemType(), item));
                }
            }
            case "insert" ->
                list.add(
                        Conversion.toInteger(first),
                        Casts.cast(list.itemType(), arguments.size() > 1 ? arguments.get(1) : null));
            case "remove" -> {
                int at = place(list, first);
                if (at >= 0) {
                    list.remove(at);
                }
                result = plain ? null : (Object) (at >= 0);
            }
            case "removeat" -> list.remove(Conversion.toInteger(first));
            case "clear" -> list.clear();
            case "reverse" -> java.util.Collections.reverse(list);
            default -> list.sort((left, right) -> Comparison.order(left, right, true));
        }
        Bounds.items(list.size());
        return Optional.of(new MethodResult(result));
    }
}
