package io.claviger.powershell.operator;

import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;

/** Objects of a service's types that a script makes: {@code [Amazon.IdentityManagement.Model.Tag]@{Key = 'team'}}. */
final class ServiceObjects {

    private ServiceObjects() {}

    static ShellObject of(String type, Hashtable properties) {
        ShellObject made = new ShellObject(ObjectType.named(type));
        properties.entries().forEach(entry -> made.with(Text.of(entry.key()), entry.value()));
        return made;
    }
}
