package io.claviger.embedded;

import io.claviger.iam.Quotas;
import io.claviger.operations.account.SignUp.GivenKey;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.Server;
import io.claviger.server.composition.Settings;
import io.claviger.server.road.RoadHttpClient;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Claviger inside a Java program: AWS's own clients on a server of their own, without a network. Requests are signed,
 * verified, authorized and answered as they are by a server that listens. Thread-safe.
 *
 * <pre>{@code
 * try (Claviger claviger = Claviger.inMemory(); IamClient iam = claviger.iam()) {
 *     iam.createUser(create -> create.userName("alice"));
 * }
 * }</pre>
 */
public final class Claviger implements AutoCloseable {

    private static final URI ENDPOINT = URI.create("http://claviger.invalid");
    private static final Region REGION = Region.US_EAST_1;
    private static final int CACHED = 1_000;
    private static final int SECRET_BYTES = 30;

    private final Server server;
    private final AwsCredentials administrator;

    private Claviger(Server server, AwsCredentials administrator) {
        this.server = server;
        this.administrator = administrator;
    }

    /**
     * A server with a new account, in the memory of this process. It ends with {@link #close}.
     *
     * @throws io.claviger.storage.OpenFailure when the database library cannot be loaded
     */
    public static Claviger inMemory() {
        GivenKey key = newKey();
        Settings settings = new Settings(
                new DataLocation.InMemory(),
                List.of(REGION.id()),
                Quotas.AWS,
                CACHED,
                false,
                Optional.empty(),
                new FirstStart.Given(Optional.empty(), Optional.of(key), Optional.empty()));
        return new Claviger(
                Server.on(settings, Clock.systemUTC(), FirstStart.Recipient.NOBODY),
                AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));
    }

    private static GivenKey newKey() {
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new GivenKey("AKIACLAVIGEREMBEDDED", Base64.getEncoder().encodeToString(secret));
    }

    /** The account's ID, 12 digits. */
    public String accountId() {
        return server.account().accountId();
    }

    /** The access key of the account's first administrator. */
    public AwsCredentials administrator() {
        return administrator;
    }

    /** A client of IAM for the administrator. Close it when you are done. */
    public IamClient iam() {
        return iam(administrator);
    }

    /** A client of IAM for anyone's credentials. Close it when you are done. */
    public IamClient iam(AwsCredentials credentials) {
        return on(this, IamClient.builder(), credentials).build();
    }

    /** A client of STS for the administrator. Close it when you are done. */
    public StsClient sts() {
        return sts(administrator);
    }

    /** A client of STS for anyone's credentials. Close it when you are done. */
    public StsClient sts(AwsCredentials credentials) {
        return on(this, StsClient.builder(), credentials).build();
    }

    private static <
                    B extends
                            AwsSyncClientBuilder<B, C>
                                    & software.amazon.awssdk.awscore.client.builder.AwsClientBuilder<B, C>,
                    C>
            B on(Claviger claviger, B builder, AwsCredentials credentials) {
        return builder.httpClient(new RoadHttpClient(claviger.server.road()))
                .endpointOverride(ENDPOINT)
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                // Nothing is lost on the way, so a refusal is an answer and not a reason to ask again.
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD));
    }

    /** Ends the server. What it kept in memory is gone. */
    @Override
    public void close() {
        server.close();
    }
}
