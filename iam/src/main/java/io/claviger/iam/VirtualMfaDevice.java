package io.claviger.iam;

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
        List<Tag> tags) implements TotpDevice, Tagged<VirtualMfaDevice> {

    /** What all authenticators have. */
    private static final int STEP_SECONDS = 30;

    /** Copies the tags. */
    public VirtualMfaDevice {
        tags = List.copyOf(tags);
    }

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
    public String serialNumber(Partition partition) {
        return Arns.mfaDevice(partition, accountId, path, name);
    }

    @Override
    public int stepSeconds() {
        return STEP_SECONDS;
    }

    @Override
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
