package io.claviger.powershell.shell;

import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.operator.Arithmetic;
import io.claviger.powershell.operator.ItemText;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.operator.Methods;
import io.claviger.powershell.operator.Operators;
import io.claviger.powershell.operator.Patterns;
import io.claviger.powershell.operator.Statics;
import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions. */
final class Evaluator {

    private final ExecutionContext execution;
    private final Engine engine;
    private final VariableReader variables;

    Evaluator(ExecutionContext execution) {
        this.execution = execution;
        engine = execution.engine();
        variables = new VariableReader(execution);
    }

    @Nullable
    Object value(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant.value();
            case Expression.Variable variable -> variables.value(variable);
            case Expression.Interpolated text -> text(text.parts());
            case Expression.Items items -> each(items.items());
            case Expression.Array array -> execution.written(array.block());
            case Expression.Inner inner -> Conversion.unwrapped(execution.written(inner.block()));
            case Expression.Parenthesized parenthesized -> execution.value(parenthesized.statement());
            case Expression.Table table -> table(table);
            case Expression.Script script -> new Closure(script.body(), execution, engine.scope());
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Choice choice ->
                value(Conversion.isTrue(value(choice.condition())) ? choice.one() : choice.other());
            case Expression.Step step -> step(step);
            case Expression.Member member -> member(member);
            case Expression.Method method -> method(method);
            case Expression.StaticMember member -> Statics.get(member.type(), member.name(), engine.state.clock());
            case Expression.StaticMethod method -> new TypeExpressions(execution).call(method);
            case Expression.Index index -> index(index);
            case Expression.Cast cast -> new TypeExpressions(execution).cast(cast);
        };
    }

    private @Nullable Object method(Expression.Method method) {
        if (isErrors(method.target()) && method.name().equalsIgnoreCase("Clear")) {
            engine.errors.clear();
            return null;
        }
        @Nullable Object target = value(method.target());
        if (target == null && method.unlessNull()) {
            return null;
        }
        List<@Nullable Object> arguments = each(method.arguments());
        if (target instanceof Closure block && method.name().equalsIgnoreCase("GetNewClosure")) {
            return block.closed();
        }
        Optional<CmdletContext> running = ScriptCmdlet.in(target);
        return running.isPresent()
                ? ScriptCmdlet.call(running.get(), method.name(), arguments)
                : Methods.call(target, method.name(), arguments);
    }

    private @Nullable Object member(Expression.Member member) {
        @Nullable Object target = value(member.target());
        if (target == null && member.unlessNull()) {
            return null;
        }
        String name = Text.of(value(member.name()));
        StrictMode.property(engine.scope(), target, name);
        return Members.get(target, name);
    }

    private @Nullable Object index(Expression.Index index) {
        @Nullable Object target = value(index.target());
        if (target == null && index.unlessNull()) {
            return null;
        }
        @Nullable Object at = value(index.index());
        StrictMode.index(engine.scope(), target, at);
        return Indexing.of(target, at);
    }

    private static boolean isErrors(Expression target) {
        return target instanceof Expression.Variable variable && variable.name().equalsIgnoreCase("Error");
    }

    private List<@Nullable Object> each(List<Expression> expressions) {
        List<@Nullable Object> values = new ArrayList<>(expressions.size());
        expressions.forEach(one -> values.add(value(one)));
        return values;
    }

    private String text(List<Expression> parts) {
        StringBuilder text = new StringBuilder();
        for (Expression part : parts) {
            @Nullable Object value = value(part);
            text.append(value instanceof List<?> items ? ItemText.joined(items, separator()) : Text.of(value));
            Bounds.text(text.length());
        }
        return text.toString();
    }

    /** The separator between the items of an array in a text. */
    private String separator() {
        Object separator = engine.scope().get("OFS");
        return separator == null ? " " : Text.of(separator);
    }

    private Hashtable table(Expression.Table table) {
        Hashtable made = new Hashtable();
        for (Expression.Pair pair : table.pairs()) {
            Object key = value(pair.key());
            if (key == null) {
                throw problem("InvalidNullKey", "A null key is not allowed in a hash literal.");
            }
            if (made.has(key)) {
                throw problem(
                        "DuplicateKeyInHashLiteral",
                        "Duplicate keys '" + Text.of(key) + "' are not allowed in hash literals.");
            }
            made.put(key, execution.value(pair.value()));
        }
        return made;
    }

    private @Nullable Object unary(Expression.Unary unary) {
        Object operand = value(unary.operand());
        return switch (unary.operator()) {
            case "not" -> !Conversion.isTrue(operand);
            case "-" -> Arithmetic.apply("-", 0, operand);
            case "+" -> Arithmetic.apply("+", 0, operand);
            case "join" -> ItemText.joined(operand, "");
            default -> Patterns.words(Text.of(operand));
        };
    }

    private @Nullable Object binary(Expression.Binary binary) {
        Object left = value(binary.left());
        return switch (binary.operator()) {
            case "and" -> Conversion.isTrue(left) && Conversion.isTrue(value(binary.right()));
            case "??" -> left == null ? value(binary.right()) : left;
            case "or" -> Conversion.isTrue(left) || Conversion.isTrue(value(binary.right()));
            default -> applied(binary, left, value(binary.right()));
        };
    }

    private @Nullable Object applied(Expression.Binary binary, @Nullable Object left, @Nullable Object right) {
        try {
            return Operators.apply(
                    binary.operator(), left, right, matches -> engine.scope().set("Matches", matches));
        } catch (TerminatingError error) {
            // Too many operands are shown at the operator.
            throw error.error().errorId().equals("BadReplaceArgument") ? execution.placed(error, sign(binary)) : error;
        }
    }

    /** The place of an operator that has a name. */
    private Span sign(Expression.Binary binary) {
        int start = execution.source().text().indexOf('-', binary.left().span().end());
        return new Span(start, start + binary.operator().length() + 1);
    }

    private @Nullable Object step(Expression.Step step) {
        Object before = value(step.target());
        if (before != null && !(before instanceof Number)) {
            String operator = step.by() > 0 ? "++" : "--";
            throw problem(
                    "OperatorRequiresNumber",
                    "The '" + operator + "' operator works only on numbers. The operand is a '" + TypeNames.of(before)
                            + "'.");
        }
        Object after = Arithmetic.apply("+", before == null ? 0 : before, step.by());
        new Assigner(execution).set(step.target(), after);
        return step.after() ? before : after;
    }

    private static TerminatingError problem(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION, id, "System.Management.Automation.RuntimeException", message));
    }
}
