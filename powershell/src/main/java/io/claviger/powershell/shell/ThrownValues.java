package io.claviger.powershell.shell;

import io.claviger.powershell.operator.ExceptionTypes;
import io.claviger.powershell.operator.Exceptions;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code throw} makes of a value: an error, an exception, a text or any object. */
final class ThrownValues {

    private ThrownValues() {}

    /**
     * The error that is thrown.
     *
     * @param value what is thrown
     * @param bare whether nothing stands behind {@code throw}
     * @param handled the error that a {@code catch} handles, which a bare {@code throw} throws again
     */
    static TerminatingError error(@Nullable Object value, boolean bare, @Nullable TerminatingError handled) {
        if (bare && handled != null) {
            return new TerminatingError(handled.error(), true);
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
