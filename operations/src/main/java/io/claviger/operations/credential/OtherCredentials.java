package io.claviger.operations.credential;

import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
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
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesResponse;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysResponse;

/**
 * The kinds of credentials that a user can have at AWS and that no operation creates here. So nobody has any: the lists
 * are empty. Clients ask for all of them in passing, for instance before they delete a
 * user. A kind that can be created takes its rows with it.
 */
public final class OtherCredentials {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                ofUser(
                        "iam:ListSSHPublicKeys",
                        ListSshPublicKeysRequest.class,
                        list -> new Asked(list.userName(), list.marker()),
                        () -> ListSshPublicKeysResponse.builder()
                                .sshPublicKeys(List.of())
                                .isTruncated(false)
                                .build()),
                ofUser(
                        "iam:ListSigningCertificates",
                        ListSigningCertificatesRequest.class,
                        list -> new Asked(list.userName(), list.marker()),
                        () -> ListSigningCertificatesResponse.builder()
                                .certificates(List.of())
                                .isTruncated(false)
                                .build()),
                Operation.on(
                        "iam:ListServiceSpecificCredentials",
                        ListServiceSpecificCredentialsRequest.class,
                        OtherCredentials::serviceCredentialsTarget,
                        OtherCredentials::serviceCredentials));
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

    private static Target serviceCredentialsTarget(
            EntityView view, Call call, ListServiceSpecificCredentialsRequest request) {
        return isOfAllUsers(request)
                ? NamedUser.target(view, call, "*")
                : NamedUser.<ListServiceSpecificCredentialsRequest>targetOrCaller(
                                ListServiceSpecificCredentialsRequest::userName)
                        .find(view, call, request);
    }

    private static ListServiceSpecificCredentialsResponse serviceCredentials(
            Execution<ListServiceSpecificCredentialsRequest> execution) {
        ListServiceSpecificCredentialsRequest request = execution.request();
        if (isOfAllUsers(request)) {
            if (request.userName() != null) {
                throw Refused.validation("UserName and AllUsers cannot be given together.");
            }
        } else {
            execution.read(reading -> KeyOwner.in(reading, execution.call(), request.userName()));
        }
        requireNoMarker("service credentials", request.marker());
        return ListServiceSpecificCredentialsResponse.builder()
                .serviceSpecificCredentials(List.of())
                .isTruncated(false)
                .build();
    }

    private static boolean isOfAllUsers(ListServiceSpecificCredentialsRequest request) {
        return request.allUsers() != null && request.allUsers();
    }

    /** A list of one page never gave a marker. */
    private static void requireNoMarker(String list, @Nullable String marker) {
        new Page.Request(list, null, marker, null).slice();
    }
}
