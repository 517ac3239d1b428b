package io.claviger.powershell.binding;

import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;

/** An argument that cannot be bound. Its place is where the error is shown. */
public final class ArgumentError extends TerminatingError {

    private final int place;

    ArgumentError(ErrorRecord error, int place) {
        super(error);
        this.place = place;
    }

    /** The argument's number among those of the command, from 0. */
    public int place() {
        return place;
    }
}
