package io.claviger.server.quarantine;

import static io.claviger.server.command.Arguments.value;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.signin.ServerTrust;
import io.claviger.server.signin.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.cli.Options;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * A server's IAM for the one who runs a command: with the credentials of the environment or of a profile, as AWS's
 * clients find them. The server is this machine's if nothing names another one, and never AWS by itself.
 *
 * @param trusted the file of the only certificates that are trusted, if there is one
 */
record IamConnection(URI endpoint, AwsCredentialsProvider credentials, String region, Optional<Path> trusted) {

    private static final String DEFAULT_ENDPOINT = "http://127.0.0.1:7080";
    private static final String DEFAULT_REGION = "us-east-1";
    private static final String DEFAULT_PROFILE = "default";
    private static final String UNNAMED = "UNKNOWN";

    /** Adds the options that say which server and which credentials. */
    static Options options(Options options) {
        return options.addOption(value(
                        "endpoint", "URL", "The server. Default: as AWS_ENDPOINT_URL says, or " + DEFAULT_ENDPOINT))
                .addOption(value(
                        "profile",
                        "NAME",
                        "The profile of AWS's shared files that has the credentials. Default: those of the"
                                + " environment"));
    }

    /**
     * The connection that options and environment describe.
     *
     * @throws Misused if an option is not understood
     * @throws UnusableSetting if there are no credentials
     */
    static IamConnection of(Surroundings system, Arguments arguments) {
        Optional<String> named = arguments.text("profile");
        String profile = named.or(() -> system.variable("AWS_PROFILE")).orElse(DEFAULT_PROFILE);
        ProfileFile files = profiles(system);
        Optional<AwsCredentialsProvider> given = named.isPresent() ? Optional.empty() : ofEnvironment(system);
        if (given.isEmpty() && files.profile(profile).isEmpty()) {
            throw named.isPresent()
                    ? new UnusableSetting("there is no profile " + profile)
                    : new UnusableSetting(
                            "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
                                    + " name a profile with --profile");
        }
        return new IamConnection(
                endpoint(arguments
                        .text("endpoint")
                        .or(() -> system.variable("AWS_ENDPOINT_URL_IAM"))
                        .or(() -> system.variable("AWS_ENDPOINT_URL"))
                        .or(() -> property(files, profile, "endpoint_url"))
                        .orElse(DEFAULT_ENDPOINT)),
                given.orElseGet(() -> ProfileCredentialsProvider.builder()
                        .profileFile(files)
                        .profileName(profile)
                        .build()),
                system.variable("AWS_REGION")
                        .or(() -> system.variable("AWS_DEFAULT_REGION"))
                        .or(() -> property(files, profile, "region"))
                        .orElse(DEFAULT_REGION),
                system.variable(ServerTrust.VARIABLE)
                        .or(() -> property(files, profile, "ca_bundle"))
                        .map(Path::of));
    }

    private static Optional<String> property(ProfileFile files, String profile, String name) {
        return files.profile(profile).flatMap(found -> found.property(name));
    }

    private static Optional<AwsCredentialsProvider> ofEnvironment(Surroundings system) {
        return system.variable("AWS_ACCESS_KEY_ID").map(id -> {
            String secret = system.variable("AWS_SECRET_ACCESS_KEY")
                    .orElseThrow(
                            () -> new UnusableSetting("AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not"));
            return StaticCredentialsProvider.create(system.variable("AWS_SESSION_TOKEN")
                    .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                    .orElseGet(() -> AwsBasicCredentials.create(id, secret)));
        });
    }

    private static ProfileFile profiles(Surroundings system) {
        ProfileFile.Aggregator both = ProfileFile.aggregator();
        file(system, "AWS_SHARED_CREDENTIALS_FILE", "credentials")
                .ifPresent(path -> both.addFile(read(path, ProfileFile.Type.CREDENTIALS)));
        file(system, "AWS_CONFIG_FILE", "config")
                .ifPresent(path -> both.addFile(read(path, ProfileFile.Type.CONFIGURATION)));
        return both.build();
    }

    private static ProfileFile read(Path path, ProfileFile.Type type) {
        try {
            return ProfileFile.builder().content(path).type(type).build();
        } catch (RuntimeException e) {
            throw new UnusableSetting(path + " cannot be read: " + e.getMessage());
        }
    }

    private static Optional<Path> file(Surroundings system, String variable, String name) {
        return system.variable(variable)
                .map(Path::of)
                .or(() -> system.variable("HOME").map(home -> Path.of(home, ".aws", name)))
                .filter(Files::exists);
    }

    private static URI endpoint(String text) {
        try {
            URI url = URI.create(text);
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Reported below, as is another kind of URL.
        }
        throw new Misused(text + " is not the URL of a server, such as " + DEFAULT_ENDPOINT);
    }

    /**
     * What a call answers.
     *
     * @throws UnusableSetting if it is refused, with the server's words, or the server cannot be called
     */
    <T extends AwsResponse> T call(Function<IamClient, T> call) {
        try (SdkHttpClient http = http();
                IamClient client = IamClient.builder()
                        .httpClient(http)
                        .endpointOverride(endpoint)
                        .region(Region.of(region))
                        .credentialsProvider(credentials)
                        .build()) {
            T answer = call.apply(client);
            // The SDK takes any page of HTML for an empty answer, and the call would seem to have worked.
            if (UNNAMED.equals(
                    Objects.requireNonNullElse(answer.responseMetadata().requestId(), UNNAMED))) {
                throw new UnusableSetting(endpoint + " does not answer as IAM does");
            }
            return answer;
        } catch (AwsServiceException refused) {
            throw new UnusableSetting(
                    refused.awsErrorDetails() == null
                                    || refused.awsErrorDetails().errorMessage() == null
                            ? endpoint + " does not answer as IAM does: status " + refused.statusCode()
                            : refused.awsErrorDetails().errorCode() + ": "
                                    + refused.awsErrorDetails().errorMessage());
        } catch (ServerTrust.Unusable unusable) {
            throw new UnusableSetting(String.valueOf(unusable.getMessage()));
        } catch (SdkException failed) {
            throw new UnusableSetting(
                    failed.getCause() instanceof IOException cause
                            ? endpoint + " " + Unreachable.reason(cause, trusted)
                            : String.valueOf(failed.getMessage()));
        }
    }

    private SdkHttpClient http() {
        UrlConnectionHttpClient.Builder builder = UrlConnectionHttpClient.builder();
        trusted.ifPresent(file -> builder.tlsTrustManagersProvider(() -> ServerTrust.managers(file)));
        return builder.build();
    }
}
