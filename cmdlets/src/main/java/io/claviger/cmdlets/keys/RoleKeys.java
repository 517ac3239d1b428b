package io.claviger.cmdlets.keys;

import io.claviger.cmdlets.http.Unreachable;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The keys of a role, of which STS is asked at a place that may be another than that of the call they are for. When nobody
 * answers there, the sentence names that place.
 *
 * @param whose whose keys they are, as a sentence has it
 */
record RoleKeys(AwsCredentialsProvider keys, String whose, Place place) implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return keys.resolveCredentials();
        } catch (SdkClientException failed) {
            throw Unreachable.reason(failed, place.trust())
                    .<RuntimeException>map(reason ->
                            Refusals.of("The keys of " + whose + " cannot be got: " + server() + " " + reason))
                    .orElse(failed);
        } catch (IllegalStateException failed) {
            // So the SDK says that it did not wait on.
            if (Thread.currentThread().isInterrupted()) {
                throw Refusals.of("The keys of " + whose + " cannot be got: it was stopped.");
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
