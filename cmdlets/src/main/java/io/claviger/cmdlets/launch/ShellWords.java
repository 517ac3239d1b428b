package io.claviger.cmdlets.launch;

import io.claviger.powershell.language.Command;
import io.claviger.powershell.language.Command.Argument;
import io.claviger.powershell.language.Expression;
import io.claviger.powershell.language.Parsed;
import io.claviger.powershell.language.Parser;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command, as the words that a shell has split it into, as a line of the language.
 *
 * <p>A word stays as it is if the language reads it as one token that runs nothing: a name, a parameter, a number,
 * {@code $env:NAME}, {@code $true}, a list of such, {@code @{Key='a'}}, {@code |}. A block in braces stays if the
 * command takes one. Everything else becomes literal text: words from a shell are not split or evaluated again.
 */
final class ShellWords {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*|[?%]");
    private static final Pattern WITH_VALUE = Pattern.compile("(-[A-Za-z_][A-Za-z0-9_]*:)(.+)", Pattern.DOTALL);

    private static final Set<String> KNOWN = Set.of("true", "false", "null");

    /** Whether the command with this name takes blocks of the language. */
    private final Predicate<String> takesBlocks;

    ShellWords(Predicate<String> takesBlocks) {
        this.takesBlocks = takesBlocks;
    }

    /** The line for the words of a command. */
    String line(List<String> words) {
        StringBuilder line = new StringBuilder();
        boolean first = true;
        boolean blocks = false;
        for (String word : words) {
            if (word.equals("|")) {
                line.append(" |");
                first = true;
            } else if (first) {
                line.append(line.isEmpty() ? "" : " ").append(name(word));
                blocks = takesBlocks.test(word);
                first = false;
            } else {
                line.append(' ').append(argument(word, blocks));
            }
        }
        return line.toString();
    }

    /** The arguments for words. */
    String arguments(List<String> words) {
        StringBuilder line = new StringBuilder();
        words.forEach(word -> line.append(' ').append(argument(word, false)));
        return line.toString();
    }

    private static String name(String word) {
        return NAME.matcher(word).matches() ? word : "& " + literal(word);
    }

    private static String argument(String word, boolean blocks) {
        if (staysAsItIs(word, blocks)) {
            return word;
        }
        Matcher named = WITH_VALUE.matcher(word);
        if (!named.matches()) {
            return literal(word);
        }
        String value = named.group(2);
        return named.group(1) + (staysAsItIs(value, blocks) ? value : literal(value));
    }

    private static String literal(String word) {
        return "'" + word.replace("'", "''") + "'";
    }

    private static boolean staysAsItIs(String word, boolean blocks) {
        return only(word).filter(argument -> isToken(argument, word, blocks)).isPresent();
    }

    /** The argument that a word is, if it is exactly one. */
    private static Optional<Argument> only(String word) {
        String before = "x ";
        if (!(Parser.parse(new Source("", before + word)) instanceof Parsed.Script script)) {
            return Optional.empty();
        }
        Statement.@Nullable Block block = script.body().end();
        return block != null
                        && block.statements().size() == 1
                        && block.statements().getFirst() instanceof Statement.Pipeline pipeline
                        && pipeline.elements().size() == 1
                        && pipeline.elements().getFirst() instanceof Command.Call call
                        && call.arguments().size() == 1
                        && call.span().end() == before.length() + word.length()
                ? Optional.of(call.arguments().getFirst())
                : Optional.empty();
    }

    private static boolean isToken(Argument argument, String word, boolean blocks) {
        return switch (argument) {
            case Argument.Named named -> {
                @Nullable Expression value = named.value();
                yield value == null || isPlain(value, word, false);
            }
            case Argument.Plain plain ->
                isPlain(plain.value(), word, false) || (blocks && plain.value() instanceof Expression.Script);
            case Argument.Splatted _ -> false;
        };
    }

    /**
     * Whether an expression runs nothing. Quotes count only within {@code @{ }} and {@code @( )}, since the shell has
     * removed the others.
     */
    private static boolean isPlain(Expression value, String word, boolean inside) {
        return switch (value) {
            case Expression.Constant constant ->
                inside
                        || constant.value() instanceof Number
                        || String.valueOf(constant.value()).equals(written(constant, word));
            case Expression.Variable variable ->
                variable.scope().equals("env") || KNOWN.contains(variable.name().toLowerCase(Locale.ROOT));
            case Expression.Items items -> items.items().stream().allMatch(one -> isPlain(one, word, inside));
            case Expression.Array array -> array.block().statements().stream().allMatch(ShellWords::isPlain);
            case Expression.Table table ->
                table.pairs().stream().allMatch(pair -> isPlain(pair.key(), word, true) && isPlain(pair.value()));
            case Expression.Interpolated text ->
                inside && text.parts().stream().allMatch(part -> isPlain(part, word, true));
            default -> false;
        };
    }

    private static boolean isPlain(Statement statement) {
        return statement instanceof Statement.Pipeline pipeline
                && pipeline.elements().size() == 1
                && pipeline.elements().getFirst() instanceof Command.Value value
                && isPlain(value.expression(), "", true);
    }

    /** The part of the word that the constant was read from. */
    private static String written(Expression.Constant constant, String word) {
        int start = constant.span().start() - "x ".length();
        int end = constant.span().end() - "x ".length();
        return start < 0 || end > word.length() ? "" : word.substring(start, end);
    }
}
