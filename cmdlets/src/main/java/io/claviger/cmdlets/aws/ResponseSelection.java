package io.claviger.cmdlets.aws;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/** What a cmdlet writes of a response: the four forms of {@code -Select}, and the default without it. */
sealed interface ResponseSelection {

    /** Nothing. */
    record Nothing() implements ResponseSelection {}

    /** The whole response. */
    record Whole() implements ResponseSelection {}

    /** The cmdlet's own argument, once, after the last page. */
    record Own(String parameter) implements ResponseSelection {}

    /** A member of the response, or what a path of members leads to; as an array if flattened. */
    record Path(List<String> names, boolean flattened) implements ResponseSelection {
        /** Keeps its own copy. */
        public Path {
            names = List.copyOf(names);
        }
    }

    /**
     * The selection that was asked for.
     *
     * @throws TerminatingError if it names nothing that exists
     */
    static ResponseSelection of(
            ServiceOperation operation, Arguments arguments, List<Parameter> own, SdkPojo response) {
        if (!arguments.has("Select")) {
            return standard(operation.select());
        }
        String asked = arguments.text("Select").orElse("");
        if (asked.equals("*")) {
            return new Whole();
        }
        if (asked.startsWith("^")) {
            String wanted = asked.substring(1).toLowerCase(Locale.ROOT);
            return own.stream()
                    .filter(one -> one.isCalled(wanted))
                    .findFirst()
                    .<ResponseSelection>map(one -> new Own(one.name()))
                    .orElseThrow(ResponseSelection::refused);
        }
        List<String> names = List.of(asked.split("\\.", -1));
        SdkPojo at = response;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            SdkField<?> field = at.sdkFields().stream()
                    .filter(one -> one.memberName().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(ResponseSelection::refused);
            if (i < names.size() - 1) {
                at = inner(field).orElseThrow(ResponseSelection::refused);
            }
        }
        return new Path(names, true);
    }

    private static ResponseSelection standard(String select) {
        return switch (select) {
            case "-" -> new Nothing();
            case "*" -> new Whole();
            default -> new Path(List.of(select.split("\\.", -1)), false);
        };
    }

    private static Optional<SdkPojo> inner(SdkField<?> field) {
        return switch (field.marshallingType().toString()) {
            case "SdkPojo" -> Optional.of(field.constructor().get());
            case "List" -> inner(field.getRequiredTrait(ListTrait.class).memberFieldInfo());
            default -> Optional.empty();
        };
    }

    private static TerminatingError refused() {
        return new TerminatingError(ErrorRecord.argument("Invalid value for -Select parameter."));
    }

    /** The values that a path leads to in a response. */
    static @Nullable Object follow(Path path, ShellObject answer) {
        if (!path.flattened()) {
            return answer.get(path.names().getFirst());
        }
        List<@Nullable Object> found = new ArrayList<>();
        found.add(answer);
        for (String name : path.names()) {
            List<@Nullable Object> next = new ArrayList<>();
            for (Object one : found) {
                if (one instanceof ShellObject object) {
                    flatten(object.get(name), next);
                }
            }
            found = next;
        }
        return found;
    }

    private static void flatten(@Nullable Object value, List<@Nullable Object> into) {
        switch (value) {
            case null -> {}
            case List<?> items -> items.forEach(item -> flatten(item, into));
            default -> into.add(value);
        }
    }

    /** The completions for {@code -Select}: everything, the response's members, then the cmdlet's own parameters. */
    static List<String> offered(List<Parameter> own, SdkPojo response) {
        List<String> values = new ArrayList<>(List.of("*"));
        response.sdkFields().forEach(field -> values.add(ResponseObjects.property(field)));
        own.forEach(one -> values.add("^" + one.name()));
        return values;
    }

    /** The value of a selection that is an argument. */
    static @Nullable Object own(Own own, Map<String, @Nullable Object> arguments) {
        return arguments.get(own.parameter());
    }
}
