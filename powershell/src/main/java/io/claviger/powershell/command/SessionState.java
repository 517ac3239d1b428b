package io.claviger.powershell.command;

import io.claviger.powershell.value.ShellObject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What lives as long as the session: its values, and the commands that it knows. */
public interface SessionState extends SessionValues {

    /** A command by name or alias, without regard to case. */
    Optional<CmdletDescription> command(String name);

    /** A new object of a service's type, by its full name, with all of its properties and no values. */
    Optional<ShellObject> object(String type);

    /** All commands' names. */
    Collection<String> commands();

    /** The modules whose cmdlets are there. */
    Set<String> modules();

    /** Aliases (lower case) of all commands, with the command's name. */
    Map<String, String> aliases();
}
