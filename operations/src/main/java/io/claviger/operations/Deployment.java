package io.claviger.operations;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.KeyUses;
import io.claviger.access.RoleUses;
import io.claviger.access.SessionTokens;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Quotas;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.RoleDeletions;

/** What operations work with, apart from the store, which they get with their permit. All of it is thread-safe. */
public record Deployment(
        UniqueIds uniqueIds,
        AccessKeyIds accessKeyIds,
        AccessKeySecrets secrets,
        SessionTokens tokens,
        KeyUses keyUses,
        RoleUses roleUses,
        RoleDeletions roleDeletions,
        Quotas quotas) {}
