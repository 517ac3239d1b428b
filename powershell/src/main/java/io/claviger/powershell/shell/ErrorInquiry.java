package io.claviger.powershell.shell;

import io.claviger.powershell.command.Prompts;
import io.claviger.powershell.command.Prompts.Choice;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.util.List;

/** {@code -ErrorAction Inquire}: asks after each error whether to go on. "Yes to All" holds for the rest of one command. */
final class ErrorInquiry {

    private static final List<Choice> CHOICES = List.of(
            new Choice("&Yes", "Continue with only the next step of the operation."),
            new Choice("Yes to &All", "Continue with all the steps of the operation."),
            new Choice("&Halt Command", "Stop this command."),
            new Choice(
                    "&Suspend",
                    "Pause the current pipeline and return to the command prompt. Type \"exit\" to resume the pipeline."));

    private final Prompts prompts;
    private final Runnable suspend;
    private boolean yesToAll;

    ErrorInquiry(Prompts prompts, Runnable suspend) {
        this.prompts = prompts;
        this.suspend = suspend;
    }

    /**
     * Asks whether to go on; returns if so. Else it throws the error that the command was halted, which ends the
     * script.
     */
    void ask(String message) {
        while (!yesToAll) {
            switch (prompts.choice("Confirm", message, CHOICES, 0)) {
                case 0 -> {
                    return;
                }
                case 1 -> yesToAll = true;
                case 2 ->
                    throw new TerminatingError(
                            ErrorRecord.of(
                                    ErrorCategory.OPERATION_STOPPED,
                                    "ActionPreferenceStop",
                                    "System.Management.Automation.ActionPreferenceStopException",
                                    "The running command stopped because the user selected the Stop option."),
                            true);
                default -> suspend.run();
            }
        }
    }
}
