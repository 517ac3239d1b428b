package io.claviger.iam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual MFA device: a program that shows a new code every 30 seconds, made from a seed that it shares with the account.
 *
 * @param path begins and ends with a slash
 * @param seed in base 32, sealed for the context of this device's ID
 * @param use whose it is; null if it is nobody's
 * @param tags in the order in which they were set
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238, TOTP</a>
 */
public record VirtualMfaDevice(
        String accountId,
        String path,
        String name,
        SealedSecret seed,
        @Nullable Use use,
        List<Tag> tags) implements MfaDevice, Tagged<VirtualMfaDevice> {

    /** Copies the tags. */
    public VirtualMfaDevice {
        tags = List.copyOf(tags);
    }

    /**
     * A device that is somebody's.
     *
     * @param ownerId a user's unique ID, or the account's for its root user
     * @param since when it was enabled
     * @param clock as far as it is known
     */
    public record Use(String ownerId, Instant since, Clock clock) {}

    /**
     * A device's clock. It counts steps of 30 seconds.
     *
     * @param drift how many steps it is ahead
     * @param lastStep the latest step, by the device's clock, whose code was accepted: no code up to it is good any more
     */
    public record Clock(long drift, long lastStep) {}

    @Override
    public String id() {
        return id(accountId, path, name);
    }

    /** The ID that such a device has. */
    public static String id(String accountId, String path, String name) {
        return accountId + ":mfa" + path + name;
    }

    /** {@code arn:aws:iam::123456789012:mfa/path/name}. */
    @Override
    public String arn(Partition partition) {
        return Arns.mfaDevice(partition, accountId, path, name);
    }

    @Override
    public boolean isOf(String ownerId) {
        return use != null && use.ownerId().equals(ownerId);
    }

    @Override
    public Instant since() {
        return inUse().since();
    }

    /**
     * Whose it is.
     *
     * @throws IllegalStateException if it is nobody's
     */
    public Use inUse() {
        if (use == null) {
            throw new IllegalStateException("nobody uses " + id());
        }
        return use;
    }

    /** The same device, used so; null for by nobody. */
    public VirtualMfaDevice used(@Nullable Use other) {
        return new VirtualMfaDevice(accountId, path, name, seed, other, tags);
    }

    @Override
    public VirtualMfaDevice tagged(List<Tag> others) {
        return new VirtualMfaDevice(accountId, path, name, seed, use, others);
    }

    @Override
    public List<String> touches() {
        return List.of(id());
    }
}
