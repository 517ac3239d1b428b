package io.claviger.server.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** The options that a command was given, each of the type that it must have. */
public record Arguments(CommandLine line) {

    /**
     * The options of a line.
     *
     * @throws Misused if one of them is given an empty value, as an unset variable of a script gives it, or more often than
     *     it may be
     */
    public static Arguments of(CommandLine line) {
        for (Option option : line.getOptions()) {
            if (option.hasArg() && option.getValue("").isBlank()) {
                throw new Misused("--" + option.getLongOpt() + " is given an empty value");
            }
        }
        for (Option option : line.getOptions()) {
            String[] values = line.getOptionValues(option);
            if (option.getType() != List.class && values != null && values.length > 1) {
                throw new Misused("--" + option.getLongOpt() + " is given " + values.length + " times");
            }
        }
        return new Arguments(line);
    }

    /** An option that is there or not. */
    public static Option flag(String name, String description) {
        return Option.builder().longOpt(name).desc(description).get();
    }

    /** An option with a value. */
    public static Option value(String name, String valueName, String description) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName(valueName)
                .desc(description)
                .get();
    }

    /** An option with a value, which may be given more than once. */
    public static Option repeatable(String name, String valueName, String description) {
        Option option = value(name, valueName, description);
        option.setType(List.class);
        return option;
    }

    /** What stands in a place besides options, from 0. */
    public String operand(int place) {
        return line.getArgList().get(place);
    }

    public boolean has(String option) {
        return line.hasOption(option);
    }

    public Optional<String> text(String option) {
        return Optional.ofNullable(line.getOptionValue(option));
    }

    /** Every value of an option that may be repeated. */
    public List<String> texts(String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /** A whole number within bounds. */
    public int number(String option, int otherwise, int least, int most) {
        return text(option)
                .map(text -> {
                    try {
                        int number = Integer.parseInt(text);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // Reported below, as is a number out of bounds.
                    }
                    throw new Misused("--" + option + " must be a number from " + least + " to " + most);
                })
                .orElse(otherwise);
    }

    /** One of the type's constants, regardless of upper and lower case. */
    public <E extends Enum<E>> E choice(String option, Class<E> type, E otherwise) {
        return text(option)
                .map(text -> Stream.of(type.getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new Misused("--" + option + " must be one of " + names(type))))
                .orElse(otherwise);
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
