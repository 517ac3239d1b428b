package io.claviger.operations;

import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Quotas;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.access.AccessKeySecrets;
import io.claviger.iam.access.KeyUses;
import io.claviger.iam.access.SessionTokens;
import io.claviger.iam.store.Store;
import java.time.InstantSource;

/**
 * What operations work with. All of it is thread-safe.
 *
 * @param cachedUsers how many users are kept in memory for those who look at them
 */
public record Deployment(
        Store store,
        InstantSource clock,
        UniqueIds uniqueIds,
        AccessKeyIds accessKeyIds,
        AccessKeySecrets secrets,
        SessionTokens tokens,
        KeyUses keyUses,
        Quotas quotas,
        int cachedUsers) {

    /** The same, for operations: what they do to the store, they do under the judgement that admitted them. */
    Deployment judged() {
        return new Deployment(
                new JudgedStore(store), clock, uniqueIds, accessKeyIds, secrets, tokens, keyUses, quotas, cachedUsers);
    }
}
