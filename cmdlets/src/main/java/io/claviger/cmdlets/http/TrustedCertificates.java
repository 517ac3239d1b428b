package io.claviger.cmdlets.http;

import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/**
 * Trust in the certificates of a PEM file only, as {@code AWS_CA_BUNDLE} and a profile's {@code ca_bundle} name one.
 */
final class TrustedCertificates {

    private static final long MAX_BYTES = 4 << 20;

    private TrustedCertificates() {}

    static TlsTrustManagersProvider in(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw unusable(file, "it is longer than 4 MiB");
            }
            try (InputStream in = Files.newInputStream(file)) {
                Collection<? extends Certificate> certificates =
                        CertificateFactory.getInstance("X.509").generateCertificates(in);
                if (certificates.isEmpty()) {
                    throw unusable(file, "it has no certificate");
                }
                KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
                trusted.load(null, null);
                int number = 0;
                for (Certificate certificate : certificates) {
                    trusted.setCertificateEntry("trusted" + number++, certificate);
                }
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(trusted);
                return factory::getTrustManagers;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file, e.getClass().getSimpleName());
        }
    }

    private static TerminatingError unusable(Path file, String why) {
        return new TerminatingError(
                ErrorRecord.argument("The trusted certificates in '" + file + "' cannot be read: " + why + "."));
    }
}
