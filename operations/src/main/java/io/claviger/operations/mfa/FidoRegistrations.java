package io.claviger.operations.mfa;

import io.claviger.access.passkey.Attestation;
import io.claviger.access.passkey.Challenge.Purpose;
import io.claviger.access.passkey.PasskeyRefused;
import io.claviger.access.passkey.Passkeys;
import io.claviger.access.passkey.Passkeys.Registered;
import io.claviger.access.passkey.Site;
import io.claviger.iam.Base32;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.Quotas;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceResponse;

/**
 * Registers passkeys and security keys, in two steps: a challenge for a new credential, and the credential. AWS's API has no
 * operation for it, but its console does it, by the right to {@code iam:EnableMFADevice}; a policy can name each step by the
 * condition key {@code iam:RegisterSecurityKey}. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_fido_supported_configurations.html">Supported
 *     configurations for using passkeys and security keys</a>
 */
public final class FidoRegistrations {

    private static final String ACTION = "iam:EnableMFADevice";
    private static final String STEP = "iam:registersecuritykey";

    /** What AWS's console takes. */
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

    /** As long as AWS's, in base 32. */
    private static final int ID_LENGTH = 26;

    private final Quotas quotas;
    private final Passkeys passkeys;
    private final SecureRandom random;

    /** Registers what these passkeys judge, within these quotas. */
    public FidoRegistrations(Quotas quotas, Passkeys passkeys, SecureRandom random) {
        this.quotas = quotas;
        this.passkeys = passkeys;
        this.random = random;
    }

    /**
     * A registration that has begun.
     *
     * @param ownerId for whom
     * @param name the user's; {@code root} for the root user
     * @param challenge for a new credential
     * @param known the IDs of the credentials that the owner has at this site
     */
    public record Begun(String ownerId, String name, String challenge, List<String> known) {

        /** Copies the list. */
        public Begun {
            known = List.copyOf(known);
        }
    }

    /**
     * The first step. Its request names the user, or nobody for the caller.
     *
     * @param then gets what has begun
     */
    public Operation<EnableMfaDeviceRequest> beginning(Site site, Consumer<Begun> then) {
        return Operation.on(
                ACTION,
                EnableMfaDeviceRequest.class,
                DeviceHolder.target(EnableMfaDeviceRequest::userName).with(STEP, _ -> "Create"),
                execution -> {
                    then.accept(execution.read(reading -> begun(reading, execution, site)));
                    return EnableMfaDeviceResponse.builder().build();
                });
    }

    private Begun begun(Reading reading, Execution<EnableMfaDeviceRequest> execution, Site site) {
        Call call = execution.call();
        DeviceHolder holder = DeviceHolder.in(reading, call, execution.request().userName());
        holder.requireRoom(reading, quotas);
        return new Begun(
                holder.id(),
                Objects.requireNonNullElse(holder.name(), DeviceHolder.ROOT),
                passkeys.challenge(Purpose.REGISTRATION, holder.id(), call.time()),
                reading.mfaDevices().fidoOf(holder.id()).stream()
                        .map(FidoDevice::credential)
                        .filter(credential -> credential.relyingParty().equals(site.host()))
                        .map(FidoDevice.Credential::id)
                        .toList());
    }

    /**
     * The second step. Its request names the same.
     *
     * @param deviceName what the owner calls it
     * @param then gets the device's serial number
     */
    public Operation<EnableMfaDeviceRequest> finishing(
            String deviceName, Attestation attestation, Consumer<String> then) {
        return Operation.on(
                ACTION,
                EnableMfaDeviceRequest.class,
                DeviceHolder.target(EnableMfaDeviceRequest::userName).with(STEP, _ -> "Activate"),
                execution -> {
                    then.accept(register(execution, deviceName, attestation));
                    return EnableMfaDeviceResponse.builder().build();
                });
    }

    private String register(Execution<EnableMfaDeviceRequest> execution, String deviceName, Attestation attestation) {
        if (!NAME.matcher(deviceName).matches()) {
            throw Refused.validation("The device name must have 1 to 64 characters of letters, digits and _+=,.@-.");
        }
        Call call = execution.call();
        // Before the transaction, which others wait for.
        Registered registered = judged(attestation, call);
        FidoDevice device = execution.write(writing -> {
            DeviceHolder holder =
                    DeviceHolder.in(writing, call, execution.request().userName());
            if (!registered.challenge().ownerId().equals(holder.id())
                    || writing.mfaDevices().isAnswered(registered.challenge().hash())) {
                throw invalid("The challenge was for somebody else, or was answered before.");
            }
            holder.requireRoom(writing, quotas);
            if (writing.mfaDevices().isCredentialKnown(registered.credential().id())) {
                throw Refused.alreadyExists("MFA Device is already in use.");
            }
            FidoDevice made = device(call, holder, deviceName, registered);
            writing.insert(registered.challenge().answered(call.accountId(), call.time()));
            writing.insert(made);
            return made;
        });
        return device.serialNumber(call.partition());
    }

    private Registered judged(Attestation attestation, Call call) {
        try {
            return passkeys.registered(attestation, call.time());
        } catch (PasskeyRefused refused) {
            throw invalid(refused.reason() + ".");
        }
    }

    private static Refused invalid(String reason) {
        return new Refused(ErrorCode.INVALID_AUTHENTICATION_CODE, reason);
    }

    private FidoDevice device(Call call, DeviceHolder holder, String deviceName, Registered registered) {
        String userName = holder.name();
        return new FidoDevice(
                call.accountId(),
                userName == null ? FidoDevice.PATH_OF_ROOT : FidoDevice.pathOfUser(userName),
                deviceName + "-" + Base32.random(random, ID_LENGTH),
                holder.id(),
                call.time().truncatedTo(ChronoUnit.SECONDS),
                registered.credential());
    }
}
