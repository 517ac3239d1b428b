package io.claviger.powershell.command;

import io.claviger.powershell.value.ErrorRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a running cmdlet may use. For the thread that runs the cmdlet; only {@link #onStop} may be called by others.
 */
public interface CmdletContext {

    /**
     * Hands one object to the next command of the pipeline. An array is one object here; see {@link #writeAll}.
     *
     * @throws StopUpstream when no later command needs more; do not catch it, and do not fetch the next page
     */
    void write(@Nullable Object value);

    /**
     * Hands on each item of an array, a single value as it is, and nothing for {@code null}.
     *
     * @throws StopUpstream as {@link #write}
     */
    void writeAll(@Nullable Object value);

    /**
     * Says that this cmdlet needs no more input. The commands before it are stopped; what it has written goes on.
     *
     * @throws StopUpstream always; do not catch it
     */
    void enough();

    /**
     * Reports an error and goes on, unless {@code -ErrorAction} or {@code $ErrorActionPreference} says otherwise.
     *
     * @throws io.claviger.powershell.value.TerminatingError when they say {@code Stop}
     */
    void writeError(ErrorRecord error);

    /**
     * Reports an error as one of the function that called this command, at the place where that was called. An error of a
     * script or a line has no place.
     *
     * @throws io.claviger.powershell.value.TerminatingError as {@link #writeError}
     */
    void writeCallersError(ErrorRecord error);

    /** A line after {@code WARNING: }, unless they are silenced. */
    void writeWarning(String message);

    /** A line, when {@code -InformationAction} or {@code $InformationPreference} asks for it. */
    void writeInformation(String message);

    /** A line after {@code VERBOSE: }, when asked for. */
    void writeVerbose(String message);

    /** A line after {@code DEBUG: }, when asked for. */
    void writeDebug(String message);

    /** Prints text to the terminal, past the pipeline. */
    void writeHost(String text);

    /** Prints a value to the terminal, past the pipeline, in the form that it has at a pipeline's end. */
    void show(@Nullable Object value);

    /**
     * Whether to go ahead: false with {@code -WhatIf} (which prints what would be done) or if the user says no. Asks if
     * the cmdlet's impact or {@code -Confirm} demands it.
     *
     * @param target what it is done to, such as an access key's id; empty when it is nothing in particular
     * @param operation what is done, such as {@code Remove-AccessKey (DeleteAccessKey)}
     * @throws io.claviger.powershell.value.TerminatingError when it must ask and no one can answer
     */
    boolean shouldProcess(String target, String operation);

    /**
     * What {@code -Force} does: the question is skipped. A dry run stays one: {@code -WhatIf} is stronger, typed on this
     * cmdlet, on a function or a script around it, or as {@code $WhatIfPreference}.
     *
     * @param force whether {@code -Force} is on
     * @param target as in {@link #shouldProcess}
     * @param operation as in {@link #shouldProcess}
     */
    boolean shouldProceed(boolean force, String target, String operation);

    /** The session: its variables, environment, folder, clock and commands. */
    SessionState session();

    /** Asks the user. */
    Prompts prompts();

    /** The description of the cmdlet that runs. */
    CmdletDescription description();

    /** Whether it was told to stop (Ctrl-C). */
    boolean isStopping();

    /**
     * Registers an action, such as aborting a call, that another thread runs if the cmdlet is stopped.
     *
     * @return the registration; closing it removes the action
     */
    Registration onStop(Runnable action);

    /** A registered action, which closing removes. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
