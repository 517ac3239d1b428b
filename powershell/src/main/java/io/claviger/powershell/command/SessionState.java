package io.claviger.powershell.command;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What lives as long as the session: its values, and the commands that it knows. */
public interface SessionState extends SessionValues {

    /** A command by name or alias, without regard to case. */
    Optional<CmdletDescription> command(String name);

    /** All commands' names. */
    Collection<String> commands();

    /** Aliases (lower case) of all commands, with the command's name. */
    Map<String, String> aliases();
}
