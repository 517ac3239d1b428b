package io.claviger.sigv4;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Good requests to start from, ways to spoil them, and a server that knows their keys. */
final class Requests {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    static final String TEMPORARY_KEY_ID = "ASIAIOSFODNN7EXAMPLE";
    static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE/+token==";
    static final String EXPIRED_TOKEN = "IQoJb3JpZ2luX2VjEXPIRED";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    static final ServiceRules IAM = ServiceRules.queryService(Map.of("iam", Regions.of("us-east-1")));
    static final ServiceRules S3 = ServiceRules.objectStore(Map.of("s3", Regions.any()));

    private Requests() {}

    static Verifier<String> verifier(ServiceRules rules) {
        return verifier(rules, NOW);
    }

    static Verifier<String> verifier(ServiceRules rules, Instant now) {
        SigningSecret secret = SigningSecret.of(SECRET);
        return new Verifier<>(
                (id, token) -> switch (id) {
                    case KEY_ID -> token == null ? new Lookup.Found<>("alice", secret) : new Lookup.TokenInvalid<>();
                    case TEMPORARY_KEY_ID -> {
                        if (TOKEN.equals(token)) {
                            yield new Lookup.Found<>("role", secret);
                        }
                        yield EXPIRED_TOKEN.equals(token) ? new Lookup.TokenExpired<>() : new Lookup.TokenInvalid<>();
                    }
                    default -> new Lookup.Unknown<>();
                },
                rules,
                () -> now);
    }

    static Signer signer() {
        return Signer.of(KEY_ID, SigningSecret.of(SECRET), "us-east-1", "iam");
    }

    static Signer temporarySigner() {
        return Signer.of(TEMPORARY_KEY_ID, SigningSecret.of(SECRET), "us-east-1", "iam");
    }

    static HttpRequest plainPost() {
        return new HttpRequest(
                "POST",
                "/",
                "",
                List.of(
                        new Header("Host", "iam.example.com"),
                        new Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                        new Header("X-Amz-User-Agent", "tests/1.0"),
                        new Header("User-Agent", "tests/1.0")),
                "Action=ListUsers&Version=2010-05-08".getBytes(StandardCharsets.UTF_8));
    }

    static HttpRequest plainGet() {
        return new HttpRequest(
                "GET",
                "/",
                "Action=GetCallerIdentity&Version=2011-06-15",
                List.of(new Header("Host", "iam.example.com")),
                new byte[0]);
    }

    static HttpRequest post() {
        return signer().sign(plainPost(), NOW);
    }

    static HttpRequest presigned() {
        return signer().presign(plainGet(), NOW, Duration.ofMinutes(5));
    }

    static HttpRequest header(HttpRequest request, String name, UnaryOperator<String> change) {
        List<Header> headers = new ArrayList<>();
        for (Header header : request.headers()) {
            boolean meant = header.name().equalsIgnoreCase(name);
            headers.add(meant ? new Header(header.name(), change.apply(header.value())) : header);
        }
        return headers(request, headers);
    }

    static HttpRequest plus(HttpRequest request, String name, String value) {
        List<Header> headers = new ArrayList<>(request.headers());
        headers.add(new Header(name, value));
        return headers(request, headers);
    }

    static HttpRequest without(HttpRequest request, String name) {
        return headers(
                request,
                request.headers().stream()
                        .filter(header -> !header.name().equalsIgnoreCase(name))
                        .toList());
    }

    static HttpRequest headers(HttpRequest request, List<Header> headers) {
        return new HttpRequest(request.method(), request.path(), request.query(), headers, request.body());
    }

    static HttpRequest authorization(HttpRequest request, String from, String to) {
        return header(request, "Authorization", value -> replaced(value, from, to));
    }

    static HttpRequest query(HttpRequest request, String from, String to) {
        return new HttpRequest(
                request.method(),
                request.path(),
                replaced(request.query(), from, to),
                request.headers(),
                request.body());
    }

    static HttpRequest body(HttpRequest request, String body) {
        return new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpRequest line(HttpRequest request, String method, String path) {
        return new HttpRequest(method, path, request.query(), request.headers(), request.body());
    }

    static String valueOf(HttpRequest request, String name) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String replaced(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException(from + " is not in " + text);
        }
        return text.replace(from, to);
    }
}
