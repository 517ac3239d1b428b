package io.claviger.server.start;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.Server;
import io.claviger.server.composition.Settings;
import io.claviger.server.declared.Declaration;
import io.claviger.server.declared.DeclarationFile;
import io.claviger.server.declared.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start is to make of the account before it serves.
 *
 * @param declared what it is to be; empty if nothing is declared
 * @param isPlanOnly whether it is only to be said what would be done
 */
record Bootstrap(Surroundings system, Optional<Declared> declared, boolean isPlanOnly) {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final String PROGRAM = "claviger bootstrap";

    /** A file, and what it declares. */
    private record Declared(Path file, Declaration declaration) {}

    /**
     * What the options say.
     *
     * @throws Misused if they do not go together
     * @throws io.claviger.server.command.UnusableSetting if the file cannot be read
     */
    static Bootstrap of(Surroundings system, Arguments arguments) {
        Optional<Path> file = arguments.text("bootstrap").map(Path::of);
        boolean isPlanOnly = arguments.has("bootstrap-plan");
        if (isPlanOnly && file.isEmpty()) {
            throw new Misused("--bootstrap-plan goes with --bootstrap");
        }
        return new Bootstrap(
                system, file.map(path -> new Declared(path, new DeclarationFile(path, system).read())), isPlanOnly);
    }

    /** Makes the account as it is declared. */
    void apply(Server server) {
        declared.ifPresent(wanted -> {
            try (Plan plan = plan(wanted, server)) {
                plan.apply();
                LOG.info(
                        "the account is as {} declares; steps done: {}",
                        wanted.file(),
                        plan.lines().size());
            }
        });
    }

    private static Plan plan(Declared wanted, Server server) {
        return Plan.of(wanted.declaration(), server.root(), server.account().accountId(), PROGRAM);
    }

    /** Prints what would be done. If there is no account yet, none is made: one in memory stands for it. */
    void printPlan(Settings settings) {
        Settings planned = settings.data().isNew() ? settings.on(new DataLocation.InMemory()) : settings;
        try (Server server = Server.on(planned, system.clock(), FirstStart.Recipient.NOBODY);
                Plan plan = plan(declared.orElseThrow(), server)) {
            List<String> lines = plan.lines();
            lines.forEach(system.out()::println);
            if (lines.isEmpty()) {
                system.out()
                        .println("Nothing is to be done: the account is as "
                                + declared.orElseThrow().file() + " declares.");
            }
        }
    }
}
