package io.claviger.operations;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.KeyUses;
import io.claviger.access.ServerCertificateKeys;
import io.claviger.access.SessionTokens;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Quotas;
import io.claviger.iam.UniqueIds;
import java.util.concurrent.Executor;

/**
 * What operations work with, apart from the store, which they get with their permit. All of it is thread-safe.
 *
 * @param background does what a request leaves behind to be done after its answer
 */
public record Deployment(
        UniqueIds uniqueIds,
        AccessKeyIds accessKeyIds,
        AccessKeySecrets secrets,
        ServerCertificateKeys certificateKeys,
        SessionTokens tokens,
        KeyUses keyUses,
        Executor background,
        Quotas quotas) {}
