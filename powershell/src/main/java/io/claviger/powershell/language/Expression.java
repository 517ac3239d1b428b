package io.claviger.powershell.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. */
public sealed interface Expression {

    /** Its place in the text. */
    Span span();

    /** A number, or a text without variables; also a word of a command line. */
    record Constant(Object value, Span span) implements Expression {}

    /** {@code $name}, {@code $env:NAME}, {@code $script:name}; the scope is empty when none is named. */
    record Variable(String scope, String name, Span span) implements Expression {}

    /** {@code "text with $variables"}: the parts are joined. */
    record Interpolated(List<Expression> parts, Span span) implements Expression {
        /** Keeps its own copy. */
        public Interpolated {
            parts = List.copyOf(parts);
        }
    }

    /** {@code a, b}. */
    record Items(List<Expression> items, Span span) implements Expression {
        /** Keeps its own copy. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** {@code @( )}: always an array. */
    record Array(Statement.Block block, Span span) implements Expression {}

    /** {@code $( )}: what the statements write. */
    record Inner(Statement.Block block, Span span) implements Expression {}

    /** {@code ( )}. */
    record Parenthesized(Statement statement, Span span) implements Expression {}

    /** A key and its value. */
    record Pair(Expression key, Statement value) {}

    /** {@code @{ }}. */
    record Table(List<Pair> pairs, Span span) implements Expression {
        /** Keeps its own copy. */
        public Table {
            pairs = List.copyOf(pairs);
        }
    }

    /** <code>{ }</code>. */
    record Script(Statement.Body body, Span span) implements Expression {}

    /** An operator before its operand; the name is in lower case, without a dash when it has letters. */
    record Unary(String operator, Expression operand, Span span) implements Expression {}

    /** An operator between its operands; the name is in lower case, without a dash when it has letters. */
    record Binary(String operator, Expression left, Expression right, Span span) implements Expression {}

    /** {@code condition ? one : other}. */
    record Choice(Expression condition, Expression one, Expression other, Span span) implements Expression {}

    /** {@code $i++} and the like: by how much, and whether the value is the one before. */
    record Step(Expression target, int by, boolean after, Span span) implements Expression {}

    /** {@code target.name}; with {@code ?.} nothing is looked up if the target is null. */
    record Member(Expression target, Expression name, boolean unlessNull, Span span) implements Expression {}

    /** {@code target.name(arguments)}. */
    record Method(Expression target, String name, List<Expression> arguments, boolean unlessNull, Span span)
            implements Expression {
        /** Keeps its own copy. */
        public Method {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code [type]::Name}. */
    record StaticMember(String type, String name, Span span) implements Expression {}

    /** {@code [type]::Name(arguments)}. */
    record StaticMethod(String type, String name, List<Expression> arguments, Span span) implements Expression {
        /** Keeps its own copy. */
        public StaticMethod {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code target[index]}. */
    record Index(Expression target, Expression index, boolean unlessNull, Span span) implements Expression {}

    /** {@code [type]value}, or {@code [type]} alone. */
    record Cast(String type, @Nullable Expression value, Span span) implements Expression {}
}
