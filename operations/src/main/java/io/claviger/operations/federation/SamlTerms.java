package io.claviger.operations.federation;

import io.claviger.federation.saml.SamlMetadata;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.SamlProvider.Encryption;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Refused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AssertionEncryptionModeType;

/** What requests about SAML providers ask for, and until when metadata hold. */
final class SamlTerms {

    /** AWS shows this end for providers whose metadata have none. */
    private static final int YEARS_VALID = 100;

    private SamlTerms() {}

    static Encryption encryption(@Nullable AssertionEncryptionModeType asked, Encryption present) {
        if (asked == null) {
            return present;
        }
        return asked == AssertionEncryptionModeType.REQUIRED ? Encryption.REQUIRED : Encryption.ALLOWED;
    }

    static void requireKeyIfEncrypted(Writing writing, SamlProvider provider) {
        if (provider.encryption() == Encryption.REQUIRED
                && writing.samlProviders().keysOf(provider.id()).isEmpty()) {
            throw Refused.invalidInput(
                    "Unable to set assertion encryption mode to Required because no private key is" + " provided.");
        }
    }

    /** The end of the metadata, but no later than AWS's own. */
    static Instant validUntil(String document, Instant now) {
        SamlMetadata metadata =
                SamlMetadata.parse(document).orElseThrow(() -> Refused.invalidInput("Could not parse metadata"));
        Instant latest =
                now.atOffset(ZoneOffset.UTC).plusYears(YEARS_VALID).toInstant().truncatedTo(ChronoUnit.MILLIS);
        Instant own = metadata.validUntil();
        return own == null || own.isAfter(latest) ? latest : own;
    }
}
