package io.claviger.powershell.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What lives as long as the session, apart from its commands. Modules keep their users' choices in variables. */
public interface SessionValues {

    /** A variable's value as the running command sees it; {@code null} if there is none. */
    @Nullable
    Object variable(String name);

    /** Sets a variable of the running command's scope. */
    void setVariable(String name, @Nullable Object value);

    /** Sets a variable of the whole session. */
    void setGlobalVariable(String name, @Nullable Object value);

    /** Forgets a variable of the whole session. */
    void removeGlobalVariable(String name);

    /** The environment, with what {@code $env:NAME = ...} has changed. Live: later commands see changes to it. */
    Map<String, String> environment();

    /** The folder that relative paths start from. */
    Path folder();

    /** The home folder, {@code ~}. */
    Path home();

    /** The time, and the zone in which dates are shown. */
    Clock clock();

    /** A Java object that belongs to the session, such as open clients: made once, closed with the session. */
    <T extends AutoCloseable> T part(Class<T> kind, Supplier<T> make);

    /**
     * Sets a variable as an assignment of a script does.
     *
     * @param scope {@code Local}, {@code Script}, {@code Global}, or how many scopes it is further out
     * @throws io.claviger.powershell.value.TerminatingError when it is read-only
     */
    void assign(String name, @Nullable Object value, String scope);

    /** Sets what {@code Set-StrictMode} says for the current scope: 0 for off, up to 3. */
    void strict(int version);

    /**
     * Forgets the variable that the running command sees under this name, if there is one.
     *
     * @throws io.claviger.powershell.value.TerminatingError when it is read-only
     */
    void forget(String name);

    /** The variables that the running command sees, in the order of their names; the caller's own copy. */
    Map<String, @Nullable Object> visibleVariables();

    /** The lines that were run, oldest first. */
    List<HistoryEntry> history();

    /** The names of the variables that begin so. */
    List<String> variables(String prefix);
}
