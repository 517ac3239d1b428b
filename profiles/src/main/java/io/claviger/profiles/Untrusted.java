package io.claviger.profiles;

import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;

/**
 * Why a server is not trusted by its certificate, in the words of all programs that call one with the certificates of
 * {@code ca_bundle} or of the JDK.
 */
public final class Untrusted {

    private static final int MOST_CAUSES = 16;

    private Untrusted() {}

    /**
     * The reason, to follow the server's address; empty if the failure is none of a certificate.
     *
     * @param bundle the file of the only certificates that were trusted, if there is one
     * @param setting what names such a file, such as {@code AWS_CA_BUNDLE}
     */
    public static Optional<String> reason(Throwable failure, Optional<Path> bundle, String setting) {
        if (find(failure, CertificateExpiredException.class).isPresent()) {
            return Optional.of("is not trusted: its certificate, or one that vouches for it, has expired");
        }
        if (find(failure, CertificateNotYetValidException.class).isPresent()) {
            return Optional.of("is not trusted: its certificate, or one that vouches for it, is not valid yet");
        }
        if (find(failure, CertPathBuilderException.class).isPresent()
                || find(failure, CertPathValidatorException.class).isPresent()) {
            return Optional.of(bundle.map(file ->
                            "is not trusted: none of the certificates in '" + file + "' has signed its certificate")
                    .orElse("is not trusted: no authority that is trusted here has signed its certificate. " + setting
                            + " names a file of those that are trusted instead"));
        }
        return find(failure, CertificateException.class).map(wrong -> "is not trusted: " + wrong.getMessage());
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        Throwable cause = failure;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
