package io.claviger.cmdlets.http;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why a server could not be called, in words to follow its address. */
public final class Unreachable {

    private Unreachable() {}

    /**
     * The reason for a failure, if it is a network failure.
     *
     * @param trust the file of the only certificates that were trusted, if there is one
     */
    public static Optional<String> reason(Throwable failure, Optional<Path> trust) {
        UnknownHostException unknown = Causes.find(failure, UnknownHostException.class);
        if (unknown != null) {
            return Optional.of("cannot be reached: its name is not known");
        }
        if (Causes.find(failure, CertificateExpiredException.class) != null) {
            return Optional.of("is not trusted: its certificate, or one that vouches for it, has expired");
        }
        if (Causes.find(failure, CertificateNotYetValidException.class) != null) {
            return Optional.of("is not trusted: its certificate, or one that vouches for it, is not valid yet");
        }
        if (Causes.find(failure, CertPathBuilderException.class) != null
                || Causes.find(failure, CertPathValidatorException.class) != null) {
            return Optional.of(trust.map(file ->
                            "is not trusted: none of the certificates in '" + file + "' has signed its certificate")
                    .orElse("is not trusted: no authority that is trusted here has signed its certificate."
                            + " AWS_CA_BUNDLE, or ca_bundle in the profile, names a file of those that are trusted"
                            + " instead"));
        }
        CertificateException certificate = Causes.find(failure, CertificateException.class);
        if (certificate != null) {
            return Optional.of("is not trusted: " + certificate.getMessage());
        }
        if (Causes.find(failure, NoTlsRetries.NoTls.class) != null) {
            return Optional.of("does not speak TLS; is its address http://... instead?");
        }
        SSLException tls = Causes.find(failure, SSLException.class);
        if (tls != null) {
            return Optional.of("cannot be reached by TLS: " + tls.getMessage());
        }
        IOException network = Causes.find(failure, IOException.class);
        return Optional.ofNullable(network).map(cause -> "cannot be reached: " + cause.getMessage());
    }
}
