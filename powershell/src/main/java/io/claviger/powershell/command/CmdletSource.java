package io.claviger.powershell.command;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A family of cmdlets. Each is made when it is first needed, so that a session for one command starts fast. Safe for
 * use by several threads.
 */
public interface CmdletSource {

    /** The cmdlets' names. */
    Collection<String> names();

    /** A cmdlet by its name, without regard to case. */
    Optional<Cmdlet> find(String name);

    /** Aliases in lower case, with the name of the cmdlet that each stands for. */
    Map<String, String> aliases();
}
