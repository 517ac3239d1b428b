package io.claviger.iam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hardware TOTP token: a device that was bought with its seed, and is known by the serial number that is printed on it.
 *
 * @param serialNumber unique in the deployment, regardless of upper and lower case
 * @param seed in base 32, sealed for the context of this token's ID
 * @param stepSeconds how many seconds a code is shown
 * @param use whose it is; null if it is nobody's
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_physical.html">Assign a hardware
 *     TOTP token</a>
 */
public record HardwareToken(
        String accountId,
        String serialNumber,
        SealedSecret seed,
        int stepSeconds,
        @Nullable Use use) implements TotpDevice {

    @Override
    public String id() {
        return id(accountId, serialNumber);
    }

    /** The ID that such a token has. */
    public static String id(String accountId, String serialNumber) {
        return accountId + ":token/" + serialNumber;
    }

    @Override
    public String serialNumber(Partition partition) {
        return serialNumber;
    }

    @Override
    public boolean isNamed(String otherSerialNumber, Partition partition) {
        return serialNumber.equalsIgnoreCase(otherSerialNumber);
    }

    @Override
    public HardwareToken used(@Nullable Use other) {
        return new HardwareToken(accountId, serialNumber, seed, stepSeconds, other);
    }

    @Override
    public List<String> touches() {
        return List.of(id());
    }
}
