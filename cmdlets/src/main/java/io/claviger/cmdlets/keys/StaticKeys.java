package io.claviger.cmdlets.keys;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Keys that never change. Unlike the SDK's class, two with the same keys are equal, so that they share a client. Safe
 * for use by several threads.
 *
 * @param keys the keys; their secret is never printed
 */
public record StaticKeys(AwsCredentials keys) implements AwsCredentialsProvider {

    /**
     * These keys.
     *
     * @param token the session's token, which temporary keys have
     */
    public static StaticKeys of(String id, String secret, Optional<String> token) {
        AwsCredentials keys = token.<AwsCredentials>map(one -> AwsSessionCredentials.create(id, secret, one))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
        return new StaticKeys(keys);
    }

    /**
     * The keys.
     *
     * @throws io.claviger.powershell.value.TerminatingError if they cannot be in an HTTP header: the JDK's message
     *     would contain them
     */
    @Override
    public AwsCredentials resolveCredentials() {
        check(keys.accessKeyId(), "The access key's ID");
        check(keys.secretAccessKey(), "The secret access key");
        if (keys instanceof AwsSessionCredentialsIdentity temporary) {
            check(temporary.sessionToken(), "The session's token");
        }
        return keys;
    }

    private static void check(String text, String what) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                throw KeyErrors.of(what + " has a character that no header can have, such as a line end.");
            }
        }
    }

    @Override
    public String toString() {
        return "HeldKeys[" + keys.accessKeyId() + "]";
    }
}
