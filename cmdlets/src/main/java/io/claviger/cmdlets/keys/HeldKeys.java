package io.claviger.cmdlets.keys;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Keys in the hand, that stay as they are. Equal keys are equal, unlike those of the SDK's class: so one client serves them
 * all. Safe for use by several threads.
 *
 * @param keys the keys; their secret is never printed
 */
public record HeldKeys(AwsCredentials keys) implements AwsCredentialsProvider {

    /**
     * These keys.
     *
     * @param token the session's token, which temporary keys have
     */
    public static HeldKeys of(String id, String secret, Optional<String> token) {
        AwsCredentials keys = token.<AwsCredentials>map(one -> AwsSessionCredentials.create(id, secret, one))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
        return new HeldKeys(keys);
    }

    /**
     * The keys.
     *
     * @throws io.claviger.powershell.value.TerminatingError when a header of HTTP cannot have them: the JDK would repeat them in
     *     its refusal
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
                throw Refusals.of(what + " has a character that no header can have, such as a line end.");
            }
        }
    }

    @Override
    public String toString() {
        return "HeldKeys[" + keys.accessKeyId() + "]";
    }
}
