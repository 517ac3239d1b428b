package io.claviger.powershell.shell;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.HistoryEntry;
import io.claviger.powershell.command.SessionState;
import io.claviger.powershell.value.ShellObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running session, as its cmdlets see it. */
final class State implements SessionState {

    private final Map<String, String> environment;
    private final Path folder;
    private final Path home;
    private final Clock clock;
    private final Map<Class<?>, AutoCloseable> parts = new LinkedHashMap<>();
    private final Scopes scopes;
    private final CommandTable commands;
    private final History history;

    State(
            Map<String, String> environment,
            Path folder,
            Path home,
            Clock clock,
            Scopes scopes,
            CommandTable commands,
            History history) {
        this.environment = new TreeMap<>(environment);
        this.folder = folder;
        this.home = home;
        this.clock = clock;
        this.scopes = scopes;
        this.commands = commands;
        this.history = history;
    }

    @Override
    public @Nullable Object variable(String name) {
        return scopes.current().get(name);
    }

    @Override
    public void setVariable(String name, @Nullable Object value) {
        scopes.current().set(name, value);
    }

    @Override
    public void setGlobalVariable(String name, @Nullable Object value) {
        scopes.global().set(name, value);
    }

    @Override
    public void removeGlobalVariable(String name) {
        scopes.global().remove(name);
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Optional<CmdletDescription> command(String name) {
        return Optional.ofNullable(commands.find(name)).map(Cmdlet::description);
    }

    @Override
    public Optional<ShellObject> object(String type) {
        return commands.object(type);
    }

    @Override
    public Collection<String> commands() {
        return commands.names();
    }

    @Override
    public Set<String> modules() {
        return commands.modules();
    }

    @Override
    public Map<String, String> aliases() {
        return commands.aliases();
    }

    @Override
    public List<String> variables(String prefix) {
        String wanted = prefix.toLowerCase(Locale.ROOT);
        return scopes.current().visible().keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
    }

    @Override
    public void assign(String name, @Nullable Object value, String scope) {
        scopes.current().named(scope).assign(name, value);
    }

    @Override
    public void strict(int version) {
        scopes.current().strict(version);
    }

    @Override
    public void forget(String name) {
        scopes.current().forget(name);
    }

    @Override
    public Map<String, @Nullable Object> visibleVariables() {
        return scopes.current().visible();
    }

    @Override
    public List<HistoryEntry> history() {
        return history.entries();
    }

    @Override
    public <T extends AutoCloseable> T part(Class<T> kind, Supplier<T> make) {
        return kind.cast(parts.computeIfAbsent(kind, missing -> make.get()));
    }

    /** Closes the parts, the last one first. */
    void close() {
        List<AutoCloseable> open = new ArrayList<>(parts.values());
        parts.clear();
        for (AutoCloseable part : open.reversed()) {
            try {
                part.close();
            } catch (Exception error) {
                System.Logger log = System.getLogger(State.class.getName());
                log.log(System.Logger.Level.DEBUG, "A part of the session did not close", error);
            }
        }
    }
}
