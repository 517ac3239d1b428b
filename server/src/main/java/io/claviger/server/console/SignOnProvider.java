package io.claviger.server.console;

import io.claviger.federation.oidc.CodeFlow.Client;
import java.util.List;

/**
 * An identity provider through which people sign in to the console, as an operator sets it up. Immutable.
 *
 * @param name for people to read
 * @param accountId whose identity provider of OpenID Connect it is, and whose role
 * @param issuer its URL, as tokens have it
 * @param client whom the deployment is to it
 * @param roleArn the role that its people get
 * @param scopes what it is asked for beside {@code openid}
 */
public record SignOnProvider(
        String name, String accountId, String issuer, Client client, String roleArn, List<String> scopes) {

    /** Copies the list. */
    public SignOnProvider {
        scopes = List.copyOf(scopes);
    }
}
