package io.claviger.cmdlets.keys;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The keys that somebody handed over before, for whoever must not have them asked for. Safe for use by several threads.
 *
 * @param whose whose keys they are, as a sentence has it
 */
record KeysAtHand(RenewedKeys keys, String whose) implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        return keys.atHand().orElseThrow(() -> Refusals.of("The keys of " + whose + " are not at hand."));
    }

    @Override
    public String toString() {
        return "KeysAtHand[" + whose + "]";
    }
}
