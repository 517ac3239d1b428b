package io.claviger.cmdlets.http;

import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The settings of the SDK's clients. The SDK would read them from the process's environment and files; here they come
 * from the session's {@code $env:}, with <a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">the same names</a>.
 *
 * @param attempts how often a call is tried, as it is written; nonsense is ignored
 */
public record ClientSettings(
        String retryMode,
        String attempts,
        boolean dualStack,
        boolean fips,
        String httpProxy,
        String httpsProxy,
        String noProxy) {

    private static final int MOST_ATTEMPTS = 20;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    // As in the SDK.
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final ProfileFile NO_PROFILES = ProfileFile.aggregator().build();

    /** The settings in an environment. */
    public static ClientSettings of(Map<String, String> environment) {
        return new ClientSettings(
                value(environment, "AWS_RETRY_MODE").toLowerCase(Locale.ROOT),
                value(environment, "AWS_MAX_ATTEMPTS"),
                value(environment, "AWS_USE_DUALSTACK_ENDPOINT").equalsIgnoreCase("true"),
                value(environment, "AWS_USE_FIPS_ENDPOINT").equalsIgnoreCase("true"),
                either(environment, "http_proxy"),
                either(environment, "https_proxy"),
                either(environment, "no_proxy"));
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private static String either(Map<String, String> environment, String name) {
        String small = value(environment, name);
        return small.isEmpty() ? value(environment, name.toUpperCase(Locale.ROOT)) : small;
    }

    /** Without the proxies, whose addresses may have passwords. */
    @Override
    public String toString() {
        return "ClientSettings[" + retryMode + ", " + attempts + "]";
    }

    /**
     * Applies the settings to a client.
     *
     * @param endpoint the server, if it is not AWS's own
     */
    public void applyTo(AwsClientBuilder<?, ?> builder, Optional<URI> endpoint) {
        ClientOverrideConfiguration.Builder configuration = ClientOverrideConfiguration.builder()
                .defaultProfileFile(NO_PROFILES)
                .defaultProfileName("default")
                .retryStrategy(retries());
        if (endpoint.isPresent()) {
            builder.endpointOverride(endpoint.get());
            String path = Objects.requireNonNullElse(endpoint.get().getRawPath(), "");
            if (path.length() > 1) {
                configuration.addExecutionInterceptor(new EndpointPath(path));
            }
        }
        builder.dualstackEnabled(dualStack)
                .fipsEnabled(fips)
                .defaultsMode(DefaultsMode.LEGACY)
                .overrideConfiguration(configuration.build());
    }

    private RetryStrategy retries() {
        RetryStrategy retries = switch (retryMode) {
            case "legacy" -> AwsRetryStrategy.legacyRetryStrategy();
            case "adaptive" -> AwsRetryStrategy.forRetryMode(RetryMode.ADAPTIVE_V2);
            default -> AwsRetryStrategy.standardRetryStrategy();
        };
        return attempts.matches("[1-9][0-9]?")
                ? retries.toBuilder()
                        .maxAttempts(Math.min(MOST_ATTEMPTS, Integer.parseInt(attempts)))
                        .build()
                : retries;
    }

    /**
     * The HTTP client for endpoints with this scheme.
     *
     * @param trust a file of the certificates that are trusted, instead of those that the JDK trusts
     */
    public SdkHttpClient http(String scheme, Optional<Path> trust) {
        Optional<URI> proxy = proxy(scheme);
        if (!scheme.equals("https") && proxy.isEmpty()) {
            // The SDK's way would prepare for TLS even without it, which takes longer than the call.
            return UrlConnectionHttpClient.create(ClientSettings::plain);
        }
        UrlConnectionHttpClient.Builder builder = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECTING)
                .socketTimeout(ANSWERING)
                .proxyConfiguration(through(proxy));
        trust.ifPresent(file -> builder.tlsTrustManagersProvider(TrustedCertificates.in(file)));
        return new NoTlsRetries(builder.build());
    }

    private static HttpURLConnection plain(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) CONNECTING.toMillis());
            connection.setReadTimeout((int) ANSWERING.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProxyConfiguration through(Optional<URI> proxy) {
        ProxyConfiguration.Builder builder =
                ProxyConfiguration.builder().useSystemPropertyValues(false).useEnvironmentVariablesValues(false);
        proxy.ifPresent(url -> {
            int usual = url.getScheme().equalsIgnoreCase("https") ? HTTPS_PORT : HTTP_PORT;
            int port = url.getPort() < 0 ? usual : url.getPort();
            builder.endpoint(URI.create(url.getScheme() + "://" + url.getHost() + ":" + port))
                    .nonProxyHosts(direct());
            String user = url.getUserInfo();
            if (user != null) {
                int colon = user.indexOf(':');
                builder.username(colon < 0 ? user : user.substring(0, colon)).password(user.substring(colon + 1));
            }
        });
        return builder.build();
    }

    private Optional<URI> proxy(String scheme) {
        String given = scheme.equals("https") ? httpsProxy : httpProxy;
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(given.contains("://") ? given : "http://" + given);
            if (url.getHost() != null) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException _) {
            // Reported below.
        }
        // If a proxy is named, nothing is called without it. The address may contain a password.
        throw new TerminatingError(ErrorRecord.argument(scheme + "_proxy is not the address of a proxy."));
    }

    /** The hosts that are called without a proxy, as regular expressions, as the JDK wants them. */
    private Set<String> direct() {
        return Stream.of(noProxy.split(",", -1))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(ClientSettings::pattern)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The pattern for a name and all names below it, with or without a dot or an asterisk before it. */
    private static String pattern(String host) {
        String name = host.startsWith("*.") ? host.substring(1) : host;
        String escaped = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9*-]", "\\\\$0")
                .replace("*", ".*");
        return (name.startsWith(".") ? ".*" : "(.*\\.)?") + escaped;
    }
}
