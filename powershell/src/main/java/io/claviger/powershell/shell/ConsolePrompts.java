package io.claviger.powershell.shell;

import io.claviger.powershell.command.Prompts;
import io.claviger.powershell.format.Colours;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.Function;

/** PowerShell's questions, on a console. */
final class ConsolePrompts implements Prompts {

    private final Console console;

    ConsolePrompts(Console console) {
        this.console = console;
    }

    static TerminatingError nobodyAnswers() {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION,
                "InvalidOperation",
                "System.Management.Automation.PSInvalidOperationException",
                "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available."));
    }

    private String answer(Function<Console, Optional<String>> asking) {
        if (console.silent()) {
            throw nobodyAnswers();
        }
        return asking.apply(console).orElseThrow(() -> {
            console.out("\n");
            return nobodyAnswers();
        });
    }

    @Override
    public String line(String prompt) {
        return answer(one -> one.read(prompt));
    }

    @Override
    public String secret(String prompt) {
        return answer(one -> one.readSecret(prompt));
    }

    @Override
    public int choice(String caption, String message, List<Choice> choices, int defaultChoice) {
        if (console.silent()) {
            throw nobodyAnswers();
        }
        console.out("\n" + Colours.prompt(console.coloured(), caption) + "\n");
        message.lines().forEach(line -> console.out(wrapped(line) + "\n"));
        while (true) {
            String answer = line(offer(choices, defaultChoice)).strip();
            if (answer.isEmpty()) {
                return defaultChoice;
            }
            if (answer.equals("?")) {
                choices.forEach(one -> console.out(hotKey(one) + " - " + one.help() + "\n"));
                continue;
            }
            for (int i = 0; i < choices.size(); i++) {
                boolean chosen = answer.equalsIgnoreCase(hotKey(choices.get(i)))
                        || answer.equalsIgnoreCase(label(choices.get(i)));
                if (chosen) {
                    return i;
                }
            }
        }
    }

    /** The sentence in lines that leave the last cell free; blanks stay where they are. */
    private String wrapped(String sentence) {
        int width = Math.max(1, console.width() - 1);
        StringBuilder lines = new StringBuilder();
        int used = 0;
        StringTokenizer words = new StringTokenizer(sentence, " ", true);
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (used > 0 && used + word.length() > width) {
                lines.append('\n');
                used = 0;
            }
            lines.append(word);
            used += word.length();
        }
        return lines.toString();
    }

    private static String label(Choice choice) {
        return choice.label().replace("&", "");
    }

    private static String hotKey(Choice choice) {
        int at = choice.label().indexOf('&');
        return at < 0 || at + 1 >= choice.label().length()
                ? label(choice)
                : choice.label().substring(at + 1, at + 2).toUpperCase(Locale.ROOT);
    }

    /** The line of choices, broken before a choice that would reach the last cell. */
    private String offer(List<Choice> choices, int defaultChoice) {
        List<String> pieces = new ArrayList<>();
        choices.forEach(one -> pieces.add("[" + hotKey(one) + "] " + label(one) + "  "));
        pieces.add("[?] Help ");
        pieces.add("(default is \"" + hotKey(choices.get(defaultChoice)) + "\"): ");
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            boolean breaks = used + piece.length() > console.width() - 1;
            String shown = breaks ? piece.stripTrailing() : piece;
            used = breaks ? piece.length() : used + piece.length();
            String text = i == defaultChoice ? Colours.chosen(console.coloured(), shown) : shown;
            line.append(breaks ? "\n" : "").append(text);
        }
        return line.toString();
    }
}
