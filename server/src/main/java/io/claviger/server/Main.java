package io.claviger.server;

import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.access.AccessKeySecrets;
import io.claviger.iam.access.Callers;
import io.claviger.iam.access.KeyUses;
import io.claviger.iam.access.SessionTokens;
import io.claviger.iam.store.Store;
import io.claviger.operations.Catalog;
import io.claviger.operations.Deployment;
import io.claviger.operations.SignUp;
import io.claviger.server.http.Listener;
import io.claviger.server.road.CallerCredentials;
import io.claviger.server.road.Ledger;
import io.claviger.server.road.Road;
import io.claviger.server.signin.Passwords;
import io.claviger.server.signin.SignIn;
import io.claviger.server.signin.SignInEndpoint;
import io.claviger.sigv4.Verifier;
import io.claviger.storage.commit.SqlStore;
import java.io.Console;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The program: what it is made of, and where it meets the system. */
public final class Main {

    private Main() {}

    /** Runs a command, see {@code --help}; the exit status is 0, 1 for a failure, 2 for a command not understood. */
    public static void main(String[] arguments) {
        Surroundings system = new Surroundings(
                Clock.systemUTC(),
                System.getenv(),
                System.in,
                System.out,
                System.err,
                Main::askOnTerminal,
                Main::untilTerminated);
        System.exit(Commands.run(system, arguments));
    }

    /** A server that serves, or a failure that leaves nothing open. */
    static RunningServer assemble(Settings settings, InstantSource clock) {
        Listener listener = Listener.bind(settings.listener());
        try {
            SqlStore database = settings.data().open();
            try {
                return assemble(settings, clock, database, listener);
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    /** What a running server is made of, from the disk up to the network. */
    private static RunningServer assemble(
            Settings settings, InstantSource clock, SqlStore database, Listener listener) {
        SecureRandom random = new SecureRandom();
        Meters meters = Meters.of(settings);

        Store store = meters.timing(database);
        SessionTokens tokens = new SessionTokens(database.sealing());
        AccessKeySecrets secrets = new AccessKeySecrets(database.sealing());
        KeyUses keyUses = new KeyUses(store);

        Deployment deployment = new Deployment(
                store,
                clock,
                new UniqueIds(random),
                new AccessKeyIds(random),
                secrets,
                tokens,
                keyUses,
                settings.quotas(),
                settings.cached());
        Passwords passwords = new Passwords();
        FirstStart.Outcome account =
                new FirstStart(store, new SignUp(deployment, random), passwords, random).run(settings.firstStart());

        Trail trail = Trail.of(settings);
        meters.watch(trail);
        Callers callers = new Callers(store, secrets, tokens);
        CallerCredentials credentials = new CallerCredentials(callers, store.changes(), clock, settings.cached());
        Catalog catalog = new Catalog(deployment);
        Road road = new Road(
                clock,
                new Verifier<>(credentials, settings.serviceRules(), clock),
                keyUses,
                catalog,
                catalog.gate(),
                new Ledger(trail.audit(), meters.requests()));
        SignInEndpoint signIn = new SignInEndpoint(
                new SignIn(store, tokens, deployment.accessKeyIds(), passwords, clock),
                trail.audit(),
                clock,
                settings.homeRegion());

        Routing routing = new Routing(road, signIn, new Health(store, trail), meters);
        listener.serve(routing.routes());
        return new RunningServer(listener, keyUses, trail, store, account);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the platform's console provider is switched off
    private static @Nullable Console terminal() {
        Console console = System.console();
        return console == null || !console.isTerminal() ? null : console;
    }

    private static Optional<String> askOnTerminal(String prompt) {
        Console console = terminal();
        if (console == null) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? Optional.empty() : Optional.of(new String(typed));
    }

    /** Ends with status 0 when the process is told to terminate, once all is put away. */
    private static void untilTerminated(Runnable stop) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.run();
                            Runtime.getRuntime().halt(0);
                        },
                        "stop"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
