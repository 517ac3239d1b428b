package io.claviger.powershell.command;

import io.claviger.powershell.value.ShellObject;
import java.util.Collection;
import java.util.List;
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

    /**
     * A new object of one of the service's types, with all of its properties and no values.
     *
     * @param type the full name, without regard to case
     */
    default Optional<ShellObject> object(String type) {
        return Optional.empty();
    }

    /** Aliases in lower case, with the name of the cmdlet that each stands for. */
    Map<String, String> aliases();

    /** Names of modules that {@code Import-Module} finds, besides those that the cmdlets are of. */
    default List<String> modules() {
        return List.of();
    }

    /**
     * Commands of PowerShell that do not go with this family: their names in lower case, each with the reason, which
     * goes on after {@code Start-It is not supported: }.
     */
    default Map<String, String> leftOut() {
        return Map.of();
    }
}
