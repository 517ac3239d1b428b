package io.claviger.server;

import picocli.CommandLine.Command;

/** {@code claviger version}. */
@Command(name = "version", description = "Tells which Claviger and which Java this is.")
final class VersionCommand implements Runnable {

    private final Surroundings system;

    VersionCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public void run() {
        system.out().println("Claviger " + Version.current() + " on Java " + Runtime.version());
    }
}
