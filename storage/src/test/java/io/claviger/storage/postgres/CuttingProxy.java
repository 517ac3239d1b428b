package io.claviger.storage.postgres;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands before a server, and cuts connections where it is told to. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String fatal;
    private volatile boolean answerOnly;
    private volatile boolean off;
    private volatile boolean cut;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The next message that has this text reaches the server, and its connection ends before the answer comes. */
    void loseTheAnswerTo(String text) {
        answerOnly = true;
        fatal = text;
    }

    /** The next message that has this text does not reach the server: its connection ends instead. */
    void loseOnItsWay(String text) {
        answerOnly = false;
        fatal = text;
    }

    /** Ends all connections, and takes no more. */
    void cutOff() {
        off = true;
        open.forEach(CuttingProxy::end);
    }

    /** Takes connections again. */
    void letThrough() {
        off = false;
    }

    /** Whether a message was lost. */
    boolean hasCut() {
        return cut;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (off) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pass(client, server, true));
                Thread.ofVirtual().start(() -> pass(server, client, false));
            } catch (IOException e) {
                // The server is away, or this is closed.
            }
        }
    }

    private void pass(Socket from, Socket to, boolean questions) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String text = fatal;
                boolean fatalMessage =
                        questions && text != null && new String(Arrays.copyOf(buffer, read), ISO_8859_1).contains(text);
                if (fatalMessage) {
                    fatal = null;
                    cut = true;
                    if (answerOnly) {
                        // Nobody reads the answer; the server works on what it got before it sees the end.
                        end(from);
                        out.write(buffer, 0, read);
                        out.flush();
                        Thread.sleep(300);
                    }
                    break;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // The other side has ended.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It has ended.
        }
    }

    @Override
    public void close() throws IOException {
        off = true;
        listening.close();
        open.forEach(CuttingProxy::end);
    }
}
