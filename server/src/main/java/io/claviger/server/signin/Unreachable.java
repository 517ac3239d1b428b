package io.claviger.server.signin;

import io.claviger.profiles.Untrusted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why the server could not be called, in words to follow its address: those of the cmdlets, which call it as well. */
public final class Unreachable {

    private static final String NO_TLS = "Unsupported or unrecognized SSL message";
    private static final int MOST_CAUSES = 16;

    private Unreachable() {}

    /**
     * The reason for a failure.
     *
     * @param trusted the file of the only certificates that were trusted, if there is one
     */
    public static String reason(IOException failure, Optional<Path> trusted) {
        if (find(failure, UnknownHostException.class) != null) {
            return "cannot be reached: its name is not known";
        }
        Optional<String> untrusted = Untrusted.reason(failure, trusted, ServerTrust.VARIABLE);
        if (untrusted.isPresent()) {
            return untrusted.get();
        }
        SSLException tls = find(failure, SSLException.class);
        if (tls != null) {
            return String.valueOf(tls.getMessage()).contains(NO_TLS)
                    ? "does not speak TLS; is its address http://... instead?"
                    : "cannot be reached by TLS: " + tls.getMessage();
        }
        return "cannot be reached: "
                + switch (failure) {
                    case ConnectException refused
                    when String.valueOf(refused.getMessage()).contains("refused") -> "nothing listens there";
                    case SocketTimeoutException _ -> "it does not answer in time";
                    case IOException other -> other.getMessage();
                };
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
