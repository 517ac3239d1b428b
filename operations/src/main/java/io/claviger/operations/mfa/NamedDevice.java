package io.claviger.operations.mfa;

import io.claviger.access.Resource;
import io.claviger.iam.Arns;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.HardwareToken;
import io.claviger.iam.MfaDevice;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An MFA device of the account acted in, by the serial number that a request gives. */
final class NamedDevice {

    private static final Pattern ARN = Pattern.compile("arn:[a-z-]++:iam::(?<account>[0-9]{12}):mfa/.++");

    private NamedDevice() {}

    /** The virtual device of this serial number; or a refusal. */
    static VirtualMfaDevice in(Reading reading, Call call, String serialNumber) {
        return find(reading, call, serialNumber).orElseThrow(() -> absent(serialNumber));
    }

    /** The device of any kind that has this serial number; or a refusal. */
    static MfaDevice any(Reading reading, Call call, String serialNumber) {
        return find(reading, call, serialNumber)
                .<MfaDevice>map(device -> device)
                .or(() -> findFido(reading, call, serialNumber))
                .or(() -> findToken(reading, call, serialNumber))
                .orElseThrow(() -> absent(serialNumber));
    }

    private static Refused absent(String serialNumber) {
        return Refused.noSuchEntity("MFA Device with serial number " + serialNumber + " does not exist.");
    }

    /** The device of any kind that has this serial number and is somebody's; or a refusal. */
    static MfaDevice of(DeviceHolder holder, Reading reading, Call call, String serialNumber) {
        MfaDevice device = any(reading, call, serialNumber);
        if (!device.isOf(holder.id())) {
            throw Refused.noSuchEntity("MFA Device invalid for user.");
        }
        return device;
    }

    static Optional<VirtualMfaDevice> find(Reading reading, Call call, String serialNumber) {
        String prefix = Arns.mfaDevice(call.partition(), call.accountId(), "/", "");
        return serialNumber.startsWith(prefix)
                ? reading.mfaDevices().named(call.accountId(), serialNumber.substring(prefix.length() - 1))
                : Optional.empty();
    }

    private static Optional<FidoDevice> findFido(Reading reading, Call call, String serialNumber) {
        String prefix = Arns.fidoDevice(call.partition(), call.accountId(), "/", "");
        return serialNumber.startsWith(prefix)
                ? reading.mfaDevices().fidoNamed(call.accountId(), serialNumber.substring(prefix.length() - 1))
                : Optional.empty();
    }

    private static Optional<HardwareToken> findToken(Reading reading, Call call, String serialNumber) {
        return reading.mfaDevices()
                .token(serialNumber)
                .filter(token -> token.accountId().equals(call.accountId()));
    }

    /** Finds the virtual device that requests name. */
    static <Q> Finder<Q> target(Function<Q, String> serialNumber) {
        return (view, call, request) -> {
            String serial = serialNumber.apply(request);
            return view.ask(reading -> find(reading, call, serial))
                    .map(device -> target(device, call))
                    .orElseGet(() -> absent(serial, call));
        };
    }

    private static Target target(VirtualMfaDevice device, Call call) {
        String arn = device.serialNumber(call.partition());
        return new Target(new Resource(arn, device.accountId(), device.tags(), Map.of()), arn);
    }

    /** What stands in an ARN of another account is that account's. */
    private static Target absent(String serial, Call call) {
        Matcher arn = ARN.matcher(serial);
        String owner = arn.matches() ? arn.group("account") : call.accountId();
        return new Target(Resource.of(serial, owner), serial);
    }
}
