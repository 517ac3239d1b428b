package io.claviger.bench;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
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

/** The baseline of throughput: Jetty, and a handler that reads the body and answers the same bytes to everything. */
public final class BareJetty {

    private BareJetty() {}

    /** Serves: {@code PORT FILE}. */
    public static void main(String[] arguments) throws Exception {
        byte[] answer = Files.readAllBytes(Path.of(arguments[1]));
        Server server = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Content.Source.asByteBuffer(
                        request,
                        Promise.from(
                                body -> {
                                    response.setStatus(200);
                                    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml");
                                    response.getHeaders()
                                            .put("x-amzn-RequestId", "7a62c49f-347e-4fc4-9331-6e8eexample");
                                    response.write(true, ByteBuffer.wrap(answer), callback);
                                },
                                callback::failed));
                return true;
            }
        });
        server.start();
        server.join();
    }
}
