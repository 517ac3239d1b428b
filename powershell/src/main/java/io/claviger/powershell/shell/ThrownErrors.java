package io.claviger.powershell.shell;

import io.claviger.powershell.operator.ExceptionTypes;
import io.claviger.powershell.operator.Exceptions;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code throw} throws. */
final class ThrownErrors {

    private ThrownErrors() {}

    /**
     * The error for a value.
     *
     * @param again what a bare {@code throw} in a {@code catch} throws again; {@code null} for any other
     */
    static TerminatingError of(@Nullable Object value, @Nullable TerminatingError again) {
        if (again != null) {
            return new TerminatingError(again.error(), true);
        }
        if (value instanceof ErrorRecord error) {
            return new TerminatingError(error, true);
        }
        Optional<ErrorRecord> exception = Exceptions.thrown(value);
        if (exception.isPresent()) {
            return new TerminatingError(exception.get(), true);
        }
        String message = value == null ? "ScriptHalted" : Text.of(value);
        return new TerminatingError(
                ErrorRecord.of(ErrorCategory.OPERATION_STOPPED, message, ExceptionTypes.RUNTIME, message)
                        .about(value),
                true);
    }
}
