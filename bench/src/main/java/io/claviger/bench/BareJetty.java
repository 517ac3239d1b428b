package io.claviger.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** A baseline: Jetty, and a handler that reads the body and answers what another server answered, to everything. */
public final class BareJetty extends Handler.Abstract.NonBlocking {

    // What Jetty writes itself, here as there.
    private static final Set<String> OF_JETTY = Set.of("date", "content-length", "connection");

    private final HttpFields headers;
    private final byte[] body;

    private BareJetty(HttpFields headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    /** Serves: {@code PORT FILE}, the file being an HTTP answer as it came over the network. */
    public static void main(String[] arguments) throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setHeaderCacheCaseSensitive(true);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(answering(Files.readAllBytes(Path.of(arguments[1]))));
        server.start();
        server.join();
    }

    private static BareJetty answering(byte[] answer) {
        // One character a byte, so that positions in the text are positions in the bytes.
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        HttpFields.Mutable headers = HttpFields.build();
        text.substring(0, end).lines().skip(1).map(line -> line.split(": ", 2)).forEach(header -> {
            if (!OF_JETTY.contains(header[0].toLowerCase(Locale.ROOT))) {
                headers.add(header[0], header[1]);
            }
        });
        return new BareJetty(headers.asImmutable(), text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Content.Source.asByteBuffer(
                request,
                Promise.from(
                        read -> {
                            response.setStatus(200);
                            response.getHeaders().add(headers);
                            response.write(true, ByteBuffer.wrap(body), callback);
                        },
                        callback::failed));
        return true;
    }
}
