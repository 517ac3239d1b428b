package io.claviger.server.composition;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.KeyEnd;
import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.access.mfa.MfaSeeds;
import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Partition;
import io.claviger.iam.User;
import io.claviger.iam.store.Transactions;
import io.claviger.operations.account.SignUp.GivenKey;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.http.Endpoint;
import io.claviger.server.road.RoadHttpClient;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Signer;
import io.claviger.sigv4.SigningSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * What the one who starts the server may do in its accounts: all that the root user may, by the same road as any other
 * request, so that it is verified, authorized and audited in the same way. Thread-safe.
 */
public final class RootAccess {

    private static final URI NOWHERE = URI.create("http://claviger.invalid");
    private static final Duration SESSION = Duration.ofHours(1);
    private static final String IAM = "iam";

    private final Endpoint road;
    private final Transactions store;
    private final SessionTokens tokens;
    private final AccessKeyIds ids;
    private final AccessKeySecrets secrets;
    private final MfaSeeds seeds;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Settings settings;

    RootAccess(
            Endpoint road,
            Transactions store,
            SessionTokens tokens,
            AccessKeyIds ids,
            AccessKeySecrets secrets,
            MfaSeeds seeds,
            AuditTrail trail,
            InstantSource clock,
            Settings settings) {
        this.road = road;
        this.store = store;
        this.tokens = tokens;
        this.ids = ids;
        this.secrets = secrets;
        this.seeds = seeds;
        this.trail = trail;
        this.clock = clock;
        this.settings = settings;
    }

    /** The partition of the accounts. */
    public Partition partition() {
        return settings.partition();
    }

    /** Whether there is an account of this ID. */
    public boolean hasAccount(String accountId) {
        return store.read(reading -> reading.accounts().byId(accountId)).isPresent();
    }

    /**
     * IAM as an account's root user has it, for an hour. Close it when you are done.
     *
     * @param program what the audit trail shows as the user agent
     */
    public IamClient iam(String accountId, String program) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Session session = new Session(
                new Temporary(ids.temporary(accountId), Origin.SIGN_IN, now, now.plus(SESSION)),
                accountId,
                ids.secret());
        Signer signer = Signer.of(
                        session.credential().accessKeyId(),
                        SigningSecret.of(session.secret()),
                        settings.homeRegion(),
                        IAM)
                .withSessionToken(tokens.issue(session));
        return IamClient.builder()
                .httpClient(new RoadHttpClient(road, request -> signer.sign(from(program, request), clock.instant())))
                .endpointOverride(NOWHERE)
                .region(Region.of(settings.homeRegion()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    private static HttpRequest from(String program, HttpRequest request) {
        List<Header> headers = new ArrayList<>(request.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("User-Agent")
                        && !header.name().equalsIgnoreCase("Host"))
                .toList());
        headers.add(new Header("User-Agent", program));
        headers.add(new Header("Host", NOWHERE.getAuthority()));
        return new HttpRequest(request.method(), request.path(), request.query(), headers, request.body());
    }

    /** Whether there is an access key of this ID, in any account. */
    public boolean hasAccessKey(String accessKeyId) {
        return store.read(reading -> reading.keys().byId(accessKeyId)).isPresent();
    }

    /** Whether there is an access key of this ID that may be used now. */
    boolean isUsable(String accessKeyId) {
        return store.read(reading -> reading.keys()
                .byId(accessKeyId)
                .filter(key ->
                        key.status() == AccessKey.Status.ACTIVE && !KeyEnd.hasCome(reading, key, clock.instant()))
                .isPresent());
    }

    /**
     * Gives a user an access key that was made elsewhere. No operation of AWS does, so this is audited here, as
     * CreateAccessKey.
     *
     * @throws IllegalStateException when there is no such user, or a key of this ID
     */
    public void give(String accountId, String userName, GivenKey key, String program) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        User owner = store.write(writing -> {
            User user = writing.users().named(accountId, userName).orElseThrow(IllegalStateException::new);
            if (writing.keys().byId(key.accessKeyId()).isPresent()) {
                throw new IllegalStateException(key.accessKeyId());
            }
            writing.insert(new AccessKey(
                    accountId,
                    key.accessKeyId(),
                    user.id(),
                    AccessKey.Status.ACTIVE,
                    now,
                    secrets.seal(key.accessKeyId(), key.secretAccessKey())));
            return user;
        });
        Map<String, Object> made =
                Map.of("accessKeyId", key.accessKeyId(), "userName", owner.name(), "status", "Active");
        events(accountId, program)
                .record(now, "CreateAccessKey", Map.of("userName", owner.name()), Map.of("accessKey", made));
    }

    /**
     * The hardware tokens of an account.
     *
     * @param program what the audit trail shows as the user agent
     */
    public HardwareTokens hardwareTokens(String accountId, String program) {
        return new HardwareTokens(store, seeds, clock, events(accountId, program));
    }

    private RootEvents events(String accountId, String program) {
        return new RootEvents(trail, settings.partition(), settings.homeRegion(), accountId, program);
    }
}
