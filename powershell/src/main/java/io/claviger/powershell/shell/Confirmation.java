package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Prompts.Choice;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.util.List;
import java.util.Locale;

/** Whether a cmdlet asks before it acts, and what was answered. "To All" holds for the rest of one command. */
final class Confirmation {

    private static final List<Choice> CHOICES = List.of(
            new Choice("&Yes", "Continue with only the next step of the operation."),
            new Choice("Yes to &All", "Continue with all the steps of the operation."),
            new Choice("&No", "Skip this operation and proceed with the next operation."),
            new Choice("No to A&ll", "Skip this operation and all subsequent operations."),
            new Choice(
                    "&Suspend",
                    "Pause the current pipeline and return to the command prompt. Type \"exit\" to resume the pipeline."));

    private static final List<Choice> YES_OR_NO = List.of(
            new Choice("&Yes", "Continue with this operation."),
            new Choice("&No", "Skip this operation."),
            new Choice(
                    "&Suspend",
                    "Pause the current pipeline and return to the command prompt. Type \"exit\" to resume the pipeline."));

    private final Engine engine;
    private final Binding binding;
    private final Impact preference;
    private boolean yesToAll;
    private boolean noToAll;

    Confirmation(Engine engine, Binding binding) {
        this.engine = engine;
        this.binding = binding;
        preference = preference();
    }

    /** The impact from which on it asks; NONE for never. */
    private Impact preference() {
        if (binding.common().has("Confirm")) {
            return binding.common().flag("Confirm") ? Impact.LOW : Impact.NONE;
        }
        return switch (Text.of(engine.scope().get("ConfirmPreference")).toLowerCase(Locale.ROOT)) {
            case "none" -> Impact.NONE;
            case "low" -> Impact.LOW;
            case "medium" -> Impact.MEDIUM;
            default -> Impact.HIGH;
        };
    }

    /** Whether nothing is done, but said: by {@code -WhatIf}, also of a function or a script around this command. */
    boolean onlySays() {
        return binding.common().has("WhatIf")
                ? binding.common().flag("WhatIf")
                : Conversion.isTrue(engine.scope().get("WhatIfPreference"));
    }

    boolean shouldProcess(String target, String operation, CmdletContext context) {
        String sentence = "Performing the operation \"" + operation + "\" on target \"" + target + "\".";
        return shouldProcess(
                sentence, "Are you sure you want to perform this action?\n" + sentence, "Confirm", context);
    }

    /**
     * The same with texts of its own.
     *
     * @param sentence what is done
     * @param question what is asked
     * @param caption what stands above the question
     */
    boolean shouldProcess(String sentence, String question, String caption, CmdletContext context) {
        if (onlySays()) {
            engine.screen.console().out("What if: " + sentence + "\n");
            return false;
        }
        boolean asks = preference != Impact.NONE
                && preference.compareTo(binding.description().impact()) <= 0;
        if (!asks) {
            context.writeVerbose(sentence);
            return true;
        }
        return yesToAll || (!noToAll && ask(caption, question));
    }

    /** Asks, whatever the preferences say. */
    boolean shouldContinue(String question, String caption) {
        while (true) {
            switch (engine.screen.prompts().choice(caption, question, YES_OR_NO, 0)) {
                case 0 -> {
                    return true;
                }
                case 1 -> {
                    return false;
                }
                default -> engine.suspend();
            }
        }
    }

    private boolean ask(String caption, String question) {
        while (true) {
            int answer = engine.screen.prompts().choice(caption, question, CHOICES, 0);
            switch (answer) {
                case 0 -> {
                    return true;
                }
                case 1 -> {
                    yesToAll = true;
                    return true;
                }
                case 2 -> {
                    return false;
                }
                case 3 -> {
                    noToAll = true;
                    return false;
                }
                default -> engine.suspend();
            }
        }
    }
}
