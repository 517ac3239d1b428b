package io.claviger.server;

import io.claviger.sigv4.Header;
import io.claviger.sigv4.Signer;
import io.claviger.sigv4.SigningSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a key who calls a server's API over one connection after another. Safe for use by many threads. */
record ApiCaller(URI endpoint, InstantSource clock, Map<String, Signer> signers) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Map<String, String> VERSIONS = Map.of("iam", "2010-05-08", "sts", "2011-06-15");

    /** The administrator of a server of {@link Samples}. */
    static ApiCaller administrator(URI endpoint, InstantSource clock) {
        return withKey(endpoint, clock, Samples.KEY_ID, Samples.SECRET);
    }

    private static ApiCaller withKey(URI endpoint, InstantSource clock, String keyId, String secret) {
        return new ApiCaller(
                endpoint,
                clock,
                Map.of(
                        "iam", Signer.of(keyId, SigningSecret.of(secret), "us-east-1", "iam"),
                        "sts", Signer.of(keyId, SigningSecret.of(secret), "us-east-1", "sts")));
    }

    /** The holder of the key that an answer brings, of CreateAccessKey or of an operation that makes sessions. */
    ApiCaller with(Reply made) {
        ApiCaller keyed = withKey(endpoint, clock, made.text("AccessKeyId"), made.text("SecretAccessKey"));
        if (!made.body().contains("<SessionToken>")) {
            return keyed;
        }
        Map<String, Signer> signers = new TreeMap<>(keyed.signers);
        signers.replaceAll((_, signer) -> signer.withSessionToken(made.text("SessionToken")));
        return new ApiCaller(endpoint, clock, signers);
    }

    /** An answer. */
    record Reply(int status, String body) {

        boolean succeeded() {
            return status == 200;
        }

        /** What the first element of this name says. */
        String text(String element) {
            Matcher matcher = Pattern.compile("<" + element + ">([^<]*)</").matcher(body);
            if (!matcher.find()) {
                throw new AssertionError("no " + element + " in " + body);
            }
            return matcher.group(1);
        }
    }

    /** Calls an operation with parameters: names and values by turns. */
    Reply call(String service, String action, String... parameters) {
        StringJoiner form = new StringJoiner("&");
        form.add("Action=" + action).add("Version=" + VERSIONS.get(service));
        for (int i = 0; i < parameters.length; i += 2) {
            form.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return send(service, form.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The same for a call that must succeed. */
    Reply done(String service, String action, String... parameters) {
        Reply reply = call(service, action, parameters);
        if (!reply.succeeded()) {
            throw new AssertionError(action + ": " + reply);
        }
        return reply;
    }

    private Reply send(String service, byte[] body) {
        var signed = Objects.requireNonNull(signers.get(service))
                .sign(
                        new io.claviger.sigv4.HttpRequest(
                                "POST",
                                "/",
                                "",
                                List.of(
                                        new Header("Host", endpoint.getAuthority()),
                                        new Header("Content-Type", "application/x-www-form-urlencoded")),
                                body),
                        now());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.resolve("/")).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (Header header : signed.headers()) {
            if (!header.name().equals("Host")) {
                request.header(header.name(), header.value());
            }
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
