package io.claviger.cmdlets.aws;

import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a server was not spoken to, in words that follow its address. */
final class Unreachable {

    private Unreachable() {}

    /** The reason behind a failure, if it is one of the network. */
    static Optional<String> reason(Throwable failure) {
        UnknownHostException unknown = behind(failure, UnknownHostException.class);
        if (unknown != null) {
            return Optional.of("cannot be reached: its name is not known");
        }
        if (behind(failure, CertPathBuilderException.class) != null) {
            return Optional.of("is not trusted: no authority that is trusted here has signed its certificate");
        }
        CertificateException certificate = behind(failure, CertificateException.class);
        if (certificate != null) {
            return Optional.of("is not trusted: " + certificate.getMessage());
        }
        SSLException tls = behind(failure, SSLException.class);
        if (tls != null) {
            return Optional.of("cannot be reached by TLS: " + tls.getMessage());
        }
        IOException network = behind(failure, IOException.class);
        return Optional.ofNullable(network).map(cause -> "cannot be reached: " + cause.getMessage());
    }

    private static <T> @Nullable T behind(Throwable failure, Class<T> kind) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
        }
        return null;
    }
}
