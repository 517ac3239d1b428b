package io.claviger.powershell.command;

import io.claviger.powershell.value.ErrorRecord;
import org.jspecify.annotations.Nullable;

/** What a running cmdlet may use. Used by the thread that runs the cmdlet, {@link #onStop} apart. */
public interface CmdletContext {

    /**
     * Hands one object to the next command of the pipeline. An array is one object here; see {@link #writeAll}.
     *
     * @throws StopUpstream when nobody downstream wants more; let it through, and stop (do not fetch the next page)
     */
    void write(@Nullable Object value);

    /**
     * Hands on each item of an array, a single value as it is, and nothing for {@code null}.
     *
     * @throws StopUpstream as {@link #write}
     */
    void writeAll(@Nullable Object value);

    /**
     * Says that this cmdlet needs no more input, and stops whatever would bring more; what it wrote goes on downstream.
     *
     * @throws StopUpstream always; let it through
     */
    void enough();

    /**
     * Reports an error and goes on, if {@code -ErrorAction} or {@code $ErrorActionPreference} do not say otherwise.
     *
     * @throws io.claviger.powershell.value.TerminatingError when they say {@code Stop}
     */
    void writeError(ErrorRecord error);

    /** A line after {@code WARNING: }, unless they are silenced. */
    void writeWarning(String message);

    /** A line after {@code VERBOSE: }, when asked for. */
    void writeVerbose(String message);

    /** A line after {@code DEBUG: }, when asked for. */
    void writeDebug(String message);

    /** Text for whoever sits at the terminal, which no pipeline catches. */
    void writeHost(String text);

    /** Prints a value as at the end of a pipeline, for whoever sits at the terminal; no pipeline catches it. */
    void show(@Nullable Object value);

    /**
     * Whether to do it: false after {@code -WhatIf} (which is told) or when the user said no. Asks when the cmdlet's impact
     * or {@code -Confirm} demand it.
     *
     * @param target what it is done to, such as an access key's id; empty when it is nothing in particular
     * @param operation what is done, such as {@code Remove-IAMAccessKey (DeleteAccessKey)}
     * @throws io.claviger.powershell.value.TerminatingError when it must be asked and nobody can answer
     */
    boolean shouldProcess(String target, String operation);

    /**
     * What AWS's cmdlets do with {@code -Force}: the question is skipped, unless {@code -WhatIf} was typed on this cmdlet.
     *
     * @param force whether {@code -Force} is on
     * @param target as in {@link #shouldProcess}
     * @param operation as in {@link #shouldProcess}
     */
    boolean shouldProceed(boolean force, String target, String operation);

    /** The session: variables, environment, folder, clock. */
    SessionState session();

    /** Whoever sits at the terminal. */
    Prompts prompts();

    /** The description of the cmdlet that runs. */
    CmdletDescription description();

    /** Whether it was told to stop (Ctrl-C). */
    boolean isStopping();

    /**
     * Has something done, by another thread, when it is told to stop: aborting a call that waits, for example.
     *
     * @return taken back by closing it
     */
    Registration onStop(Runnable action);

    /** Something registered, which closing takes back. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
