package io.claviger.cmdlets.keys;

import io.claviger.cmdlets.http.Unreachable;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The keys of a role. STS may be at another endpoint than the call that they are for; if it cannot be reached, the
 * message names that endpoint.
 *
 * @param whose whose keys they are, for messages
 */
record RoleKeys(AwsCredentialsProvider keys, String whose, Endpoint place) implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return keys.resolveCredentials();
        } catch (SdkClientException failed) {
            throw Unreachable.reason(failed, place.trust())
                    .<RuntimeException>map(reason ->
                            KeyErrors.of("The keys of " + whose + " cannot be got: " + server() + " " + reason))
                    .orElse(failed);
        } catch (IllegalStateException failed) {
            // The SDK's message for an interrupted wait.
            if (Thread.currentThread().isInterrupted()) {
                throw KeyErrors.of("The keys of " + whose + " cannot be got: it was stopped.");
            }
            throw failed;
        }
    }

    private String server() {
        return place.endpoint().map(URI::toString).orElse("AWS's STS");
    }

    @Override
    public String toString() {
        return "RoleKeys[" + whose + "]";
    }
}
