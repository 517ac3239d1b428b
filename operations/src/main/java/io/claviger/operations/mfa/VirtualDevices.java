package io.claviger.operations.mfa;

import io.claviger.access.mfa.MfaSeeds;
import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.Quotas;
import io.claviger.iam.Tag;
import io.claviger.iam.TotpDevice.Use;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.MfaQueries.Which;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.RequestedPath;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/**
 * The account's virtual MFA devices: create (the only answer that ever shows the seed), list, delete.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html">Assign a virtual
 *     MFA device</a>
 */
public final class VirtualDevices {

    private final Quotas quotas;
    private final MfaSeeds seeds;

    /** Virtual devices with such seeds, within these quotas. */
    public VirtualDevices(Quotas quotas, MfaSeeds seeds) {
        this.quotas = quotas;
        this.seeds = seeds;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing(
                        "iam:CreateVirtualMFADevice",
                        CreateVirtualMfaDeviceRequest.class,
                        VirtualDevices::creationChecks,
                        this::create),
                Operation.on(
                        "iam:ListVirtualMFADevices",
                        ListVirtualMfaDevicesRequest.class,
                        (view, call, list) ->
                                Target.arn(Arns.mfaDevice(call.partition(), call.accountId(), "/", ""), call),
                        VirtualDevices::list),
                Operation.on(
                        "iam:DeleteVirtualMFADevice",
                        DeleteVirtualMfaDeviceRequest.class,
                        NamedDevice.target(DeleteVirtualMfaDeviceRequest::serialNumber),
                        VirtualDevices::delete));
    }

    private static List<Check> creationChecks(EntityView view, Call call, CreateVirtualMfaDeviceRequest request) {
        String arn = Arns.mfaDevice(
                call.partition(), call.accountId(), RequestedPath.of(request.path()), request.virtualMFADeviceName());
        Target target = Target.arn(arn, call).setting(RequestedTags.of(request.tags()));
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:CreateVirtualMFADevice", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagMFADevice", target));
        }
        return checks;
    }

    private record Made(VirtualMfaDevice device, String account) {}

    private CreateVirtualMfaDeviceResponse create(Execution<CreateVirtualMfaDeviceRequest> execution) {
        Call call = execution.call();
        CreateVirtualMfaDeviceRequest request = execution.request();
        List<Tag> tags =
                RequestedTags.overlaid(List.of(), RequestedTags.checked(request.tags()), quotas.tagsPerEntity());
        String seed = seeds.next();
        Made made = execution.write(writing -> {
            VirtualMfaDevice device = device(call, request, seed, tags);
            if (writing.mfaDevices()
                    .named(call.accountId(), device.path() + device.name())
                    .isPresent()) {
                throw Refused.alreadyExists("MFA device already exists.");
            }
            // AWS lets an account have as many devices as users.
            if (writing.accounts().count(call.accountId(), Counted.MFA_DEVICES) >= quotas.usersPerAccount()) {
                throw Refused.quota("VirtualMFADevicesPerAccount", quotas.usersPerAccount());
            }
            writing.insert(device);
            return new Made(device, shownName(writing, call));
        });
        VirtualMfaDevice device = made.device();
        return CreateVirtualMfaDeviceResponse.builder()
                .virtualMFADevice(shape -> shape.serialNumber(device.serialNumber(call.partition()))
                        .base32StringSeed(SdkBytes.fromUtf8String(seed))
                        .qrCodePNG(SdkBytes.fromByteArray(QrCode.png(QrCode.uri(device.name(), made.account(), seed))))
                        .tags(tags.isEmpty() ? null : Shapes.tags(tags)))
                .build();
    }

    private VirtualMfaDevice device(Call call, CreateVirtualMfaDeviceRequest request, String seed, List<Tag> tags) {
        String path = RequestedPath.of(request.path());
        String name = request.virtualMFADeviceName();
        String id = VirtualMfaDevice.id(call.accountId(), path, name);
        return new VirtualMfaDevice(call.accountId(), path, name, seeds.seal(id, seed), null, tags);
    }

    private static String shownName(Reading reading, Call call) {
        Account account = reading.accounts().byId(call.accountId()).orElseThrow();
        String alias = account.alias();
        return alias == null ? account.accountId() : alias;
    }

    private static ListVirtualMfaDevicesResponse list(Execution<ListVirtualMfaDevicesRequest> execution) {
        Call call = execution.call();
        ListVirtualMfaDevicesRequest request = execution.request();
        Which which = which(request.assignmentStatus());
        Page.Request asked = new Page.Request(
                "virtual devices " + call.accountId() + " " + which, null, request.marker(), request.maxItems());
        Page<VirtualMFADevice> page = execution.read(reading -> asked.of(
                        reading.mfaDevices().list(call.accountId(), which, asked.slice()),
                        device -> device.path() + device.name())
                .map(device -> listed(reading, call, device)));
        return ListVirtualMfaDevicesResponse.builder()
                .virtualMFADevices(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static Which which(@Nullable AssignmentStatusType status) {
        return switch (status) {
            case null -> Which.ALL;
            case ASSIGNED -> Which.ASSIGNED;
            case UNASSIGNED -> Which.UNASSIGNED;
            case ANY, UNKNOWN_TO_SDK_VERSION -> Which.ALL;
        };
    }

    /** Without its seed, which is never shown again, and without tags, as AWS lists devices. */
    private static VirtualMFADevice listed(Reading reading, Call call, VirtualMfaDevice device) {
        VirtualMFADevice.Builder shape = VirtualMFADevice.builder().serialNumber(device.serialNumber(call.partition()));
        Use use = device.use();
        if (use == null) {
            return shape.build();
        }
        shape.enableDate(use.since());
        return use.ownerId().equals(device.accountId())
                ? shape.user(Shapes.rootUser(
                                reading.accounts().byId(device.accountId()).orElseThrow(), call.partition()))
                        .build()
                : shape.user(Shapes.listed(reading.users().byId(use.ownerId()).orElseThrow(), call.partition()))
                        .build();
    }

    private static DeleteVirtualMfaDeviceResponse delete(Execution<DeleteVirtualMfaDeviceRequest> execution) {
        execution.write(writing -> {
            VirtualMfaDevice device = NamedDevice.in(
                    writing, execution.call(), execution.request().serialNumber());
            if (device.use() != null) {
                throw Refused.deleteConflict("MFA VirtualDevice in use. Must deactivate first.");
            }
            writing.delete(device);
            return device;
        });
        return DeleteVirtualMfaDeviceResponse.builder().build();
    }
}
