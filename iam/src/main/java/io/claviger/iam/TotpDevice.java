package io.claviger.iam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An MFA device that shows codes, a new one in each step of its clock, made from a seed that it shares with the account. It
 * is somebody's or nobody's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238, TOTP</a>
 */
public sealed interface TotpDevice extends MfaDevice permits VirtualMfaDevice, HardwareToken {

    /** In base 32, sealed for the context of this device's ID. */
    SealedSecret seed();

    /** How many seconds a code is shown. */
    int stepSeconds();

    /** Whose it is; null if it is nobody's. */
    @Nullable
    Use use();

    /** The same device, used so; null for by nobody. */
    TotpDevice used(@Nullable Use other);

    /**
     * A device that is somebody's.
     *
     * @param ownerId a user's unique ID, or the account's for its root user
     * @param since when it was enabled
     * @param clock as far as it is known
     */
    record Use(String ownerId, Instant since, Clock clock) {}

    /**
     * A device's clock, which counts steps.
     *
     * @param drift how many steps it is ahead
     * @param lastStep the latest step, by the device's clock, whose code was accepted: no code up to it is good any more
     */
    record Clock(long drift, long lastStep) {}

    @Override
    default boolean isOf(String ownerId) {
        Use use = use();
        return use != null && use.ownerId().equals(ownerId);
    }

    @Override
    default Instant since() {
        return inUse().since();
    }

    /**
     * Whose it is.
     *
     * @throws IllegalStateException if it is nobody's
     */
    default Use inUse() {
        Use use = use();
        if (use == null) {
            throw new IllegalStateException("nobody uses " + id());
        }
        return use;
    }
}
