package io.claviger.policycli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/** What was given on the command line. */
record Given(CommandLine line) {

    /**
     * Takes words apart.
     *
     * @param all the options that there are
     * @param operand what the words besides the options are, in the singular; null if there must be none
     * @throws NoAnswer when an option is unknown or lacks its value, or an operand is missing or too much
     */
    static Given parse(List<Option> all, @Nullable String operand, List<String> words) {
        Options options = new Options();
        all.forEach(options::addOption);
        for (String word : words) {
            if (word.startsWith("-") && word.length() > 1 && !options.hasLongOption(name(word))) {
                // The parser would take it for a value of the option before it, if that takes several.
                throw NoAnswer.misused("unknown option: " + word);
            }
        }
        try {
            CommandLine line = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(options, words.toArray(String[]::new));
            if (operand == null && !line.getArgList().isEmpty()) {
                throw NoAnswer.misused("unknown argument: " + line.getArgList().getFirst());
            }
            if (operand != null && line.getArgList().isEmpty()) {
                throw NoAnswer.misused(operand + " is missing");
            }
            return new Given(line);
        } catch (ParseException e) {
            throw NoAnswer.misused(String.valueOf(e.getMessage()));
        }
    }

    private static String name(String word) {
        int equals = word.indexOf('=');
        return word.startsWith("--") ? word.substring(2, equals < 0 ? word.length() : equals) : "";
    }

    /** An option that is there or not. */
    static Option flag(String name, String description) {
        return Option.builder().longOpt(name).desc(description).get();
    }

    /** An option with a value. */
    static Option value(String name, String valueName, String description) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName(valueName)
                .desc(description)
                .get();
    }

    /** An option that takes all the values that follow it. */
    static Option values(String name, String valueName, String description) {
        return Option.builder()
                .longOpt(name)
                .hasArgs()
                .argName(valueName + "...")
                .desc(description)
                .get();
    }

    /** The option to answer programs. */
    static Option json() {
        return flag("json", "Answer in JSON");
    }

    /** The options, and after them {@code --help}. */
    static List<Option> withHelp(List<Option> options) {
        return Stream.concat(options.stream(), Stream.of(flag("help", "Shows this")))
                .toList();
    }

    boolean has(String option) {
        return line.hasOption(option);
    }

    /**
     * The value of an option that may be given once.
     *
     * @throws NoAnswer when it is given more often
     */
    Optional<String> text(String option) {
        List<String> all = texts(option);
        if (all.size() > 1) {
            throw NoAnswer.misused("--" + option + " can be given only once");
        }
        return all.stream().findFirst();
    }

    /** Every value of an option that may be repeated. */
    List<String> texts(String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /** The values of an option that may be repeated, by repetition. */
    List<List<String>> groups(String option) {
        List<List<String>> groups = new ArrayList<>();
        for (Option occurrence : line.getOptions()) {
            if (option.equals(occurrence.getLongOpt())) {
                groups.add(List.copyOf(occurrence.getValuesList()));
            }
        }
        return groups;
    }

    /** The words besides the options, at least one if the task takes any. */
    List<String> operands() {
        return line.getArgList();
    }
}
