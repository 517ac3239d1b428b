package io.claviger.cmdlets.keys;

import io.claviger.powershell.value.TerminatingError;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a server for keys over HTTP: without a proxy, without redirects, with a short timeout. Waiting can be
 * interrupted.
 */
final class KeysServer {

    private static final int CONNECTING_MILLIS = 1_000;
    private static final int ANSWERING_MILLIS = 5_000;
    private static final int LONGEST_SECONDS = 20;
    private static final int TRIES = 3;
    private static final int OK = 200;
    private static final int SERVERS_FAULT = 500;

    private KeysServer() {}

    /** The beginning of a message about an address. */
    static String named(URI address) {
        return "The server that has the machine's keys, " + address + ",";
    }

    /**
     * The server's answer.
     *
     * @throws TerminatingError if it is an error, or there is none
     */
    static byte[] ask(String method, URI address, Map<String, String> headers) {
        // A thread that reads from the network cannot be interrupted; one that waits for another thread can.
        FutureTask<byte[]> asking = new FutureTask<>(() -> answer(method, address, headers));
        Thread.ofVirtual().start(asking);
        try {
            return asking.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TerminatingError refused
                    ? refused
                    : KeyErrors.of(named(address) + " cannot be asked.");
        } catch (TimeoutException _) {
            throw KeyErrors.of(named(address) + " does not come to an end with its answer.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw KeyErrors.of(named(address) + " is not waited for: it was stopped.");
        } finally {
            asking.cancel(true);
        }
    }

    private static byte[] answer(String method, URI address, Map<String, String> headers) {
        for (int tries = 1; ; tries++) {
            boolean last = tries == TRIES;
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
                try {
                    int status = status(connection, method, headers);
                    if (status == OK) {
                        return body(connection, address);
                    }
                    if (last || status < SERVERS_FAULT) {
                        throw KeyErrors.of(named(address) + " answers with status " + status + ".");
                    }
                } finally {
                    connection.disconnect();
                }
            } catch (IOException e) {
                if (last || Thread.currentThread().isInterrupted()) {
                    throw KeyErrors.of(named(address) + " cannot be reached: " + e.getMessage());
                }
            }
        }
    }

    private static int status(HttpURLConnection connection, String method, Map<String, String> headers)
            throws IOException {
        connection.setConnectTimeout(CONNECTING_MILLIS);
        connection.setReadTimeout(ANSWERING_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Accept", "application/json");
        headers.forEach(connection::setRequestProperty);
        if (method.equals("PUT")) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(0);
            connection.getOutputStream().close();
        }
        return connection.getResponseCode();
    }

    private static byte[] body(HttpURLConnection connection, URI address) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            byte[] body = in.readNBytes(KeysDocument.MAX_BYTES + 1);
            if (body.length > KeysDocument.MAX_BYTES) {
                throw KeyErrors.of(named(address) + " gives an answer that is longer than 64 KiB.");
            }
            return body;
        }
    }
}
