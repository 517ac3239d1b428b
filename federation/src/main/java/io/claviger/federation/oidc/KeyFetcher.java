package io.claviger.federation.oidc;

import io.claviger.federation.oidc.IssuerConnection.Unusable;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the keys of issuers by discovery. Thread-safe. */
public final class KeyFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFetcher.class);

    private final Addresses allowed;

    /** Connects to these addresses alone. */
    public KeyFetcher(Addresses allowed) {
        this.allowed = allowed;
    }

    /**
     * The issuer's keys, as it has them now.
     *
     * @throws TokenRefused when it shows none, or does not answer; the log says why
     */
    KeySet fetch(Issuer issuer) {
        try (IssuerConnection connection = new IssuerConnection(issuer, allowed)) {
            return KeySet.parse(connection.get(keysOf(connection)));
        } catch (IllegalArgumentException e) {
            throw refused(issuer, String.valueOf(e.getMessage()), TokenRefused.noKey());
        } catch (Unusable e) {
            throw refused(issuer, e.reason, TokenRefused.noKey());
        } catch (IOException | TimeoutException e) {
            throw refused(issuer, e.toString(), TokenRefused.unreachable());
        }
    }

    private static TokenRefused refused(Issuer issuer, String why, TokenRefused refused) {
        LOG.warn("the keys of {} cannot be had: {}", issuer.url(), why);
        return refused;
    }

    /** Where the discovery document says that the keys are. */
    private static String keysOf(IssuerConnection connection) throws IOException, TimeoutException, Unusable {
        if (connection.discovery().get("jwks_uri") instanceof String uri) {
            return uri;
        }
        throw new Unusable("its discovery document names no jwks_uri");
    }
}
