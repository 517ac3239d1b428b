package io.claviger.operations.mfa;

import io.claviger.access.mfa.MfaCodes;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.MfaDevice;
import io.claviger.iam.Quotas;
import io.claviger.iam.TotpDevice;
import io.claviger.iam.TotpDevice.Clock;
import io.claviger.iam.TotpDevice.Use;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.Page;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceResponse;

/**
 * Whose MFA devices are: enabled for a user by two codes that follow one another, brought in step again, listed, taken
 * away. Those without codes are registered in the console, and only listed and taken away here.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html">Multi-factor authentication in
 *     IAM</a>
 */
public final class DeviceAssignments {

    private final Quotas quotas;
    private final MfaCodes codes;

    /** Assignments that need such codes, within these quotas. */
    public DeviceAssignments(Quotas quotas, MfaCodes codes) {
        this.quotas = quotas;
        this.codes = codes;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:EnableMFADevice",
                        EnableMfaDeviceRequest.class,
                        DeviceHolder.target(EnableMfaDeviceRequest::userName),
                        this::enable),
                Operation.on(
                        "iam:ResyncMFADevice",
                        ResyncMfaDeviceRequest.class,
                        DeviceHolder.target(ResyncMfaDeviceRequest::userName),
                        this::resync),
                Operation.on(
                        "iam:DeactivateMFADevice",
                        DeactivateMfaDeviceRequest.class,
                        DeviceHolder.target(DeactivateMfaDeviceRequest::userName),
                        DeviceAssignments::deactivate),
                Operation.on(
                        "iam:ListMFADevices",
                        ListMfaDevicesRequest.class,
                        DeviceHolder.target(ListMfaDevicesRequest::userName),
                        DeviceAssignments::list),
                Operation.on(
                        "iam:GetMFADevice",
                        GetMfaDeviceRequest.class,
                        DeviceHolder.target(GetMfaDeviceRequest::userName),
                        DeviceAssignments::get));
    }

    private EnableMfaDeviceResponse enable(Execution<EnableMfaDeviceRequest> execution) {
        Call call = execution.call();
        EnableMfaDeviceRequest request = execution.request();
        execution.write(writing -> {
            DeviceHolder holder = DeviceHolder.in(writing, call, request.userName());
            if (!(NamedDevice.any(writing, call, request.serialNumber()) instanceof TotpDevice device)
                    || device.use() != null) {
                throw Refused.alreadyExists("MFA Device is already in use.");
            }
            holder.requireRoom(writing, quotas);
            Clock clock = clock(call, device, request.authenticationCode1(), request.authenticationCode2());
            TotpDevice enabled = device.used(new Use(holder.id(), call.time().truncatedTo(ChronoUnit.SECONDS), clock));
            writing.update(enabled);
            return enabled;
        });
        return EnableMfaDeviceResponse.builder().build();
    }

    private Clock clock(Call call, TotpDevice device, String first, String second) {
        return codes.synchronize(device, first, second, call.time()).orElseThrow(DeviceAssignments::wrongCode);
    }

    private static Refused wrongCode() {
        return new Refused(ErrorCode.INVALID_AUTHENTICATION_CODE, "Authentication code for device is not valid.");
    }

    private ResyncMfaDeviceResponse resync(Execution<ResyncMfaDeviceRequest> execution) {
        Call call = execution.call();
        ResyncMfaDeviceRequest request = execution.request();
        execution.write(writing -> {
            DeviceHolder holder = DeviceHolder.in(writing, call, request.userName());
            // No code is one of a device that shows none.
            if (!(NamedDevice.of(holder, writing, call, request.serialNumber()) instanceof TotpDevice device)) {
                throw wrongCode();
            }
            Clock clock = clock(call, device, request.authenticationCode1(), request.authenticationCode2());
            Use use = device.inUse();
            TotpDevice inStep = device.used(new Use(use.ownerId(), use.since(), clock));
            writing.update(inStep);
            return inStep;
        });
        return ResyncMfaDeviceResponse.builder().build();
    }

    private static DeactivateMfaDeviceResponse deactivate(Execution<DeactivateMfaDeviceRequest> execution) {
        Call call = execution.call();
        DeactivateMfaDeviceRequest request = execution.request();
        execution.write(writing -> {
            DeviceHolder holder = DeviceHolder.in(writing, call, request.userName());
            MfaDevice device = NamedDevice.of(holder, writing, call, request.serialNumber());
            switch (device) {
                case TotpDevice shown -> writing.update(shown.used(null));
                case FidoDevice fido -> writing.delete(fido);
            }
            return device;
        });
        return DeactivateMfaDeviceResponse.builder().build();
    }

    private static ListMfaDevicesResponse list(Execution<ListMfaDevicesRequest> execution) {
        Call call = execution.call();
        ListMfaDevicesRequest request = execution.request();
        return execution.read(reading -> {
            DeviceHolder holder = DeviceHolder.in(reading, call, request.userName());
            Page.Request asked =
                    new Page.Request("devices of " + holder.id(), null, request.marker(), request.maxItems());
            String after = asked.slice().after();
            List<MfaDevice> devices = reading.mfaDevices().ofOwner(holder.id()).stream()
                    .filter(device -> after == null || position(device).compareTo(after) > 0)
                    .toList();
            Page<MFADevice> page =
                    asked.of(devices, DeviceAssignments::position).map(device -> shape(call, holder, device));
            return ListMfaDevicesResponse.builder()
                    .mfaDevices(page.items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    /** The device's place in the store's order. */
    private static String position(MfaDevice device) {
        return device.id().toLowerCase(Locale.ROOT);
    }

    private static MFADevice shape(Call call, DeviceHolder holder, MfaDevice device) {
        return MFADevice.builder()
                .userName(holder.name())
                .serialNumber(device.serialNumber(call.partition()))
                .enableDate(device.since())
                .build();
    }

    /** AWS answers for passkeys and security keys only. No certifications are known: nobody is asked about models. */
    private static GetMfaDeviceResponse get(Execution<GetMfaDeviceRequest> execution) {
        Call call = execution.call();
        GetMfaDeviceRequest request = execution.request();
        return execution.read(reading -> {
            DeviceHolder holder = DeviceHolder.in(reading, call, request.userName());
            MfaDevice device = NamedDevice.of(holder, reading, call, request.serialNumber());
            return GetMfaDeviceResponse.builder()
                    .userName(holder.name())
                    .serialNumber(device.serialNumber(call.partition()))
                    .enableDate(device.since())
                    .build();
        });
    }
}
