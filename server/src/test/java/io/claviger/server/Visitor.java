package io.claviger.server;

import io.claviger.sigv4.Header;
import io.claviger.sigv4.Signer;
import io.claviger.sigv4.SigningSecret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Makes a signed call of the console with these keys, as its page does. */
    HttpResponse<String> signed(String call, String json, Keys keys, Instant now) {
        return signed(call, json, keys, "iam", now);
    }

    HttpResponse<String> signed(String call, String json, Keys keys, String service, Instant now) {
        Signer signer = Signer.of(keys.id(), SigningSecret.of(keys.secret()), "us-east-1", service);
        io.claviger.sigv4.HttpRequest request = (keys.token().isEmpty()
                        ? signer
                        : signer.withSessionToken(keys.token()))
                .sign(
                        new io.claviger.sigv4.HttpRequest(
                                "POST",
                                "/console/" + call,
                                "",
                                List.of(
                                        new Header("Host", server.getAuthority()),
                                        new Header("Content-Type", "application/json"),
                                        new Header("X-Claviger-Console", "1")),
                                json.getBytes(StandardCharsets.UTF_8)),
                        now);
        String[] headers = request.headers().stream()
                .filter(header -> !header.name().equals("Host"))
                .flatMap(header -> Stream.of(header.name(), header.value()))
                .toArray(String[]::new);
        return send("POST", "/console/" + call, json, headers);
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
