package io.claviger.operations.mfa;

import io.claviger.iam.Quotas;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Tagging;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListMfaDeviceTagsRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDeviceTagsResponse;
import software.amazon.awssdk.services.iam.model.TagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.TagMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.UntagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.UntagMfaDeviceResponse;

/** The tags of virtual MFA devices. */
public final class DeviceTags {

    private final Tagging<VirtualMfaDevice> tagging;

    /** Devices' tags within these quotas. */
    public DeviceTags(Quotas quotas) {
        this.tagging = new Tagging<>(quotas.tagsPerEntity());
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:TagMFADevice",
                        TagMfaDeviceRequest.class,
                        NamedDevice.target(TagMfaDeviceRequest::serialNumber)
                                .setting(tag -> RequestedTags.of(tag.tags())),
                        this::tag),
                Operation.on(
                        "iam:UntagMFADevice",
                        UntagMfaDeviceRequest.class,
                        NamedDevice.target(UntagMfaDeviceRequest::serialNumber)
                                .removing(UntagMfaDeviceRequest::tagKeys),
                        this::untag),
                Operation.on(
                        "iam:ListMFADeviceTags",
                        ListMfaDeviceTagsRequest.class,
                        NamedDevice.target(ListMfaDeviceTagsRequest::serialNumber),
                        this::list));
    }

    private TagMfaDeviceResponse tag(Execution<TagMfaDeviceRequest> execution) {
        TagMfaDeviceRequest request = execution.request();
        tagging.tag(execution, device(execution, request.serialNumber()), request.tags());
        return TagMfaDeviceResponse.builder().build();
    }

    private UntagMfaDeviceResponse untag(Execution<UntagMfaDeviceRequest> execution) {
        UntagMfaDeviceRequest request = execution.request();
        tagging.untag(execution, device(execution, request.serialNumber()), request.tagKeys());
        return UntagMfaDeviceResponse.builder().build();
    }

    private ListMfaDeviceTagsResponse list(Execution<ListMfaDeviceTagsRequest> execution) {
        ListMfaDeviceTagsRequest request = execution.request();
        var page = tagging.list(
                execution, device(execution, request.serialNumber()), request.marker(), request.maxItems());
        return ListMfaDeviceTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static Function<Reading, VirtualMfaDevice> device(Execution<?> execution, String serialNumber) {
        return reading -> NamedDevice.in(reading, execution.call(), serialNumber);
    }
}
