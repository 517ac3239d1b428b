package io.claviger.operations.credential;

import io.claviger.access.ServerCertificateKeys;
import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import io.claviger.iam.Quotas;
import io.claviger.iam.ServerCertificate;
import io.claviger.iam.Tag;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Counted;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.DeleteServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.DeleteServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.GetServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.GetServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesResponse;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;
import software.amazon.awssdk.services.iam.model.UpdateServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UpdateServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateResponse;

/**
 * Certificates for TLS, with their private keys: upload, look at, list, rename and move, delete. No answer shows a
 * private key.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html">Manage server
 *     certificates in IAM</a>
 */
public final class ServerCertificates {

    private final Quotas quotas;
    private final UniqueIds uniqueIds;
    private final ServerCertificateKeys keys;

    /** Certificates within these quotas. */
    public ServerCertificates(Quotas quotas, UniqueIds uniqueIds, ServerCertificateKeys keys) {
        this.quotas = quotas;
        this.uniqueIds = uniqueIds;
        this.keys = keys;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing(
                        "iam:UploadServerCertificate",
                        UploadServerCertificateRequest.class,
                        ServerCertificates::uploadChecks,
                        this::upload),
                Operation.on(
                        "iam:GetServerCertificate",
                        GetServerCertificateRequest.class,
                        NamedServerCertificate.target(GetServerCertificateRequest::serverCertificateName),
                        ServerCertificates::get),
                Operation.on(
                        "iam:ListServerCertificates",
                        ListServerCertificatesRequest.class,
                        ServerCertificates::listTarget,
                        ServerCertificates::list),
                Operation.needing(
                        "iam:UpdateServerCertificate",
                        UpdateServerCertificateRequest.class,
                        ServerCertificates::renamingChecks,
                        ServerCertificates::update),
                Operation.on(
                        "iam:DeleteServerCertificate",
                        DeleteServerCertificateRequest.class,
                        NamedServerCertificate.target(DeleteServerCertificateRequest::serverCertificateName),
                        ServerCertificates::delete));
    }

    private static List<Check> uploadChecks(EntityView view, Call call, UploadServerCertificateRequest request) {
        String arn = Arns.serverCertificate(
                call.partition(), call.accountId(), RequestedPath.of(request.path()), request.serverCertificateName());
        Target target = Target.arn(arn, call).setting(RequestedTags.of(request.tags()));
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:UploadServerCertificate", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagServerCertificate", target));
        }
        return checks;
    }

    private UploadServerCertificateResponse upload(Execution<UploadServerCertificateRequest> execution) {
        Call call = execution.call();
        UploadServerCertificateRequest request = execution.request();
        List<Tag> tags = RequestedTags.checked(request.tags());
        CertificateBundle bundle = CertificateBundle.checked(
                request.certificateBody(), request.certificateChain(), request.privateKey(), call.time());
        String id = uniqueIds.serverCertificate();
        return execution.write(writing -> {
            requireNameFree(writing, call, request.serverCertificateName());
            int quota = quotas.credentials().serverCertificatesPerAccount();
            if (writing.accounts().count(call.accountId(), Counted.SERVER_CERTIFICATES) >= quota) {
                throw Refused.quota("ServerCertificatesPerAccount", quota);
            }
            ServerCertificate certificate = new ServerCertificate(
                    call.accountId(),
                    id,
                    request.serverCertificateName(),
                    RequestedPath.of(request.path()),
                    call.time().truncatedTo(ChronoUnit.SECONDS),
                    bundle.expiration(),
                    bundle.body(),
                    bundle.chain(),
                    keys.seal(id, request.privateKey()),
                    RequestedTags.overlaid(List.of(), tags, quotas.tagsPerEntity()));
            writing.insert(certificate);
            return UploadServerCertificateResponse.builder()
                    .serverCertificateMetadata(metadata(certificate, call.partition()))
                    .tags(tags.isEmpty() ? null : Shapes.tags(certificate.tags()))
                    .build();
        });
    }

    private static ServerCertificateMetadata metadata(ServerCertificate certificate, Partition partition) {
        return ServerCertificateMetadata.builder()
                .path(certificate.path())
                .serverCertificateName(certificate.name())
                .serverCertificateId(certificate.id())
                .arn(certificate.arn(partition))
                .uploadDate(certificate.uploadDate())
                .expiration(certificate.expiration())
                .build();
    }

    private static GetServerCertificateResponse get(Execution<GetServerCertificateRequest> execution) {
        Call call = execution.call();
        ServerCertificate certificate = execution.read(reading ->
                NamedServerCertificate.in(reading, call, execution.request().serverCertificateName()));
        return GetServerCertificateResponse.builder()
                .serverCertificate(shape -> shape.serverCertificateMetadata(metadata(certificate, call.partition()))
                        .certificateBody(certificate.body())
                        .certificateChain(certificate.chain())
                        .tags(Shapes.tags(certificate.tags())))
                .build();
    }

    private static Target listTarget(EntityView view, Call call, ListServerCertificatesRequest request) {
        return Target.arn(
                Arns.serverCertificate(call.partition(), call.accountId(), RequestedPath.of(request.pathPrefix()), ""),
                call);
    }

    private static ListServerCertificatesResponse list(Execution<ListServerCertificatesRequest> execution) {
        Call call = execution.call();
        ListServerCertificatesRequest request = execution.request();
        Page.Request asked = new Page.Request(
                "server certificates " + call.accountId() + " " + RequestedPath.of(request.pathPrefix()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        Page<ServerCertificate> page = execution.read(reading ->
                asked.of(reading.serverCertificates().list(call.accountId(), asked.slice()), ServerCertificate::name));
        return ListServerCertificatesResponse.builder()
                .serverCertificateMetadataList(page.map(certificate -> metadata(certificate, call.partition()))
                        .items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    /** Renaming a certificate needs the right on what it is and on what it becomes. */
    private static List<Check> renamingChecks(EntityView view, Call call, UpdateServerCertificateRequest request) {
        String action = "iam:UpdateServerCertificate";
        String name = request.serverCertificateName();
        List<Check> checks =
                new ArrayList<>(List.of(new Check(action, NamedServerCertificate.target(view, call, name))));
        view.ask(reading -> reading.serverCertificates().named(call.accountId(), name))
                .filter(certificate -> !renamed(certificate, request).equals(certificate))
                .map(certificate -> NamedServerCertificate.target(renamed(certificate, request), call))
                .ifPresent(target -> checks.add(new Check(action, target)));
        return checks;
    }

    private static UpdateServerCertificateResponse update(Execution<UpdateServerCertificateRequest> execution) {
        Call call = execution.call();
        UpdateServerCertificateRequest request = execution.request();
        return execution.write(writing -> {
            ServerCertificate certificate = NamedServerCertificate.in(writing, call, request.serverCertificateName());
            ServerCertificate renamed = renamed(certificate, request);
            if (!renamed.name().equalsIgnoreCase(certificate.name())) {
                requireNameFree(writing, call, renamed.name());
            }
            if (!renamed.equals(certificate)) {
                writing.update(renamed);
            }
            return UpdateServerCertificateResponse.builder().build();
        });
    }

    private static ServerCertificate renamed(ServerCertificate certificate, UpdateServerCertificateRequest request) {
        return certificate.renamed(
                request.newServerCertificateName() == null ? certificate.name() : request.newServerCertificateName(),
                request.newPath() == null ? certificate.path() : request.newPath());
    }

    private static DeleteServerCertificateResponse delete(Execution<DeleteServerCertificateRequest> execution) {
        return execution.write(writing -> {
            writing.delete(NamedServerCertificate.in(
                    writing, execution.call(), execution.request().serverCertificateName()));
            return DeleteServerCertificateResponse.builder().build();
        });
    }

    private static void requireNameFree(Reading reading, Call call, String name) {
        if (reading.serverCertificates().named(call.accountId(), name).isPresent()) {
            throw Refused.alreadyExists("The Server Certificate with name " + name + " already exists.");
        }
    }
}
