package io.claviger.operations.credential;

import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.Page;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;

/**
 * The kinds of credentials that a user can have at AWS and that no operation creates here. So nobody has any: the lists
 * are empty, and there is no login profile. Clients ask for all of them in passing, for instance before they delete a
 * user. A kind that can be created takes its rows with it.
 */
public final class OtherCredentials {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                ofUser(
                        "iam:ListMFADevices",
                        ListMfaDevicesRequest.class,
                        list -> new Asked(list.userName(), list.marker()),
                        () -> ListMfaDevicesResponse.builder()
                                .mfaDevices(List.of())
                                .isTruncated(false)
                                .build()),
                Operation.on(
                        "iam:ListVirtualMFADevices",
                        ListVirtualMfaDevicesRequest.class,
                        (view, call, list) -> Target.arn(
                                "arn:" + call.partition().id() + ":iam::" + call.accountId() + ":mfa/", call),
                        OtherCredentials::virtualDevices),
                profile("iam:GetLoginProfile", GetLoginProfileRequest.class, GetLoginProfileRequest::userName),
                profile(
                        "iam:DeleteLoginProfile",
                        DeleteLoginProfileRequest.class,
                        DeleteLoginProfileRequest::userName));
    }

    /** Whose credentials, and from where on. */
    private record Asked(
            @Nullable String userName, @Nullable String marker) {}

    private static <Q extends AwsRequest> Operation<Q> ofUser(
            String action, Class<Q> request, Function<Q, Asked> asked, Supplier<AwsResponse> none) {
        return Operation.on(
                action,
                request,
                NamedUser.targetOrCaller(list -> asked.apply(list).userName()),
                execution -> {
                    Asked list = asked.apply(execution.request());
                    execution.read(reading -> KeyOwner.in(reading, execution.call(), list.userName()));
                    requireNoMarker(action, list.marker());
                    return none.get();
                });
    }

    private static ListVirtualMfaDevicesResponse virtualDevices(Execution<ListVirtualMfaDevicesRequest> execution) {
        requireNoMarker("virtual devices", execution.request().marker());
        return ListVirtualMfaDevicesResponse.builder()
                .virtualMFADevices(List.of())
                .isTruncated(false)
                .build();
    }

    private static <Q extends AwsRequest> Operation<Q> profile(
            String action, Class<Q> request, Function<Q, @Nullable String> userName) {
        return Operation.on(action, request, NamedUser.targetOrCaller(userName), execution -> {
            KeyOwner owner = execution.read(
                    reading -> KeyOwner.in(reading, execution.call(), userName.apply(execution.request())));
            if (owner.name() == null) {
                throw Refused.validation("Must specify userName when calling with non-User credentials");
            }
            throw Refused.noSuchEntity("Login Profile for User " + owner.name() + " cannot be found.");
        });
    }

    /** A list of one page never gave a marker. */
    private static void requireNoMarker(String list, @Nullable String marker) {
        new Page.Request(list, null, marker, null).slice();
    }
}
