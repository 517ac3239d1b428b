package io.claviger.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser, which keeps the console's cookie as browsers do, and sends what a page of it would send. */
final class Visitor implements AutoCloseable {

    private static final Pattern CREDENTIALS = Pattern.compile(
            "\"accessKeyId\":\"(ASIA[^\"]+)\",\"secretAccessKey\":\"([^\"]+)\",\"sessionToken\":\"([^\"]+)\"");

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String cookie = "";

    Visitor(URI server) {
        this.server = server;
    }

    /** What credentials of an answer are. */
    record Keys(String id, String secret, String token) {}

    static Keys keys(HttpResponse<String> answer) {
        Matcher found = CREDENTIALS.matcher(answer.body());
        if (!found.find()) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return new Keys(found.group(1), found.group(2), found.group(3));
    }

    /** The cookie that the browser keeps, name and value; empty for none. */
    String cookie() {
        return cookie;
    }

    /** Has the browser keep this one. */
    Visitor keeping(String other) {
        cookie = other;
        return this;
    }

    HttpResponse<String> post(String call, String json, String... headers) {
        List<String> all = new ArrayList<>(
                List.of("X-Claviger-Console", "1", "Content-Type", "application/json", "Origin", server.toString()));
        all.addAll(Arrays.asList(headers));
        return send("POST", "/console/" + call, json, all.toArray(String[]::new));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Sends what is given and nothing else but the cookie. */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (!cookie.isEmpty()) {
            request.setHeader("Cookie", cookie);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            setCookie(answer).ifPresent(this::keep);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static Optional<String> setCookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie");
    }

    private void keep(String header) {
        cookie = header.contains("Max-Age=0") ? "" : header.substring(0, header.indexOf(';'));
    }

    @Override
    public void close() {
        client.close();
    }
}
