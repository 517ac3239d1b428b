package io.claviger.cmdlets.operator;

import io.claviger.cmdlets.value.ErrorCategory;
import io.claviger.cmdlets.value.ErrorRecord;
import io.claviger.cmdlets.value.TerminatingError;

/** The errors of operators. */
final class Problems {

    private Problems() {}

    static TerminatingError runtime(String id, String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION, id, "System.Management.Automation.RuntimeException", message));
    }

    static TerminatingError argument(String message) {
        return new TerminatingError(ErrorRecord.argument(message));
    }
}
