package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.value.ErrorCategory;
import io.claviger.cmdlets.value.ErrorRecord;
import io.claviger.cmdlets.value.TerminatingError;

/** Why there are no keys, in AWS Tools' words where they have any. */
final class Refusals {

    private Refusals() {}

    static TerminatingError of(String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION,
                "InvalidOperationException",
                "System.InvalidOperationException",
                message));
    }

    static TerminatingError argument(String message) {
        return new TerminatingError(ErrorRecord.argument(message));
    }
}
