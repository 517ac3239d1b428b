package io.claviger.powershell.golden;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cmdlets with the types that a script can make, and the module that has all of them. */
record TypedCmdlets(CmdletSource source, ObjectType type) implements CmdletSource {

    @Override
    public Collection<String> names() {
        return source.names();
    }

    @Override
    public Optional<Cmdlet> find(String name) {
        return source.find(name);
    }

    @Override
    public Optional<ShellObject> object(String name) {
        return name.equalsIgnoreCase(type.name())
                ? Optional.of(new ShellObject(type).with("Key", null).with("Value", null))
                : Optional.empty();
    }

    @Override
    public List<String> modules() {
        return List.of("AWSPowerShell.NetCore");
    }

    @Override
    public Map<String, String> aliases() {
        return source.aliases();
    }
}
