package io.claviger.iam;

import java.time.Instant;

/**
 * What somebody shows, or touches, beside a password: a second factor.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html">Multi-factor authentication in
 *     IAM</a>
 */
public sealed interface MfaDevice extends Entity permits TotpDevice, FidoDevice {

    /** Unique in the deployment, like the serial number, which it ends like. */
    String id();

    /** What requests name it by: the serial number that is printed on a hardware token, the ARN of every other device. */
    String serialNumber(Partition partition);

    /** Whether a request that gives this serial number means it. */
    default boolean isNamed(String serialNumber, Partition partition) {
        return serialNumber(partition).equals(serialNumber);
    }

    /** Whether it is this one's: a user's, by the unique ID, or the root user's, by the account's. */
    boolean isOf(String ownerId);

    /**
     * When it was enabled for its owner.
     *
     * @throws IllegalStateException if it is nobody's
     */
    Instant since();
}
