package io.claviger.server.composition;

import io.claviger.server.http.Listener;
import io.claviger.server.http.ListenerSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;

/** A server that serves on a network, until it is closed. Thread-safe. */
public final class RunningServer implements AutoCloseable {

    private final Listener listener;
    private final Server server;

    private RunningServer(Listener listener, Server server) {
        this.listener = listener;
        this.server = server;
    }

    /**
     * A server that serves, or a failure that leaves nothing open. An address that is taken leaves the data alone.
     *
     * @param recipient gets the credentials if the account is new; made of the URL that the server will serve at
     */
    public static RunningServer start(
            ListenerSettings address,
            Settings settings,
            InstantSource clock,
            Function<URI, FirstStart.Recipient> recipient) {
        return start(address, settings, clock, recipient, _ -> {});
    }

    /**
     * The same, with something that is done before the first request is served.
     *
     * @param prepare what it throws is thrown on, and nothing is served then
     */
    public static RunningServer start(
            ListenerSettings address,
            Settings settings,
            InstantSource clock,
            Function<URI, FirstStart.Recipient> recipient,
            Consumer<Server> prepare) {
        Listener listener = Listener.bind(address);
        try {
            Server server =
                    Server.on(settings.listeningAt(listener.endpoint()), clock, recipient.apply(listener.endpoint()));
            try {
                prepare.accept(server);
                listener.serve(server.routes());
                return new RunningServer(listener, server);
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    /** The URL that it serves at. */
    public URI endpoint() {
        return listener.endpoint();
    }

    /** The account that it serves. */
    public FirstStart.Outcome account() {
        return server.account();
    }

    /** Whether there is an access key of this ID that may be used. */
    public boolean hasAccessKey(String accessKeyId) {
        return server.hasAccessKey(accessKeyId);
    }

    /** Takes no more requests, ends those under way, and puts away what it holds. */
    @Override
    public void close() {
        try (server) {
            listener.close();
        }
    }
}
