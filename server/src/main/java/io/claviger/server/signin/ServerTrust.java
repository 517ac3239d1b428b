package io.claviger.server.signin;

import io.claviger.storage.FileTrouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Trust in the certificates of a PEM file only, as AWS's clients know it.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html">AWS_CA_BUNDLE</a>
 */
public final class ServerTrust {

    /** The variable that names the file. */
    public static final String VARIABLE = "AWS_CA_BUNDLE";

    private static final long MAX_BYTES = 4 << 20;

    private ServerTrust() {}

    /** The file cannot be used. The message is for anyone who set the variable. */
    public static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unusable(Path file, String why) {
            super("The trusted certificates in '" + file + "' cannot be read: " + why);
        }
    }

    /**
     * What trusts the file's certificates.
     *
     * @throws Unusable if the file cannot be read or holds none
     */
    static SSLContext in(Path file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(file), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    /**
     * The same for a client that makes the context itself.
     *
     * @throws Unusable if the file cannot be read or holds none
     */
    public static TrustManager[] managers(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new Unusable(file, "it is longer than 4 MiB");
            }
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (certificates.isEmpty()) {
                throw new Unusable(file, "it has no certificate");
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                trusted.setCertificateEntry("trusted" + number++, certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory.getTrustManagers();
        } catch (IOException e) {
            throw new Unusable(file, FileTrouble.reason(e, file));
        } catch (CertificateException e) {
            throw new Unusable(file, "they are not certificates in PEM");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }
}
