package io.claviger.operations.credential;

import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.Quotas;
import io.claviger.iam.SigningCertificate;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.pem.Certificate;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.Page;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.DeleteSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.DeleteSigningCertificateResponse;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesResponse;
import software.amazon.awssdk.services.iam.model.UpdateSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UpdateSigningCertificateResponse;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateResponse;

/**
 * X.509 certificates that users sign with: upload, list, activate and deactivate, delete. Where no user is named, they
 * are the caller's own, the root user's too. An account has a certificate once; who uploads it again is shown the one
 * that is there.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html">
 *     UploadSigningCertificate</a>
 */
public final class SigningCertificates {

    private final Quotas quotas;

    /** Certificates within these quotas. */
    public SigningCertificates(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:UploadSigningCertificate",
                        UploadSigningCertificateRequest.class,
                        NamedUser.targetOrCaller(UploadSigningCertificateRequest::userName),
                        this::upload),
                Operation.on(
                        "iam:ListSigningCertificates",
                        ListSigningCertificatesRequest.class,
                        NamedUser.targetOrCaller(ListSigningCertificatesRequest::userName),
                        SigningCertificates::list),
                Operation.on(
                        "iam:UpdateSigningCertificate",
                        UpdateSigningCertificateRequest.class,
                        NamedUser.targetOrCaller(UpdateSigningCertificateRequest::userName),
                        SigningCertificates::update),
                Operation.on(
                        "iam:DeleteSigningCertificate",
                        DeleteSigningCertificateRequest.class,
                        NamedUser.targetOrCaller(DeleteSigningCertificateRequest::userName),
                        SigningCertificates::delete));
    }

    private UploadSigningCertificateResponse upload(Execution<UploadSigningCertificateRequest> execution) {
        Call call = execution.call();
        UploadSigningCertificateRequest request = execution.request();
        String body = request.certificateBody();
        return execution.write(writing -> {
            KeyOwner owner = KeyOwner.in(writing, call, request.userName());
            String id = Certificate.parse(body)
                    .filter(certificate -> call.time().isBefore(certificate.expiration()))
                    .map(Certificate::id)
                    .orElseThrow(() ->
                            new Refused(ErrorCode.MALFORMED_CERTIFICATE, "Certificate " + body + " is malformed."));
            Optional<SigningCertificate> present = writing.signingCertificates().byId(call.accountId(), id);
            if (present.isPresent()) {
                if (!present.get().ownerId().equals(owner.id())) {
                    throw new Refused(ErrorCode.DUPLICATE_CERTIFICATE, "Duplicate certificate uploaded.");
                }
                // AWS calls it active here even if it is not, and leaves it as it is.
                return answer(owner, present.get().withStatus(Status.ACTIVE));
            }
            int quota = quotas.credentials().signingCertificatesPerUser();
            if (writing.signingCertificates().ofOwner(owner.id()).size() >= quota) {
                throw Refused.quota("CertificatesPerUser", quota);
            }
            SigningCertificate certificate = new SigningCertificate(
                    call.accountId(),
                    id,
                    owner.id(),
                    body,
                    Status.ACTIVE,
                    call.time().truncatedTo(ChronoUnit.SECONDS));
            writing.insert(certificate);
            return answer(owner, certificate);
        });
    }

    private static UploadSigningCertificateResponse answer(KeyOwner owner, SigningCertificate certificate) {
        return UploadSigningCertificateResponse.builder()
                .certificate(shown(owner, certificate))
                .build();
    }

    private static software.amazon.awssdk.services.iam.model.SigningCertificate shown(
            KeyOwner owner, SigningCertificate certificate) {
        return software.amazon.awssdk.services.iam.model.SigningCertificate.builder()
                .userName(owner.name())
                .certificateId(certificate.id())
                .certificateBody(certificate.body())
                .status(CredentialStatus.shown(certificate.status()))
                .uploadDate(certificate.uploadDate())
                .build();
    }

    private static ListSigningCertificatesResponse list(Execution<ListSigningCertificatesRequest> execution) {
        ListSigningCertificatesRequest request = execution.request();
        return execution.read(reading -> {
            KeyOwner owner = KeyOwner.in(reading, execution.call(), request.userName());
            Page<SigningCertificate> page = new Page.Request(
                            "certificates of " + owner.id(), null, request.marker(), request.maxItems())
                    .ofAll(reading.signingCertificates().ofOwner(owner.id()), SigningCertificate::id);
            return ListSigningCertificatesResponse.builder()
                    .certificates(
                            page.map(certificate -> shown(owner, certificate)).items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    private static UpdateSigningCertificateResponse update(Execution<UpdateSigningCertificateRequest> execution) {
        UpdateSigningCertificateRequest request = execution.request();
        Status status = CredentialStatus.requested(request.status());
        return execution.write(writing -> {
            KeyOwner owner = KeyOwner.in(writing, execution.call(), request.userName());
            SigningCertificate certificate = certificate(writing, execution.call(), owner, request.certificateId());
            if (certificate.status() != status) {
                writing.update(certificate.withStatus(status));
            }
            return UpdateSigningCertificateResponse.builder().build();
        });
    }

    private static DeleteSigningCertificateResponse delete(Execution<DeleteSigningCertificateRequest> execution) {
        DeleteSigningCertificateRequest request = execution.request();
        return execution.write(writing -> {
            KeyOwner owner = KeyOwner.in(writing, execution.call(), request.userName());
            writing.delete(certificate(writing, execution.call(), owner, request.certificateId()));
            return DeleteSigningCertificateResponse.builder().build();
        });
    }

    private static SigningCertificate certificate(Reading reading, Call call, KeyOwner owner, String id) {
        return reading.signingCertificates()
                .byId(call.accountId(), id)
                .filter(certificate -> certificate.ownerId().equals(owner.id()))
                .orElseThrow(() -> Refused.noSuchEntity("The Certificate with id " + id + " cannot be found."));
    }
}
