package io.claviger.iam.store;

import io.claviger.iam.FidoDevice;
import io.claviger.iam.HardwareToken;
import io.claviger.iam.MfaDevice;
import io.claviger.iam.TotpDevice;
import io.claviger.iam.VirtualMfaDevice;
import java.util.List;
import java.util.Optional;

/** What can be asked about MFA devices; {@link Reading} says what holds for all answers. */
public interface MfaQueries {

    /** Which virtual devices are listed. */
    enum Which {
        ALL,
        /** Those that are somebody's. */
        ASSIGNED,
        /** Those that are nobody's. */
        UNASSIGNED
    }

    /** The virtual device of this path and name, which are given together: {@code /path/name}. */
    Optional<VirtualMfaDevice> named(String accountId, String pathAndName);

    /** The passkey or security key of this path and name, which are given together: {@code /user/alice/name}. */
    Optional<FidoDevice> fidoNamed(String accountId, String pathAndName);

    /** The hardware token of this serial number, in any account. */
    Optional<HardwareToken> token(String serialNumber);

    /** An account's hardware tokens that are nobody's, by serial number. */
    List<HardwareToken> unusedTokens(String accountId);

    /** Whether a user, or the root user if the account's ID is given, has any device. */
    boolean has(String ownerId);

    /** The devices of a user, or of the root user if the account's ID is given: those that show codes first, by ID. */
    List<MfaDevice> ofOwner(String ownerId);

    /** Those of {@link #ofOwner} that show codes. */
    List<TotpDevice> totpOf(String ownerId);

    /** Those of {@link #ofOwner} that sign challenges. */
    List<FidoDevice> fidoOf(String ownerId);

    /** Whether anybody in the deployment has a passkey or security key with this credential ID. */
    boolean isCredentialKnown(String credentialId);

    /** Whether a challenge of this hash was answered already. */
    boolean isAnswered(String challenge);

    /**
     * The account's virtual devices by path and name, which are also the slice's position; it has no use for the slice's
     * path.
     */
    List<VirtualMfaDevice> list(String accountId, Which which, Slice slice);
}
