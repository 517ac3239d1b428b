package io.claviger.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bytes to a server, and bytes back: a client that keeps to no rule. */
public final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;

    private Wire() {}

    /** A listener with these routes. */
    static Listener listen(ListenerSettings settings, Map<String, Route> routes) {
        Listener listener = Listener.bind(settings);
        listener.serve(routes);
        return listener;
    }

    /** Sends the text as UTF-8 and reads until the server closes the connection. */
    public static String exchange(URI endpoint, String text) throws IOException {
        return exchange(endpoint, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the bytes and reads until the server closes the connection. */
    public static String exchange(URI endpoint, byte[] bytes) throws IOException {
        try (Socket socket = open(endpoint)) {
            socket.getOutputStream().write(bytes);
            return rest(socket);
        }
    }

    /** A connection that fails the test when the server says nothing for long. */
    public static Socket open(URI endpoint) throws IOException {
        Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** What the server says until it closes the connection; a reset ends it as well. */
    public static String rest(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (SocketException reset) {
            return answer.toString();
        }
        return answer.toString();
    }

    /** A request with what every one needs, that asks the server to close the connection after it. */
    public static String request(String line, String... headers) {
        StringBuilder request = new StringBuilder(line).append(" HTTP/1.1\r\nHost: test\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }
}
