package io.claviger.clients.cmdlets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands on the wire between a client and a server: notes what is asked, and gives the answers' dates and identifiers of
 * entities the same values each time, so that columns are as wide each time. Everything else passes as it is. Safe for use
 * by several threads.
 */
final class Wiretap implements AutoCloseable {

    private static final Pattern VARYING = Pattern.compile("<(\\w*Date|Expiration|UserId|GroupId|PolicyId)>[^<]*</");
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
    private static final String DATE = "2019-09-04T12:46:18Z";
    private static final Set<String> NOT_PASSED_ON = Set.of("connection", "content-length", "expect", "upgrade");

    private final HttpServer here;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient there = HttpClient.newHttpClient();
    private final List<String> actions = new CopyOnWriteArrayList<>();
    private final URI server;
    private volatile int free = Integer.MAX_VALUE;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Stands before the server. */
    Wiretap(URI server) throws IOException {
        this.server = server;
        here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        here.setExecutor(threads);
        here.createContext("/", this::pass);
        here.start();
    }

    /** Where clients find it. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + here.getAddress().getPort());
    }

    /** The operations that were asked for, in order. */
    List<String> actions() {
        return List.copyOf(actions);
    }

    /** Holds the request that comes after so many, and those after it, until {@link #letPass}. */
    void holdAfter(int requests) {
        free = requests;
        gate = new CountDownLatch(1);
    }

    /** Lets pass what it holds. */
    void letPass() {
        gate.countDown();
    }

    /** Forgets what was asked for so far. */
    void forget() {
        actions.clear();
    }

    @Override
    public void close() {
        here.stop(0);
        threads.close();
        there.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            Matcher action = ACTION.matcher(new String(asked, StandardCharsets.UTF_8));
            actions.add(action.find() ? action.group(1) : "");
            if (actions.size() > free) {
                gate.await();
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            server.resolve(exchange.getRequestURI().toString()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(asked));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<String> answer = there.send(request.build(), HttpResponse.BodyHandlers.ofString());
            byte[] told = steady(answer.body()).getBytes(StandardCharsets.UTF_8);
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), told.length == 0 ? -1 : told.length);
            exchange.getResponseBody().write(told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String steady(String answer) {
        return VARYING.matcher(answer).replaceAll(found -> "<" + found.group(1) + ">" + value(found.group(1)) + "</");
    }

    private static String value(String element) {
        return switch (element) {
            case "UserId" -> "AIDAEXAMPLEEXAMPLEUSR";
            case "GroupId" -> "AGPAEXAMPLEEXAMPLEGRP";
            case "PolicyId" -> "ANPAEXAMPLEEXAMPLEPOL";
            default -> DATE;
        };
    }
}
