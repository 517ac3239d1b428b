package io.claviger.server.http;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Speaks HTTP/1.1, on a TCP port, within {@link Limits}. Thread-safe.
 *
 * <p>Few threads carry it: the listener's own never wait, and what may wait runs on others.
 */
public final class Listener implements AutoCloseable {

    private static final int ACCEPTORS = 1;
    private static final int ACCEPT_QUEUE = 1024;
    // As many writes at most share a commit. Platform threads: what libraries keep for each thread, such as a random
    // generator of their own, is made once, and not again for each request.
    private static final int WAITING_THREADS = 64;
    private static final int IDLE_THREAD_MILLIS = 60_000;

    private final ListenerSettings settings;
    private final Duration arrival;
    private final Server server;
    private final ServerConnector connector;
    private final QueuedThreadPool waiting;

    private Listener(ListenerSettings settings, Duration arrival, Duration renewal) {
        this.settings = settings;
        this.arrival = arrival;
        this.waiting = new QueuedThreadPool(WAITING_THREADS, 1, IDLE_THREAD_MILLIS, new LinkedBlockingQueue<>());
        waiting.setName("request");
        // The JDK's own queue: Jetty's asks the JVM's management how wide a cache line is, for 100 ms of the start.
        QueuedThreadPool threads =
                new QueuedThreadPool(threadCount(), threadCount(), IDLE_THREAD_MILLIS, new LinkedBlockingQueue<>());
        threads.setName("listener");
        this.server = new Server(threads);
        this.connector = connector(renewal);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(Limits.IDLE.toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.addBean(new SlowRequests(connector.getScheduler(), arrival));
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(Limits.CONNECTIONS, connector));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(Limits.STOP.toMillis());
    }

    /**
     * Takes the address, but no request yet: those wait.
     *
     * @throws CannotListen when the address cannot be had
     */
    public static Listener bind(ListenerSettings settings) {
        return bind(settings, Limits.ARRIVAL);
    }

    /** The same, with another time for a request to arrive whole. */
    static Listener bind(ListenerSettings settings, Duration arrival) {
        return bind(settings, arrival, RenewedCertificates.INTERVAL);
    }

    /** The same, with another time between looks for a new certificate. */
    static Listener bind(ListenerSettings settings, Duration arrival, Duration renewal) {
        Listener listener = new Listener(settings, arrival, renewal);
        try {
            listener.connector.open();
        } catch (IOException e) {
            listener.close();
            throw new CannotListen(
                    "cannot listen on " + settings.host() + " port " + settings.port() + ": " + reason(e), e);
        }
        return listener;
    }

    /**
     * Begins to lead requests to what stands at their paths; one that ends with {@code /*} is all paths below it. Once
     * only.
     *
     * @throws CannotListen when the address is lost
     */
    public void serve(Map<String, Route> routes) {
        server.setHandler(new GracefulHandler(new Routes(routes, settings.behindTlsProxy(), arrival, waiting)));
        try {
            waiting.start();
            server.start();
        } catch (Exception e) {
            throw new CannotListen("cannot start the listener: " + e.getMessage(), e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** The URL for clients on this machine, or for all where the address is one that others reach. */
    public URI endpoint() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create(settings.scheme() + "://" + host + ":" + port());
    }

    /** Accepts no more, waits for the requests under way within {@link Limits}, and ends. */
    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            throw new IllegalStateException("the listener did not stop in order", e);
        } finally {
            LifeCycle.stop(waiting);
        }
    }

    private ServerConnector connector(Duration renewal) {
        HttpConfiguration http = configuration();
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        TlsIdentity tls = settings.tls();
        if (tls == null) {
            return connector(plain);
        }
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        // Whether the name is the right one is the client's to judge, by the certificate.
        secure.setSniHostCheck(false);
        http.addCustomizer(secure);
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(tls.keyStore());
        context.setKeyStorePassword(new String(tls.password()));
        ServerConnector connector = connector(new SslConnectionFactory(context, plain.getProtocol()), plain);
        connector.addBean(new RenewedCertificates(context, tls, connector.getScheduler(), renewal));
        return connector;
    }

    private ServerConnector connector(ConnectionFactory... factories) {
        return new ServerConnector(server, null, null, null, ACCEPTORS, selectors(), factories);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(Limits.TARGET + Limits.HEADER_BYTES + Limits.REQUEST_LINE);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        // The verifier gets what was sent and judges it; whatever is odd is refused there or matches no path.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        http.setHeaderCacheCaseSensitive(true);
        return http;
    }

    private static boolean says(SocketException failure, String words) {
        return String.valueOf(failure.getMessage()).contains(words);
    }

    /** One a core: quick requests are answered on the thread that read them. */
    private static int selectors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Acceptor and selectors, and for each of these a few that take over when one is busy. */
    private static int threadCount() {
        return ACCEPTORS + 4 * selectors() + 8;
    }

    private static String reason(IOException e) {
        return switch (e.getCause() == null ? e : e.getCause()) {
            case SocketException taken
            when says(taken, "in use") -> "something else listens there; stop it, or give another --port";
            case SocketException denied
            when says(denied, "ermission denied") ->
                "permission denied; ports below 1024 are for the system's administrator, so give another --port";
            case SocketException foreign
            when says(foreign, "assign requested address") -> "it is not an address of this machine";
            case UnresolvedAddressException _ -> "no address is known by that name";
            case Throwable other -> String.valueOf(other.getMessage());
        };
    }
}
