package io.claviger.cmdlets.aws;

import io.claviger.cmdlets.credentials.Connection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The session's clients, one for each service, endpoint, region and credentials, kept until the session ends. */
final class Clients implements AutoCloseable {

    private static final int KEPT = 16;

    private record Key(Service service, Connection connection) {}

    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final Map<Key, AwsClient> clients = new LinkedHashMap<>();

    /** The client for a connection. */
    synchronized AwsClient of(Service service, Connection connection) {
        if (clients.size() >= KEPT && !clients.containsKey(new Key(service, connection))) {
            clients.values().forEach(AwsClient::close);
            clients.clear();
        }
        return clients.computeIfAbsent(new Key(service, connection), this::make);
    }

    private AwsClient make(Key key) {
        Optional<URI> endpoint = key.connection().endpoint();
        Region region = Region.of(key.connection().region());
        return switch (key.service()) {
            case IAM -> {
                var builder = IamClient.builder()
                        .httpClient(http)
                        .credentialsProvider(key.connection().credentials());
                // IAM is global: at an endpoint of one's own the region found is the one signed for.
                builder.region(endpoint.isPresent() ? region : Region.AWS_GLOBAL);
                endpoint.ifPresent(builder::endpointOverride);
                yield builder.build();
            }
            case STS -> {
                var builder = StsClient.builder()
                        .httpClient(http)
                        .region(region)
                        .credentialsProvider(key.connection().credentials());
                endpoint.ifPresent(builder::endpointOverride);
                yield builder.build();
            }
        };
    }

    @Override
    public synchronized void close() {
        clients.values().forEach(AwsClient::close);
        clients.clear();
        http.close();
    }
}
