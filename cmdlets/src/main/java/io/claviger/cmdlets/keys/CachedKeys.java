package io.claviger.cmdlets.keys;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Keys that were obtained before, for completion, which must not ask for new ones. Safe for use by several threads.
 *
 * @param whose whose keys they are, for messages
 */
record CachedKeys(RefreshedKeys keys, String whose) implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        return keys.atHand().orElseThrow(() -> KeyErrors.of("The keys of " + whose + " are not at hand."));
    }

    @Override
    public String toString() {
        return "KeysAtHand[" + whose + "]";
    }
}
