package io.claviger.cmdlets.http;

import io.claviger.profiles.Untrusted;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
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
        Optional<String> untrusted = Untrusted.reason(failure, trust, "AWS_CA_BUNDLE, or ca_bundle in the profile,");
        if (untrusted.isPresent()) {
            return untrusted;
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
