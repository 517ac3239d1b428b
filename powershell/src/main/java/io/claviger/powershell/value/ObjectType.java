package io.claviger.powershell.value;

import java.util.Optional;

/**
 * The type of an object.
 *
 * @param name the full name that {@code Get-Member} and {@code GetType()} show, such as {@code
 *     System.Management.Automation.PSCustomObject}
 * @param view how it is printed; without one, PowerShell's rule for raw properties applies: a table of up to four with
 *     numbers to the right, else a list
 */
public record ObjectType(String name, Optional<View> view) {

    /** What {@code [pscustomobject]@{...}} and most core cmdlets make. */
    public static final ObjectType CUSTOM =
            new ObjectType("System.Management.Automation.PSCustomObject", Optional.empty());

    /** A type without a view. */
    public static ObjectType named(String name) {
        return new ObjectType(name, Optional.empty());
    }

    /** A type that is printed in the given way. */
    public static ObjectType viewed(String name, View view) {
        return new ObjectType(name, Optional.of(view));
    }

    /** The part of the name after the last dot. */
    public String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
