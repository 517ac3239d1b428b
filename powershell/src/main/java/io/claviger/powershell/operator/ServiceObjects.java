package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;

/** Objects of a service's types that a script makes: {@code [Contoso.Model.Tag]@{Key = 'team'}}. */
public final class ServiceObjects {

    private ServiceObjects() {}

    /**
     * The new object with these properties.
     *
     * @throws io.claviger.powershell.value.TerminatingError if the type has no such property
     */
    public static ShellObject filled(ShellObject made, Hashtable properties) {
        for (Hashtable.Entry entry : properties.entries()) {
            String name = Text.of(entry.key());
            if (!made.has(name)) {
                String type = made.type().name();
                throw Conversion.impossible(
                        "System.Collections.Hashtable",
                        type,
                        "The property '" + name + "' was not found for the '" + type
                                + "' object. The available property is: [" + String.join("] , [", made.names()) + "]");
            }
            made.with(name, entry.value());
        }
        return made;
    }
}
