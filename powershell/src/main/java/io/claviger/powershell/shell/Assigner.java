package io.claviger.powershell.shell;

import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Statement;
import io.claviger.powershell.operator.Arithmetic;
import io.claviger.powershell.operator.Casts;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ScriptMember;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Assignments: {@code =}, {@code +=} and so on. */
final class Assigner {

    private final ExecutionContext execution;

    /** Types that put no restriction on a variable's values. */
    private static final Set<String> UNTYPED =
            Set.of("System.Object", "System.Management.Automation.PSCustomObject", "System.Void");

    Assigner(ExecutionContext execution) {
        this.execution = execution;
    }

    @Nullable
    Object assign(Statement.Assignment assignment) {
        if (assignment.operator().equals("??")) {
            @Nullable Object there = execution.value(assignment.target());
            if (there != null) {
                return there;
            }
        }
        if (assignment.operator().isEmpty() && assignment.target() instanceof Expression.Variable variable) {
            return assign(variable, assignment.value());
        }
        @Nullable Object right = execution.value(assignment.value());
        @Nullable
        Object value = assignment.operator().isEmpty() || assignment.operator().equals("??")
                ? right
                : Arithmetic.apply(assignment.operator(), execution.value(assignment.target()), right);
        set(assignment.target(), value);
        return value;
    }

    /** Assigns to a variable, which may get no object at all. */
    private @Nullable Object assign(Expression.Variable variable, Statement statement) {
        boolean command = !(statement instanceof Statement.Assignment) && !Success.isGivenBy(statement);
        List<@Nullable Object> written = command ? execution.written(statement) : List.of();
        @Nullable Object value = command ? Conversion.unwrapped(written) : execution.value(statement);
        variable(variable, value);
        @Nullable Expression expression = expression(statement);
        boolean nothing =
                command ? written.isEmpty() : value == null && expression != null && execution.isNothing(expression);
        if (nothing && !variable.scope().equals("env")) {
            scope(variable).nothing(variable.name());
        }
        return value;
    }

    private static @Nullable Expression expression(Statement statement) {
        return statement instanceof Statement.Pipeline pipeline
                        && pipeline.elements().getFirst() instanceof Command.Value only
                ? only.expression()
                : null;
    }

    void set(Expression target, @Nullable Object value) {
        switch (target) {
            case Expression.Variable variable -> variable(variable, value);
            case Expression.Cast cast
            when cast.value() instanceof Expression.Variable variable -> typed(cast.type(), variable, value);
            case Expression.Member member ->
                member(execution.value(member.target()), Text.of(execution.value(member.name())), value);
            case Expression.Index index -> index(index, value);
            case Expression.Items several -> each(several.items(), value);
            default -> throw problem("InvalidLeftHandSide", "The assignment expression is not valid.");
        }
    }

    /** Assigns to several variables: the last one gets all that is left. */
    private void each(List<Expression> targets, @Nullable Object value) {
        List<@Nullable Object> items = value instanceof List<?> ? Conversion.toList(value) : new ArrayList<>();
        if (!(value instanceof List<?>)) {
            items.add(value);
        }
        for (int i = 0; i < targets.size(); i++) {
            boolean last = i == targets.size() - 1;
            List<@Nullable Object> left = items.subList(Math.min(i, items.size()), items.size());
            set(
                    targets.get(i),
                    last && left.size() > 1 ? new ArrayList<>(left) : left.isEmpty() ? null : left.getFirst());
        }
    }

    /** Assigns to a variable that is declared with a type. It keeps the type. */
    private void typed(String type, Expression.Variable variable, @Nullable Object value) {
        Scope scope = scope(variable);
        @Nullable Object fitting = fitting(scope, type, value);
        scope.keepType(variable.name(), UnaryOperator.identity());
        variable(variable, fitting);
        if (!UNTYPED.contains(Casts.fullName(type))) {
            scope.keepType(variable.name(), other -> fitting(scope, type, other));
        }
    }

