package io.claviger.operations.credential;

import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Quotas;
import io.claviger.iam.SecretHash;
import io.claviger.iam.ServiceCredential;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.NamedUser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialResponse;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialResponse;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;
import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialResponse;

/**
 * Users' credentials for single services, which AWS calls service-specific: create and reset (the only answers that ever
 * show the secret), activate and deactivate, delete. {@link ServiceCredentialList} lists them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html">
 *     CreateServiceSpecificCredential</a>
 */
public final class ServiceCredentials {

    private static final String SERVICE_NAME = "iam:servicespecificcredentialservicename";
    private static final String AGE_DAYS = "iam:servicespecificcredentialagedays";

    private final Quotas quotas;
    private final UniqueIds uniqueIds;
    private final AccessKeyIds secrets;

    /** Credentials within these quotas. */
    public ServiceCredentials(Quotas quotas, UniqueIds uniqueIds, AccessKeyIds secrets) {
        this.quotas = quotas;
        this.uniqueIds = uniqueIds;
        this.secrets = secrets;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:CreateServiceSpecificCredential",
                        CreateServiceSpecificCredentialRequest.class,
                        (view, call, request) -> withAge(
                                NamedUser.target(view, call, request.userName())
                                        .with(
                                                SERVICE_NAME,
                                                CredentialService.named(request.serviceName())
                                                        .fullName()),
                                request.credentialAgeDays()),
                        this::create),
                Operation.on(
                        "iam:ResetServiceSpecificCredential",
                        ResetServiceSpecificCredentialRequest.class,
                        target(
                                ResetServiceSpecificCredentialRequest::userName,
                                ResetServiceSpecificCredentialRequest::serviceSpecificCredentialId),
                        this::reset),
                Operation.on(
                        "iam:UpdateServiceSpecificCredential",
                        UpdateServiceSpecificCredentialRequest.class,
                        target(
                                UpdateServiceSpecificCredentialRequest::userName,
                                UpdateServiceSpecificCredentialRequest::serviceSpecificCredentialId),
                        ServiceCredentials::update),
                Operation.on(
                        "iam:DeleteServiceSpecificCredential",
                        DeleteServiceSpecificCredentialRequest.class,
                        target(
                                DeleteServiceSpecificCredentialRequest::userName,
                                DeleteServiceSpecificCredentialRequest::serviceSpecificCredentialId),
                        ServiceCredentials::delete));
    }

    private static Target withAge(Target target, @Nullable Integer days) {
        return days == null ? target : target.with(AGE_DAYS, days.toString());
    }

    /** The user named, or the caller, with the service of the credential if there is one. */
    private static <Q> Finder<Q> target(Function<Q, @Nullable String> userName, Function<Q, String> id) {
        Finder<Q> user = NamedUser.targetOrCaller(userName);
        return (view, call, request) -> {
            Target target = user.find(view, call, request);
            return view.ask(reading -> reading.serviceCredentials().byId(id.apply(request)))
                    .filter(credential -> credential.accountId().equals(call.accountId()))
                    .map(credential -> target.with(SERVICE_NAME, credential.service()))
                    .orElse(target);
        };
    }

    private CreateServiceSpecificCredentialResponse create(
            Execution<CreateServiceSpecificCredentialRequest> execution) {
        Call call = execution.call();
        CreateServiceSpecificCredentialRequest request = execution.request();
        CredentialService service = CredentialService.named(request.serviceName());
        Instant now = call.time().truncatedTo(ChronoUnit.SECONDS);
        Integer days = request.credentialAgeDays();
        return execution.write(writing -> {
            User user = NamedUser.in(writing, call, request.userName());
            int quota = quotas.credentials().serviceCredentials();
            if (writing.serviceCredentials().ofUser(user.id()).stream()
                            .filter(credential -> credential.service().equals(service.fullName()))
                            .count()
                    >= quota) {
                throw Refused.quota("ContextSpecificCredentialsPerUserPerContext", quota);
            }
            String login = freeLogin(writing, user, service);
            String secret = service.secret(login, secrets.servicePassword());
            ServiceCredential credential = new ServiceCredential(
                    call.accountId(),
                    uniqueIds.serviceCredential(),
                    user.id(),
                    service.fullName(),
                    login,
                    SecretHash.of(secret),
                    Status.ACTIVE,
                    now,
                    days == null ? null : now.plus(Duration.ofDays(days)));
            writing.insert(credential);
            return CreateServiceSpecificCredentialResponse.builder()
                    .serviceSpecificCredential(shown(call, user.name(), credential, secret))
                    .build();
        });
    }

    /** {@code jane-at-123456789012}; if that is taken, {@code jane+1-at-123456789012}, and so on. */
    private static String freeLogin(Reading reading, User user, CredentialService service) {
        String account = user.accountId();
        return Stream.iterate(0, number -> number + 1)
                .map(number -> user.name() + (number == 0 ? "" : "+" + number) + "-at-" + account)
                .filter(login -> reading.serviceCredentials()
                        .withLogin(account, service.fullName(), login)
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static ServiceSpecificCredential shown(
            Call call, @Nullable String userName, ServiceCredential credential, String secret) {
        ServiceSpecificCredential shown = ServiceSpecificCredential.builder()
                .userName(userName)
                .serviceName(credential.service())
                .serviceSpecificCredentialId(credential.id())
                .status(ServiceCredentialList.status(credential, call))
                .createDate(credential.createDate())
                .expirationDate(credential.expiration())
                .build();
        return CredentialService.named(credential.service()).takesApiKeys()
                ? shown.toBuilder()
                        .serviceCredentialAlias(credential.login())
                        .serviceCredentialSecret(secret)
                        .build()
                : shown.toBuilder()
                        .serviceUserName(credential.login())
                        .servicePassword(secret)
                        .build();
    }

    private ResetServiceSpecificCredentialResponse reset(Execution<ResetServiceSpecificCredentialRequest> execution) {
        Call call = execution.call();
        ResetServiceSpecificCredentialRequest request = execution.request();
        return execution.write(writing -> {
            KeyOwner owner = KeyOwner.in(writing, call, request.userName());
            ServiceCredential credential = credential(writing, call, owner, request.serviceSpecificCredentialId());
            String secret =
                    CredentialService.named(credential.service()).secret(credential.login(), secrets.servicePassword());
            writing.update(credential.withSecret(SecretHash.of(secret)));
            return ResetServiceSpecificCredentialResponse.builder()
                    .serviceSpecificCredential(shown(call, owner.name(), credential, secret))
                    .build();
        });
    }

    private static UpdateServiceSpecificCredentialResponse update(
            Execution<UpdateServiceSpecificCredentialRequest> execution) {
        UpdateServiceSpecificCredentialRequest request = execution.request();
        Status status = CredentialStatus.requested(request.status());
        return execution.write(writing -> {
            KeyOwner owner = KeyOwner.in(writing, execution.call(), request.userName());
            ServiceCredential credential =
                    credential(writing, execution.call(), owner, request.serviceSpecificCredentialId());
            if (credential.status() != status) {
                writing.update(credential.withStatus(status));
            }
            return UpdateServiceSpecificCredentialResponse.builder().build();
        });
    }

    private static DeleteServiceSpecificCredentialResponse delete(
            Execution<DeleteServiceSpecificCredentialRequest> execution) {
        DeleteServiceSpecificCredentialRequest request = execution.request();
        return execution.write(writing -> {
            KeyOwner owner = KeyOwner.in(writing, execution.call(), request.userName());
            writing.delete(credential(writing, execution.call(), owner, request.serviceSpecificCredentialId()));
            return DeleteServiceSpecificCredentialResponse.builder().build();
        });
    }

    private static ServiceCredential credential(Reading reading, Call call, KeyOwner owner, String id) {
        ServiceCredential credential = reading.serviceCredentials()
                .byId(id)
                .filter(found -> found.accountId().equals(call.accountId()))
                .orElseThrow(() -> Refused.noSuchEntity("No such credential " + id + " exists"));
        if (!credential.userId().equals(owner.id())) {
            throw Refused.validation(
                    "User " + owner.name() + " does not have a service specific credential with id " + id);
        }
        return credential;
    }
}
