package io.claviger.operations.credential;

import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.RequestedPath;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesResponse;

/** The account's server certificates. No operation uploads one yet, so the list is empty. */
public final class ServerCertificates {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:ListServerCertificates",
                ListServerCertificatesRequest.class,
                ServerCertificates::target,
                ServerCertificates::list));
    }

    private static Target target(EntityView view, Call call, ListServerCertificatesRequest request) {
        return Target.arn(
                "arn:" + call.partition().id() + ":iam::" + call.accountId() + ":server-certificate"
                        + RequestedPath.of(request.pathPrefix()),
                call);
    }

    private static ListServerCertificatesResponse list(Execution<ListServerCertificatesRequest> execution) {
        // A list of one page never gave a marker.
        new Page.Request("server certificates", null, execution.request().marker(), null).slice();
        return ListServerCertificatesResponse.builder()
                .serverCertificateMetadataList(List.of())
                .isTruncated(false)
                .build();
    }
}