    /** The value in a variable's type. At the top of a script, an error is one of the variable's declaration. */
    private static @Nullable Object fitting(Scope scope, String type, @Nullable Object value) {
        try {
            return Casts.cast(type, value);
        } catch (TerminatingError error) {
            ErrorRecord wrong = error.error();
            throw scope.global().equals(scope)
                    ? new TerminatingError(ErrorRecord.of(
                            ErrorCategory.METADATA_ERROR,
                            "RuntimeException",
                            "System.Management.Automation.ArgumentTransformationMetadataException",
                            wrong.message()))
                    : error;
        }
    }

    private Scope scope(Expression.Variable variable) {
        Scope scope = execution.engine().scope();
        return switch (variable.scope()) {
            case "global" -> scope.global();
            case "script" -> scope.script();
            default -> scope;
        };
    }

    private void variable(Expression.Variable variable, @Nullable Object value) {
        String name = variable.name();
        switch (variable.scope()) {
            case "env" -> {
                if (value == null) {
                    execution.engine().state.environment().remove(name);
                } else {
                    execution.engine().state.environment().put(name, Text.of(value));
                }
            }
            default -> {
                // A value assigned to $null is dropped.
                if (!name.equalsIgnoreCase("null")) {
                    scope(variable).assign(name, value);
                }
            }
        }
    }

    private static void member(@Nullable Object target, String name, @Nullable Object value) {
        switch (target) {
            case Hashtable table -> table.put(name, value);
            case ShellObject object
            when object.member(name).orElse(null) instanceof ScriptMember.Alias alias ->
                member(object, alias.property(), value);
            case ShellObject object
            when object.member(name).isPresent() ->
                throw problem("SetAccessorUnavailable", "Set accessor for property \"" + name + "\" is unavailable.");
            case ShellObject object when object.has(name) -> object.with(name, value);
            case ShellObject object
            when object.type().equals(ObjectType.CUSTOM) ->
                throw new TerminatingError(
                        ErrorRecord.of(
                                ErrorCategory.NOT_SPECIFIED,
                                "ExceptionWhenSetting",
                                "System.Management.Automation.SetValueInvocationException",
                                "Exception setting \"" + name + "\": \"The property '" + name
                                        + "' cannot be found on this object. Verify that the property exists and can be set.\""));
            case null, default ->
                throw problem(
                        "PropertyNotFound",
                        "The property '" + name
                                + "' cannot be found on this object. Verify that the property exists and can be set.");
        }
    }

    private void index(Expression.Index index, @Nullable Object value) {
        @Nullable Object target = execution.value(index.target());
        @Nullable Object key = execution.value(index.index());
        switch (target) {
            case null -> throw problem("NullArray", "Cannot index into a null array.");
            case Hashtable table when key != null -> table.put(key, value);
            case Hashtable _ ->
                throw problem("NullArrayIndex", "Index operation failed; the array index evaluated to null.");
            case List<?> items -> set(index.target(), replaced(items, Conversion.toInteger(key), value));
            default ->
                throw problem("CannotIndex", "Unable to index into an object of type " + TypeNames.of(target) + ".");
        }
    }

    /** Arrays are never changed in place: the variable gets a new one. */
    private static List<@Nullable Object> replaced(List<?> items, int at, @Nullable Object value) {
        List<@Nullable Object> copy = new ArrayList<>(items);
        int place = at < 0 ? copy.size() + at : at;
        if (place < 0 || place >= copy.size()) {
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.OPERATION_STOPPED,
                    "System.IndexOutOfRangeException",
                    "System.IndexOutOfRangeException",
                    "Index was outside the bounds of the array."));
        }
        copy.set(place, value);
        return copy;
    }

    private static TerminatingError problem(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION, id, "System.Management.Automation.RuntimeException", message));
    }
}
