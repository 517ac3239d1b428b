package io.claviger.operations.credential;

import io.claviger.iam.ServiceCredential;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.Page;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;

/** Lists a user's credentials for services, or those of all users of the account. */
public final class ServiceCredentialList {

    /** Its row of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:ListServiceSpecificCredentials",
                ListServiceSpecificCredentialsRequest.class,
                ServiceCredentialList::target,
                ServiceCredentialList::list));
    }

    private static Target target(EntityView view, Call call, ListServiceSpecificCredentialsRequest request) {
        return isOfAllUsers(request)
                ? NamedUser.target(view, call, "*")
                : NamedUser.<ListServiceSpecificCredentialsRequest>targetOrCaller(
                                ListServiceSpecificCredentialsRequest::userName)
                        .find(view, call, request);
    }

    private static boolean isOfAllUsers(ListServiceSpecificCredentialsRequest request) {
        return request.allUsers() != null && request.allUsers();
    }

    private static ListServiceSpecificCredentialsResponse list(
            Execution<ListServiceSpecificCredentialsRequest> execution) {
        Call call = execution.call();
        ListServiceSpecificCredentialsRequest request = execution.request();
        String service = service(request.serviceName());
        Page<ServiceSpecificCredentialMetadata> page = execution.read(reading -> isOfAllUsers(request)
                ? ofAll(reading, call, request, service)
                : ofOne(reading, call, request, service));
        return ListServiceSpecificCredentialsResponse.builder()
                .serviceSpecificCredentials(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    /** The service's full name; null for all services, as which an empty name counts too. */
    private static @Nullable String service(@Nullable String requested) {
        return requested == null || requested.isEmpty()
                ? null
                : CredentialService.named(requested).fullName();
    }

    private static Page<ServiceSpecificCredentialMetadata> ofOne(
            Reading reading, Call call, ListServiceSpecificCredentialsRequest request, @Nullable String service) {
        KeyOwner owner = KeyOwner.in(reading, call, request.userName());
        return asked(request, "service credentials of " + owner.id() + " for " + service)
                .ofAll(
                        reading.serviceCredentials().ofUser(owner.id()).stream()
                                .filter(credential ->
                                        service == null || credential.service().equals(service))
                                .toList(),
                        ServiceCredential::id)
                .map(credential -> metadata(call, credential, _ -> owner.name()));
    }

    private static Page<ServiceSpecificCredentialMetadata> ofAll(
            Reading reading, Call call, ListServiceSpecificCredentialsRequest request, @Nullable String service) {
        if (request.userName() != null) {
            throw Refused.validation("UserName and AllUsers cannot be given together.");
        }
        Page.Request asked = asked(request, "all service credentials of " + call.accountId() + " for " + service);
        return asked.of(
                        reading.serviceCredentials().list(call.accountId(), service, asked.slice()),
                        ServiceCredential::id)
                .map(credential -> metadata(
                        call,
                        credential,
                        id -> reading.users().byId(id).map(User::name).orElse(null)));
    }

    private static Page.Request asked(ListServiceSpecificCredentialsRequest request, String scope) {
        return new Page.Request(scope, null, request.marker(), request.maxItems());
    }

    private static ServiceSpecificCredentialMetadata metadata(
            Call call, ServiceCredential credential, Function<String, @Nullable String> nameOf) {
        boolean isKey = CredentialService.named(credential.service()).takesApiKeys();
        return ServiceSpecificCredentialMetadata.builder()
                .userName(nameOf.apply(credential.userId()))
                .serviceName(credential.service())
                .serviceUserName(isKey ? null : credential.login())
                .serviceCredentialAlias(isKey ? credential.login() : null)
                .serviceSpecificCredentialId(credential.id())
                .status(status(credential, call))
                .createDate(credential.createDate())
                .expirationDate(credential.expiration())
                .build();
    }

    /** A credential that has come to its end is shown as expired, whatever its status was. */
    static StatusType status(ServiceCredential credential, Call call) {
        return credential.hasExpired(call.time()) ? StatusType.EXPIRED : CredentialStatus.shown(credential.status());
    }
}
