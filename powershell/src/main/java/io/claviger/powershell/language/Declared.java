package io.claviger.powershell.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that a script declares.
 *
 * @param name without the dollar sign
 * @param type the name in brackets before it, empty when there is none
 * @param otherwise the value when it is not given
 * @param mandatory {@code [Parameter(Mandatory)]}
 * @param fromPipeline {@code [Parameter(ValueFromPipeline)]}
 * @param fromProperty {@code [Parameter(ValueFromPipelineByPropertyName)]}
 * @param rest {@code [Parameter(ValueFromRemainingArguments)]}
 * @param sets {@code [Parameter(ParameterSetName = 'a')]}; empty for all
 * @param demanding the sets in which it is mandatory, if it is; empty for all
 * @param position {@code [Parameter(Position = 0)]}, or -1
 * @param aliases {@code [Alias('a')]}
 * @param only {@code [ValidateSet('a', 'b')]}
 * @param checks what else an argument must hold to
 */
public record Declared(
        String name,
        String type,
        @Nullable Expression otherwise,
        boolean mandatory,
        boolean fromPipeline,
        boolean fromProperty,
        boolean rest,
        List<String> sets,
        List<String> demanding,
        int position,
        List<String> aliases,
        List<String> only,
        List<Check> checks) {

    /** Keeps its own copies. */
    public Declared {
        aliases = List.copyOf(aliases);
        only = List.copyOf(only);
        sets = List.copyOf(sets);
        demanding = List.copyOf(demanding);
        checks = List.copyOf(checks);
    }

    /**
     * What the arguments of a parameter must hold to.
     *
     * @param rule the rule
     * @param values its bounds, its pattern or the only values, as text
     * @param script the block that decides
     * @param message {@code ErrorMessage = '...'}; empty for PowerShell's own sentence
     */
    public record Check(Rule rule, List<String> values, Expression.@Nullable Script script, String message) {
        /** Keeps its own copy. */
        public Check {
            values = List.copyOf(values);
        }

        /** What an attribute demands. */
        public enum Rule {
            /** {@code [Parameter(Mandatory)]}: neither nothing nor empty, unless an attribute allows that. */
            FILLED,
            /** {@code [ValidateNotNull()]}. */
            NOT_NULL,
            /** {@code [ValidateNotNullOrEmpty()]}. */
            NOT_EMPTY,
            /** {@code [ValidateRange(1, 10)]}. */
            RANGE,
            /** {@code [ValidateLength(1, 10)]}. */
            LENGTH,
            /** {@code [ValidatePattern('^a')]}. */
            PATTERN,
            /** {@code [ValidateSet('a', 'b')]}. */
            SET,
            /** {@code [ValidateCount(1, 5)]}. */
            COUNT,
            /** <code>[ValidateScript({ $_ -gt 0 })]</code>. */
            SCRIPT
        }
    }
}
