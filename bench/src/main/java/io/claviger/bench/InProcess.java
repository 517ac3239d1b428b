package io.claviger.bench;

import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Quotas;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.User;
import io.claviger.iam.access.AccessKeySecrets;
import io.claviger.iam.access.Callers;
import io.claviger.iam.access.KeyUses;
import io.claviger.iam.access.SessionTokens;
import io.claviger.iam.store.Writing;
import io.claviger.operations.Catalog;
import io.claviger.operations.Deployment;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.metrics.Metrics;
import io.claviger.server.road.CallerCredentials;
import io.claviger.server.road.Ledger;
import io.claviger.server.road.Road;
import io.claviger.sigv4.Regions;
import io.claviger.sigv4.ServiceRules;
import io.claviger.sigv4.Verifier;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteMemory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The road as the program lays it, without a network before it or an audit trail beside it, on a store in memory. */
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

    private static final String USER_ID = "AIDABENCHMARKALICEAAA";
    private static final int CACHED = 1_000;

    private InProcess() {}

    /** A road for calls of {@link #ALICE}. */
    static Road road() {
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        SqlStore store = SqlStore.open(new SqliteMemory(), new SealingKey.Ephemeral());
        AccessKeySecrets secrets = new AccessKeySecrets(store.sealing());
        boolean _ = store.write(writing -> populate(writing, secrets));
        SessionTokens tokens = new SessionTokens(store.sealing());
        KeyUses keyUses = new KeyUses(store);
        Deployment deployment = new Deployment(
                store,
                clock,
                new UniqueIds(random),
                new AccessKeyIds(random),
                secrets,
                tokens,
                keyUses,
                Quotas.AWS,
                CACHED);
        Callers callers = new Callers(store, secrets, tokens);
        Catalog catalog = new Catalog(deployment);
        return new Road(
                clock,
                new Verifier<>(new CallerCredentials(callers, store.changes(), clock, CACHED), rules(), clock),
                keyUses,
                catalog,
                catalog.gate(),
                new Ledger(AuditTrail.NONE, new Metrics()));
    }

    /** Which signatures are taken. */
    static ServiceRules rules() {
        return ServiceRules.queryService(Map.of("iam", Regions.of("us-east-1"), "sts", Regions.of("us-east-1")));
    }

    private static boolean populate(Writing writing, AccessKeySecrets secrets) {
        String account = Program.ACCOUNT;
        writing.insert(new Account(account, Instant.EPOCH, new PasswordHash("none")));
        writing.insert(new User(account, USER_ID, "alice", "/", Instant.EPOCH, null, List.of()));
        POLICIES.forEach(
                name -> writing.insert(new Attachment(account, USER_ID, Arns.AWS_MANAGED_POLICY + name, name)));
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
