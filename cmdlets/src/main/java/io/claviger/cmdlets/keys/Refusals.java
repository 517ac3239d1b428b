package io.claviger.cmdlets.keys;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/** Why there are no keys, in AWS Tools' words where they have any. */
public final class Refusals {

    private Refusals() {}

    /** There are no keys, for this reason. */
    public static TerminatingError of(String message) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.INVALID_OPERATION,
                "InvalidOperationException",
                "System.InvalidOperationException",
                message));
    }

    /** Why a file cannot be used, behind its name. */
    public static String reason(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission is denied to " + denied.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is no folder.";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason() + ".";
            default -> Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        };
    }

    /** An argument is not one that can be used. */
    public static TerminatingError argument(String message) {
        return new TerminatingError(ErrorRecord.argument(message));
    }
}
