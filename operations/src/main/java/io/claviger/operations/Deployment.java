package io.claviger.operations;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.ActionUses;
import io.claviger.access.AuthorizationMessages;
import io.claviger.access.KeyUses;
import io.claviger.access.RoleUses;
import io.claviger.access.ServerCertificateKeys;
import io.claviger.access.SessionTokens;
import io.claviger.access.mfa.MfaCodes;
import io.claviger.access.mfa.MfaSeeds;
import io.claviger.access.password.PasswordChecks;
import io.claviger.access.password.Passwords;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Quotas;
import io.claviger.iam.UniqueIds;
import io.claviger.operations.federation.SamlKeyRing;
import io.claviger.operations.issuer.IssuerKeys;
import io.claviger.operations.issuer.IssuerUrls;
import io.claviger.operations.role.RoleDeletions;
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
        AuthorizationMessages authorizationMessages,
        KeyUses keyUses,
        RoleUses roleUses,
        ActionUses actionUses,
        RoleDeletions roleDeletions,
        SamlKeyRing samlKeys,
        Passwords passwords,
        PasswordChecks passwordChecks,
        IssuerUrls issuerUrls,
        IssuerKeys issuerKeys,
        MfaSeeds mfaSeeds,
        MfaCodes mfaCodes,
        Executor background,
        Quotas quotas,
        OpenIdConnect openIdConnect) {}
