package io.claviger.powershell.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A fixed list of cmdlets as a source. */
public final class CmdletList implements CmdletSource {

    private final Map<String, Cmdlet> byName = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();

    /** A source of these cmdlets. */
    public CmdletList(Collection<Cmdlet> cmdlets) {
        for (Cmdlet cmdlet : cmdlets) {
            CmdletDescription description = cmdlet.description();
            byName.put(description.name().toLowerCase(Locale.ROOT), cmdlet);
            for (String alias : description.aliases()) {
                aliases.put(alias.toLowerCase(Locale.ROOT), description.name());
            }
        }
    }

    @Override
    public Collection<String> names() {
        return byName.values().stream().map(one -> one.description().name()).toList();
    }

    @Override
    public Optional<Cmdlet> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Map<String, String> aliases() {
        return Map.copyOf(aliases);
    }
}
