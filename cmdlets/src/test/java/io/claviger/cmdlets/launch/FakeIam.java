package io.claviger.cmdlets.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server with three users, which can be deleted; about {@code GetUser} it never answers. */
final class FakeIam implements AutoCloseable {

    private static final String USERS = "<ListUsersResponse><ListUsersResult><Users>"
            + "<member><UserName>u0</UserName><Path>/</Path></member><member><UserName>u1</UserName><Path>/</Path></member>"
            + "<member><UserName>u2</UserName><Path>/</Path></member></Users></ListUsersResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></ListUsersResponse>";

    private static final String DONE =
            "<DoneResponse><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></DoneResponse>";

    private final HttpServer server;
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    FakeIam() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        if (body.contains("Action=GetUser&")) {
            hanging.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (body.contains("Action=DeleteUser&")) {
            deleted.add(body.replaceAll("(?s).*UserName=([^&]*).*", "$1"));
        }
        byte[] answer = (body.contains("Action=ListUsers&") ? USERS : DONE).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** The environment of a client of it. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_ACCESS_KEY_ID",
                "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    }

    /** The users that were deleted since this was last asked, in their order. */
    List<String> deleted() {
        List<String> names = List.copyOf(deleted);
        deleted.clear();
        return names;
    }

    /** Waits until a call hangs. */
    void awaitHanging() throws InterruptedException {
        if (!hanging.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no call came");
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
