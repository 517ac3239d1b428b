package io.claviger.federation.oidc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;

/**
 * What an issuer is asked, over TLS alone and within bounds of time and size; redirects are not followed. For one thread.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery 1.0</a>
 */
final class IssuerConnection implements AutoCloseable {

    /** As long as AWS waits for an issuer, for all documents together. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final Issuer issuer;
    private final Addresses allowed;
    private final HttpClient client;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();

    /**
     * Connects to these addresses alone.
     *
     * @throws IllegalArgumentException when the issuer's thumbprints are none
     */
    IssuerConnection(Issuer issuer, Addresses allowed) {
        this.issuer = issuer;
        this.allowed = allowed;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(LONGEST)
                .sslContext(CertificateTrust.context(issuer.thumbprints()))
                .build();
    }

    /** What the issuer shows cannot be used, however often it is asked. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        final String reason;

        Unusable(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** The issuer's discovery document, which must be its own. */
    Map<String, Object> discovery() throws IOException, TimeoutException, Unusable {
        String url = issuer.url();
        String document = get((url.endsWith("/") ? url : url + "/") + ".well-known/openid-configuration");
        try {
            Map<String, Object> members = Json.object(document);
            if (!issuer.url().equals(members.get("issuer"))) {
                throw new Unusable("its discovery document is of " + members.get("issuer"));
            }
            return members;
        } catch (JacksonException e) {
            throw new Unusable("its discovery document is not a JSON object");
        }
    }

    /** What a document says at a URL. */
    String get(String url) throws IOException, TimeoutException, Unusable {
        return send(HttpRequest.newBuilder(permitted(url))
                .header("Accept", "application/json")
                .GET()
                .build());
    }

    /**
     * What is answered to a form.
     *
     * @param authorization the value of that header; empty for none
     */
    String post(String url, String form, Optional<String> authorization)
            throws IOException, TimeoutException, Unusable {
        HttpRequest.Builder request = HttpRequest.newBuilder(permitted(url))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return send(request.build());
    }

    private URI permitted(String url) throws IOException, Unusable {
        URI uri = URI.create(url);
        if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw new Unusable(url + " is not an https URL");
        }
        requireAllowed(uri.getHost());
        return uri;
    }

    private String send(HttpRequest request) throws IOException, TimeoutException, Unusable {
        HttpResponse<byte[]> response =
                await(client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST)));
        int status = response.statusCode();
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS) {
            throw new IOException(request.uri() + " answered " + status);
        }
        if (status != OK) {
            throw new Unusable(request.uri() + " answered " + status);
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /**
     * Refuses a host that has an address which is not allowed. The connection asks again for the host's addresses; the
     * Java runtime answers from its cache then, and anyone who changed them meanwhile would still need the host's
     * certificate.
     */
    private void requireAllowed(String host) throws UnknownHostException, Unusable {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!allowed.allow(address)) {
                throw new Unusable(host + " is at " + address.getHostAddress()
                        + ", which is not a public address: start with --oidc-addresses any to allow it");
            }
        }
    }

    private <T> T await(CompletableFuture<T> answer) throws IOException, TimeoutException, Unusable {
        try {
            return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SSLException tls) {
                throw new Unusable(tls.toString());
            }
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new TimeoutException("no whole answer within " + LONGEST.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
