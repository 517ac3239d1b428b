package io.claviger.server.command;

import org.apache.commons.cli.Options;

/** {@code claviger version}. */
public final class VersionCommand implements Command {

    private final Surroundings system;

    public VersionCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "version";
    }

    @Override
    public String summary() {
        return "Shows which Claviger and which Java this is.";
    }

    @Override
    public String details() {
        return "";
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(Arguments arguments) {
        system.out().println("Claviger " + Version.current() + " on Java " + Runtime.version());
        return 0;
    }
}
