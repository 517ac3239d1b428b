package io.claviger.server.upkeep;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.ServerCertificateKeys;
import io.claviger.access.mfa.MfaSeeds;
import io.claviger.operations.federation.SamlKeyRing;
import io.claviger.operations.issuer.IssuerKeys;
import io.claviger.storage.commit.SealedColumn;

/** What secrets are sealed for, which the families know that seal them. */
final class SealedContexts {

    private SealedContexts() {}

    /** What the secret of an ID is sealed for. */
    static String of(SealedColumn column, String id) {
        return switch (column) {
            case ACCESS_KEY -> AccessKeySecrets.context(id);
            case SAML_PRIVATE_KEY -> SamlKeyRing.context(id);
            case SERVER_CERTIFICATE -> ServerCertificateKeys.context(id);
            case MFA_DEVICE, HARDWARE_TOKEN -> MfaSeeds.context(id);
            case ISSUER_KEY -> IssuerKeys.context(id);
        };
    }
}
