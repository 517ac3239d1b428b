package io.claviger.operations.issuer;

import io.claviger.iam.TokenIssuer;
import java.net.URI;

/**
 * The URLs of issuers: under the server's own, one path for each account.
 *
 * @param server the URL at which everybody reaches the deployment, without a slash at its end
 */
public record IssuerUrls(URI server) {

    /** Under which path of the server all issuers are. */
    public static final String PATH = "/issuers/";

    String of(TokenIssuer issuer) {
        return server + PATH + issuer.id();
    }
}
