package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.value.ErrorCategory;
import io.claviger.cmdlets.value.ErrorRecord;
import io.claviger.cmdlets.value.TerminatingError;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Objects;

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

    /** Why a file cannot be used, behind its name. */
    static String reason(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission is denied to " + denied.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is no folder.";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason() + ".";
            default -> Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        };
    }

    static TerminatingError argument(String message) {
        return new TerminatingError(ErrorRecord.argument(message));
    }
}
