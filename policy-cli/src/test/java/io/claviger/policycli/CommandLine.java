package io.claviger.policycli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line as it is typed: variables of the environment, {@code ./claviger policy}, words, perhaps in quotes, and
 * perhaps a file as standard input.
 */
record CommandLine(Map<String, String> environment, List<String> words, String input) {

    private static final String COMMAND = "./claviger policy";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /** What came of it. */
    record Outcome(int status, String out, String err) {

        /** As it looks on a terminal, with what standard error has at the end. */
        String both() {
            return out + err;
        }
    }

    static CommandLine parse(String typed) {
        int command = typed.indexOf(COMMAND);
        if (command < 0) {
            throw new IllegalArgumentException(typed);
        }
        Map<String, String> environment = new HashMap<>();
        for (String variable : typed.substring(0, command).split(" ", -1)) {
            if (!variable.isEmpty()) {
                environment.put(
                        variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
            }
        }
        String[] parts = typed.substring(command + COMMAND.length()).split(" < ", 2);
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(parts[0]);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return new CommandLine(environment, words, parts.length == 1 ? "" : parts[1].strip());
    }

    /** Runs it in a directory. */
    Outcome run(Path directory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        byte[] in = input.isEmpty() ? new byte[0] : Files.readAllBytes(directory.resolve(input));
        int status = new PolicyProgram(
                        directory,
                        new ByteArrayInputStream(in),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment)
                .run(words);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
