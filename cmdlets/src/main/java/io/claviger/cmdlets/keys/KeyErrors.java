package io.claviger.cmdlets.keys;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/** Errors about keys, in AWS Tools' words if they have any. */
public final class KeyErrors {

    private KeyErrors() {}

    /** An error: there are no keys, for this reason. */
    public static TerminatingError of(String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION,
                "InvalidOperationException",
                "System.InvalidOperationException",
                message));
    }

    /** Why a file cannot be used, to follow its name in a message. */
    public static String reason(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission is denied to " + denied.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is not a folder.";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason() + ".";
            default -> Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        };
    }

    /** An error: an argument cannot be used. */
    public static TerminatingError argument(String message) {
        return new TerminatingError(ErrorRecord.argument(message));
    }
}
