package io.claviger.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** What was given on the command line. */
record Given(CommandLine line) {

    /**
     * Takes words apart.
     *
     * @throws NoAnswer when an option is unknown, or lacks its value
     */
    static Given parse(Task task, List<String> words) {
        Options options = task.options();
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
            if (!task.takesOperands() && !line.getArgList().isEmpty()) {
                throw NoAnswer.misused("unknown argument: " + line.getArgList().getFirst());
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

    /** The options in the order of the list. */
    static Options options(List<Option> all) {
        Options options = new Options();
        all.forEach(options::addOption);
        return options;
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

    /**
     * The words besides the options.
     *
     * @param wanted what they are, in the singular
     * @throws NoAnswer when there is none
     */
    List<String> operands(String wanted) {
        List<String> words = line.getArgList();
        if (words.isEmpty()) {
            throw NoAnswer.misused(wanted + " is missing");
        }
        return words;
    }
}
