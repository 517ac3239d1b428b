package io.claviger.bench;

import io.claviger.access.AccessKeySecrets;
import io.claviger.federation.oidc.Addresses;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Attachment;
import io.claviger.iam.OidcProvider;
import io.claviger.iam.Partition;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Quotas;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Writing;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.Server;
import io.claviger.server.composition.Settings;
import io.claviger.server.http.Endpoint;
import io.claviger.sigv4.Regions;
import io.claviger.sigv4.ServiceRules;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteMemory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server as the program makes it, without a network before it or an audit trail beside it, on a store in memory. */
final class InProcess {

    /** A user with {@link #POLICIES}. */
    static final KeyPair ALICE = new KeyPair("AKIABENCHMARKALICEAA", "alice/benchmark+benchmark/benchmark/alice0");

    /** Ten, for ten services; the last allows {@code iam:GetUser}. */
    static final List<String> POLICIES = List.of(
            "IAMUserChangePassword",
            "AmazonS3ReadOnlyAccess",
            "AmazonEC2ReadOnlyAccess",
            "AmazonSQSFullAccess",
            "AmazonSNSFullAccess",
            "AmazonDynamoDBReadOnlyAccess",
            "CloudWatchReadOnlyAccess",
            "AmazonRoute53ReadOnlyAccess",
            "AmazonRDSReadOnlyAccess",
            "IAMReadOnlyAccess");

    /** An issuer of tokens. */
    static final String ISSUER = "https://issuer.example/cluster";

    private static final String USER_ID = "AIDABENCHMARKALICEAAA";
    private static final String REGION = "us-east-1";
    private static final int CACHED = 1_000;
    private static final Settings SETTINGS = new Settings(
            new DataLocation.InMemory(),
            List.of(REGION),
            Quotas.AWS,
            CACHED,
            true,
            Optional.empty(),
            new FirstStart.Given(Optional.empty(), Optional.empty(), Optional.empty()));

    private InProcess() {}

    /** A road for calls of {@link #ALICE}. */
    static Endpoint road() {
        SqlStore store = SqlStore.open(new SqliteMemory(), new SealingKey.Ephemeral());
        AccessKeySecrets secrets = new AccessKeySecrets(store.sealing());
        boolean _ = store.write(writing -> populate(writing, secrets));
        return Server.on(SETTINGS, Clock.systemUTC(), store, FirstStart.Recipient.NOBODY)
                .road();
    }

    /** The same with the keys of {@link #ISSUER} in a file, and with a role that trusts both it and {@link #ALICE}. */
    static Endpoint roadWithKeys(Path keys) {
        SqlStore store = SqlStore.open(new SqliteMemory(), new SealingKey.Ephemeral());
        AccessKeySecrets secrets = new AccessKeySecrets(store.sealing());
        boolean _ = store.write(writing -> populate(writing, secrets) && addRole(writing));
        Settings settings = new Settings(
                SETTINGS.data(),
                SETTINGS.regions(),
                SETTINGS.quotas(),
                SETTINGS.cached(),
                SETTINGS.metrics(),
                SETTINGS.audit(),
                SETTINGS.firstStart(),
                Optional.empty(),
                new OpenIdConnect.Settings(Addresses.PUBLIC, Map.of(ISSUER, keys)));
        return Server.on(settings, Clock.systemUTC(), store, FirstStart.Recipient.NOBODY)
                .road();
    }

    private static boolean addRole(Writing writing) {
        String account = Program.ACCOUNT;
        OidcProvider provider = new OidcProvider(
                account,
                "OIDCBENCHMARK",
                ISSUER.substring("https://".length()),
                Instant.EPOCH,
                List.of("sts.amazonaws.com"),
                List.of(),
                List.of());
        String trust = """
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"},
            {"Effect":"Allow","Principal":{"Federated":"%s"},"Action":"sts:AssumeRoleWithWebIdentity",
            "Condition":{"StringEquals":{"issuer.example/cluster:sub":"system:serviceaccount:app:web"}}}]}\
            """.formatted(USER_ID, provider.arn(Partition.AWS));
        writing.insert(provider);
        writing.insert(new Role(
                account,
                "AROABENCHMARK",
                "bench",
                "/",
                null,
                Instant.EPOCH,
                trust,
                Duration.ofHours(1),
                null,
                List.of()));
        return true;
    }

    /** Which signatures are taken. */
    static ServiceRules rules() {
        return ServiceRules.queryService(Map.of("iam", Regions.of(REGION), "sts", Regions.of(REGION)));
    }

    private static boolean populate(Writing writing, AccessKeySecrets secrets) {
        String account = Program.ACCOUNT;
        writing.insert(new Account(account, Instant.EPOCH, new PasswordHash("none")));
        writing.insert(new User(account, USER_ID, "alice", "/", Instant.EPOCH, null, List.of()));
        POLICIES.forEach(name ->
                writing.insert(new Attachment(account, USER_ID, Partition.AWS.awsManagedPolicies() + name, name)));
        writing.insert(new AccessKey(
                account,
                ALICE.id(),
                USER_ID,
                AccessKey.Status.ACTIVE,
                Instant.EPOCH,
                secrets.seal(ALICE.id(), ALICE.secret())));
        return true;
    }
}
