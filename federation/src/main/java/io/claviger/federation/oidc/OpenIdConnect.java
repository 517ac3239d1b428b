package io.claviger.federation.oidc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a deployment knows of issuers of OpenID Connect: how it verifies their tokens, and whom it may ask. Thread-safe. */
public final class OpenIdConnect {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdConnect.class);

    private final Addresses addresses;
    private final KeyFiles files;
    private final TokenVerifier verifier;

    /**
     * What an operator decides.
     *
     * @param addresses which addresses issuers may have
     * @param keyFiles JWKS documents by issuer, instead of what the issuer would show
     */
    public record Settings(Addresses addresses, Map<String, Path> keyFiles) {

        /** Issuers on the internet, which are asked for their keys. */
        public static final Settings USUAL = new Settings(Addresses.PUBLIC, Map.of());

        /** Copies the map. */
        public Settings {
            keyFiles = Map.copyOf(keyFiles);
        }
    }

    /**
     * Reads the files of the settings.
     *
     * @throws IllegalArgumentException when one cannot be used; the message says which, and why
     */
    public OpenIdConnect(Settings settings) {
        this.addresses = settings.addresses();
        this.files = new KeyFiles(settings.keyFiles());
        this.verifier = new TokenVerifier(new IssuerKeys(files, new KeyFetcher(addresses)));
    }

    /** Verifies tokens. */
    public TokenVerifier verifier() {
        return verifier;
    }

    /** Whether a file gives the issuer's keys, so that it is never asked. */
    public boolean hasKeyFile(String issuerUrl) {
        return files.gives(issuerUrl);
    }

    /** The thumbprint of the certificate closest to the root that the issuer shows; empty when it cannot be reached. */
    public Optional<String> topThumbprint(String issuerUrl) {
        try {
            return Optional.of(ShownCertificates.topThumbprint(issuerUrl, addresses));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the certificates of {} cannot be looked at: {}", issuerUrl, e.toString());
            return Optional.empty();
        }
    }
}
