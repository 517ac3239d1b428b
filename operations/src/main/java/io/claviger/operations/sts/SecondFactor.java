package io.claviger.operations.sts;

import io.claviger.access.Federated;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.mfa.MfaCodes;
import io.claviger.iam.TotpDevice;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second factor that a request for a session brings: one of the caller's MFA devices, and the code that it shows.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html">Secure API
 *     access with MFA</a>
 */
record SecondFactor(String serialNumber, String code) {

    /** What the request brings; empty if it brings none, or a refusal if it brings a half. */
    static Optional<SecondFactor> of(@Nullable String serialNumber, @Nullable String code) {
        if (serialNumber == null && code == null) {
            return Optional.empty();
        }
        if (serialNumber == null || code == null) {
            throw denied(
                    "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        }
        return Optional.of(new SecondFactor(serialNumber, code));
    }

    /** The device as it has to be kept, so that the code is not accepted again; or a refusal. */
    TotpDevice accepted(Reading reading, Call call, MfaCodes codes) {
        List<TotpDevice> named = callersDevices(reading, call).stream()
                .filter(device -> device.isNamed(serialNumber, call.partition()))
                .toList();
        if (named.isEmpty()) {
            throw denied("MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial"
                    + " number is valid and associated with this user.");
        }
        return switch (codes.check(named, code, call.time())) {
            case MfaCodes.Outcome.Accepted accepted -> accepted.device();
            case MfaCodes.Outcome.Wrong _ ->
                throw denied("MultiFactorAuthentication failed with invalid MFA one time pass code. ");
            case MfaCodes.Outcome.TryLater _ -> throw new Refused(ErrorCode.THROTTLING, "Rate exceeded");
        };
    }

    private static List<TotpDevice> callersDevices(Reading reading, Call call) {
        return switch (call.caller().principal()) {
            case IamUser user -> reading.mfaDevices().totpOf(user.userId());
            case RootUser root -> reading.mfaDevices().totpOf(root.accountId());
            case AssumedRole _, FederatedUser _, Federated _ -> List.of();
        };
    }

    private static Refused denied(String message) {
        return new Refused(ErrorCode.ACCESS_DENIED, message);
    }
}
