package io.claviger.powershell.shell;

import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.operator.Casts;
import io.claviger.powershell.operator.ServiceObjects;
import io.claviger.powershell.operator.Statics;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.TypedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expressions with a type: casts and static methods. */
final class TypeExpressions {

    private final ExecutionContext execution;

    TypeExpressions(ExecutionContext execution) {
        this.execution = execution;
    }

    /** {@code [type]::Method(arguments)}. */
    @Nullable
    Object call(Expression.StaticMethod method) {
        int last = method.arguments().size() - 1;
        boolean tries = method.name().equalsIgnoreCase("TryParse")
                && last > 0
                && method.arguments().get(last) instanceof Expression.Cast cast
                && cast.type().equalsIgnoreCase("ref");
        if (tries && method.arguments().get(last) instanceof Expression.Cast cast && cast.value() != null) {
            Optional<Object> parsed = Statics.tryParse(
                    method.type(), execution.value(method.arguments().getFirst()));
            new Assigner(execution).set(cast.value(), parsed.orElseGet(() -> Statics.unparsed(method.type())));
            return parsed.isPresent();
        }
        if (method.name().equalsIgnoreCase("new") && method.arguments().isEmpty()) {
            Optional<ShellObject> made = execution.engine().commands.object(method.type());
            if (made.isPresent()) {
                return made.get();
            }
        }
        return Statics.call(
                method.type(),
                method.name(),
                each(method.arguments()),
                execution.engine().state.environment());
    }

    /** {@code [type]value}, or a type as a value. */
    @Nullable
    Object cast(Expression.Cast cast) {
        if (cast.value() == null) {
            return Casts.type(Casts.fullName(cast.type()));
        }
        Object value = execution.value(cast.value());
        Optional<Object> made = ofService(cast.type(), value);
        if (made.isPresent()) {
            return made.get();
        }
        try {
            return Casts.cast(cast.type(), value);
        } catch (TerminatingError error) {
            // A type that is not there is what is wrong, not the value.
            int name = cast.span().start() + 1;
            throw error.error().errorId().equals("TypeNotFound")
                    ? execution.placed(error, new Span(name, name + cast.type().length()))
                    : error;
        }
    }

    /** A hashtable as an object of one of the service's types, or an array of them; empty for other types. */
    private Optional<Object> ofService(String type, @Nullable Object value) {
        if (type.endsWith("[]")) {
            List<@Nullable Object> all = new ArrayList<>();
            String item = type.substring(0, type.length() - 2);
            for (Object one : value instanceof List<?> items ? items : List.of()) {
                ofService(item, one).ifPresent(all::add);
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(new TypedList(type, all));
        }
        return value instanceof Hashtable properties
                ? execution.engine().commands.object(type).map(made -> ServiceObjects.filled(made, properties))
                : Optional.empty();
    }

    private List<@Nullable Object> each(List<Expression> expressions) {
        List<@Nullable Object> values = new ArrayList<>(expressions.size());
        expressions.forEach(one -> values.add(execution.value(one)));
        return values;
    }
}
