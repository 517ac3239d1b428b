package io.claviger.powershell.shell;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.value.ShellObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands of a session: its cmdlets, and the functions that the current scope sees. */
final class CommandTable {

    private final List<CmdletSource> sources;
    private final Scopes scopes;

    CommandTable(List<CmdletSource> sources, Scopes scopes) {
        this.sources = List.copyOf(sources);
        this.scopes = scopes;
    }

    /** A function, a cmdlet or what an alias stands for, in this order; without regard to case. */
    @Nullable
    Cmdlet find(String name) {
        Cmdlet function = scopes.current().function(name);
        if (function != null) {
            return function;
        }
        for (CmdletSource source : sources) {
            Cmdlet found = source.find(name).orElse(null);
            if (found != null) {
                return found;
            }
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        for (CmdletSource source : sources) {
            String meant = source.aliases().get(wanted);
            if (meant != null) {
                return source.find(meant).orElse(null);
            }
        }
        return null;
    }

    /** A new object of a service's type. */
    Optional<ShellObject> object(String type) {
        return sources.stream().flatMap(source -> source.object(type).stream()).findFirst();
    }

    Collection<String> names() {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sources.forEach(source -> names.addAll(source.names()));
        names.addAll(scopes.current().functionNames());
        return names;
    }

    /** The modules of all commands, and those that the sources name besides. */
    Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        for (String name : names()) {
            Cmdlet command = find(name);
            if (command != null) {
                modules.add(command.description().module());
            }
        }
        sources.forEach(source -> modules.addAll(source.modules()));
        return modules;
    }

    /** Why a command of PowerShell is left out, if a source says so; without regard to case. */
    Optional<String> whyLeftOut(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return sources.stream()
                .flatMap(source -> Stream.ofNullable(source.leftOut().get(key)))
                .findFirst();
    }

    Map<String, String> aliases() {
        Map<String, String> all = new TreeMap<>();
        sources.forEach(source -> all.putAll(source.aliases()));
        return all;
    }
}
