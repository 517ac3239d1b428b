package io.claviger.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A client's end of one HTTP/1.1 connection that is kept open: as little as a client can be, since it runs on the cores of
 * the server that it measures. For one thread at a time.
 */
final class HttpConnection implements AutoCloseable {

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String LENGTH = "\r\ncontent-length:";
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private byte[] buffer = new byte[16 * 1024];

    HttpConnection(URI endpoint) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
        in = socket.getInputStream();
    }

    /** Sends a request whose answer comes in chunks, and reads it to its end without keeping it. Returns its bytes. */
    long drain(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        long length = 0;
        int kept = 0;
        while (true) {
            int read = read(kept);
            int there = kept + read;
            if (length == 0 && status(Arrays.copyOf(buffer, there)) != 200) {
                throw new IllegalStateException(new String(buffer, 0, there, StandardCharsets.UTF_8));
            }
            length += read;
            int end = Math.max(0, there - LAST_CHUNK.length);
            if (Arrays.equals(buffer, end, there, LAST_CHUNK, 0, LAST_CHUNK.length)) {
                return length;
            }
            kept = there - end;
            System.arraycopy(buffer, end, buffer, 0, kept);
        }
    }

    /** Sends a request whose answer has a {@code Content-Length}, and returns the whole answer, byte for byte. */
    byte[] send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int length = 0;
        int head = -1;
        while (head < 0) {
            int before = length;
            length += read(length);
            head = endOfHead(before, length);
        }
        int end = head + contentLength(head);
        while (length < end) {
            length += read(length);
        }
        return Arrays.copyOf(buffer, end);
    }

    /** The same, for what succeeds. */
    byte[] succeed(byte[] request) throws IOException {
        byte[] answer = send(request);
        if (status(answer) != 200) {
            throw new IllegalStateException(new String(answer, StandardCharsets.UTF_8));
        }
        return answer;
    }

    /** The status of an answer. */
    static int status(byte[] answer) {
        return Integer.parseInt(new String(answer, "HTTP/1.1 ".length(), 3, StandardCharsets.US_ASCII));
    }

    /** A GET request without a body. */
    static byte[] get(URI endpoint, String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private int read(int offset) throws IOException {
        if (offset == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, offset, buffer.length - offset);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        return read;
    }

    /** Where the body begins; negative when the head is not complete. */
    private int endOfHead(int before, int length) {
        for (int end = Math.max(before, END_OF_HEAD.length); end <= length; end++) {
            if (Arrays.equals(buffer, end - END_OF_HEAD.length, end, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                return end;
            }
        }
        return -1;
    }

    private int contentLength(int head) {
        String text = new String(buffer, 0, head, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        int at = text.indexOf(LENGTH);
        if (at < 0) {
            throw new IllegalStateException("an answer without a length: " + text);
        }
        return Integer.parseInt(
                text.substring(at + LENGTH.length(), text.indexOf('\r', at + 1)).strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
