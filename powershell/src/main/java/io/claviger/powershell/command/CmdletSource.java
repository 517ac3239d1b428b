package io.claviger.powershell.command;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A family of cmdlets, made when they are asked for, so that a session of one command starts fast. Safe for use by several
 * threads.
 */
public interface CmdletSource {

    /** The cmdlets' names. */
    Collection<String> names();

    /** A cmdlet by its name, without regard to case. */
    Optional<Cmdlet> find(String name);

    /** Aliases in lower case, with the name of the cmdlet that each stands for. */
    Map<String, String> aliases();
}
