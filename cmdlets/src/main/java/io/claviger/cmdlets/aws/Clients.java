package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.credentials.Connection;
import io.claviger.cmdlets.http.ClientSettings;
import io.claviger.cmdlets.http.StoppableCalls;
import io.claviger.powershell.command.SessionValues;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.IamClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/** The session's clients, one for each service, endpoint, region and credentials, kept until the session ends. */
final class Clients implements AutoCloseable {

    private static final int KEPT = 16;

    private record Key(AwsService service, Connection connection, ClientSettings settings) {}

    private record Open(Key key, AwsClient client, SdkHttpClient http) {
        void close() {
            client.close();
            http.close();
        }
    }

    // The least recently used client is first.
    private final List<Open> clients = new ArrayList<>();

    /**
     * The client for a connection.
     *
     * @param session whose {@code $env:} has the settings for calls
     */
    synchronized AwsClient of(AwsService service, Connection connection, SessionValues session) {
        Key key = new Key(service, connection, ClientSettings.of(session.environment()));
        for (Open open : clients) {
            if (open.key().equals(key)) {
                clients.remove(open);
                clients.add(open);
                return open.client();
            }
        }
        if (clients.size() >= KEPT) {
            clients.removeFirst().close();
        }
        Open opened = open(key, StoppableCalls.of(session));
        clients.add(opened);
        return opened.client();
    }

    private static Open open(Key key, StoppableCalls calls) {
        String scheme = key.connection().endpoint().map(URI::getScheme).orElse("https");
        SdkHttpClient http =
                calls.through(key.settings().http(scheme, key.connection().trust()));
        return new Open(key, make(key, http), http);
    }

    private static AwsClient make(Key key, SdkHttpClient http) {
        Optional<URI> endpoint = key.connection().endpoint();
        Region region = Region.of(key.connection().region());
        return switch (key.service()) {
            case IAM -> {
                IamClientBuilder builder = IamClient.builder()
                        .httpClient(http)
                        .credentialsProvider(key.connection().credentials());
                // IAM has one region per partition. At a custom endpoint, the region that was found is signed for.
                builder.region(endpoint.isPresent() ? region : global(region));
                key.settings().applyTo(builder, endpoint);
                yield builder.build();
            }
            case STS -> {
                StsClientBuilder builder = StsClient.builder()
                        .httpClient(http)
                        .region(region)
                        .credentialsProvider(key.connection().credentials());
                key.settings().applyTo(builder, endpoint);
                yield builder.build();
            }
        };
    }

    /**
     * The region of IAM in the partition of another region, whose name begins with the partition, as in {@code
     * cn-north-1}.
     */
    static Region global(Region region) {
        return switch (PartitionMetadata.of(region).id()) {
            case "aws" -> Region.AWS_GLOBAL;
            case "aws-cn" -> Region.AWS_CN_GLOBAL;
            case "aws-us-gov" -> Region.AWS_US_GOV_GLOBAL;
            case "aws-iso" -> Region.AWS_ISO_GLOBAL;
            case "aws-iso-b" -> Region.AWS_ISO_B_GLOBAL;
            default -> region;
        };
    }

    @Override
    public synchronized void close() {
        clients.forEach(Open::close);
        clients.clear();
    }
}
