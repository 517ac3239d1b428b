package io.claviger.federation.oidc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Fetches the keys of issuers by discovery, over TLS alone and within bounds of time and size; redirects are not followed.
 * Thread-safe.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery 1.0</a>
 */
public final class KeyFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFetcher.class);

    /** As long as AWS waits for an issuer, for both documents together. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final Addresses allowed;

    /** Connects to these addresses alone. */
    public KeyFetcher(Addresses allowed) {
        this.allowed = allowed;
    }

    /**
     * The issuer's keys, as it has them now.
     *
     * @throws TokenRefused when it shows none, or does not answer; the log says why
     */
    KeySet fetch(Issuer issuer) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(LONGEST)
                .sslContext(CertificateTrust.context(issuer.thumbprints()))
                .build();
        try {
            String discovery = get(client, discoveryOf(issuer), deadline);
            return KeySet.parse(get(client, keysOf(issuer, discovery), deadline));
        } catch (IllegalArgumentException e) {
            throw refused(issuer, String.valueOf(e.getMessage()), TokenRefused.noKey());
        } catch (Unusable e) {
            throw refused(issuer, e.reason, TokenRefused.noKey());
        } catch (IOException | TimeoutException e) {
            throw refused(issuer, e.toString(), TokenRefused.unreachable());
        } finally {
            client.shutdownNow();
        }
    }

    private static TokenRefused refused(Issuer issuer, String why, TokenRefused refused) {
        LOG.warn("the keys of {} cannot be had: {}", issuer.url(), why);
        return refused;
    }

    private static String discoveryOf(Issuer issuer) {
        String url = issuer.url();
        return (url.endsWith("/") ? url : url + "/") + ".well-known/openid-configuration";
    }

    /** Where the discovery document says that the keys are; it must be the issuer's own. */
    private static String keysOf(Issuer issuer, String discovery) throws Unusable {
        try {
            Map<String, Object> members = Json.object(discovery);
            if (!issuer.url().equals(members.get("issuer"))) {
                throw new Unusable("its discovery document is of " + members.get("issuer"));
            }
            if (members.get("jwks_uri") instanceof String uri) {
                return uri;
            }
            throw new Unusable("its discovery document names no jwks_uri");
        } catch (JacksonException e) {
            throw new Unusable("its discovery document is no JSON object");
        }
    }

    private String get(HttpClient client, String url, long deadline) throws IOException, TimeoutException, Unusable {
        URI uri = URI.create(url);
        if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw new Unusable(url + " is no https URL");
        }
        requireAllowed(uri.getHost());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .GET()
                .build();
        HttpResponse<byte[]> response =
                await(client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST)), deadline);
        int status = response.statusCode();
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS) {
            throw new IOException(url + " answered " + status);
        }
        if (status != OK) {
            throw new Unusable(url + " answered " + status);
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /**
     * Refuses a host that has an address which is not allowed. The connection asks again for the host's addresses; the
     * Java runtime answers from its cache then, and whoever changed them meanwhile would still need the host's
     * certificate.
     */
    private void requireAllowed(String host) throws UnknownHostException, Unusable {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!allowed.allow(address)) {
                throw new Unusable(host + " is at " + address.getHostAddress()
                        + ", which is no public address: start with --oidc-addresses any to allow it");
            }
        }
    }

    private static <T> T await(CompletableFuture<T> answer, long deadline)
            throws IOException, TimeoutException, Unusable {
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

    /** What the issuer shows cannot be used, however often it is asked. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Unusable(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
