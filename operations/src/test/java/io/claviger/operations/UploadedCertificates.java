package io.claviger.operations;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateResponse;

/** Server certificates as an administrator uploads them. */
abstract class UploadedCertificates extends OnAWorkbench {

    UploadServerCertificateResponse upload(String name, String certificate, String privateKey, @Nullable String chain) {
        return admin.uploadServerCertificate(upload -> upload.serverCertificateName(name)
                .certificateBody(certificate)
                .privateKey(privateKey)
                .certificateChain(chain));
    }

    UploadServerCertificateResponse upload(String name) {
        return upload(name, SampleKeys.CERTIFICATE, SampleKeys.PRIVATE_KEY, null);
    }

    software.amazon.awssdk.services.iam.model.ServerCertificate get(String name) {
        return admin.getServerCertificate(get -> get.serverCertificateName(name))
                .serverCertificate();
    }
}
