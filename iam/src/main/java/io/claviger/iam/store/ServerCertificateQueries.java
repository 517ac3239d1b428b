package io.claviger.iam.store;

import io.claviger.iam.ServerCertificate;
import java.util.List;
import java.util.Optional;

/** What can be asked about server certificates; {@link Reading} says what holds for all answers. */
public interface ServerCertificateQueries {

    /** The certificate of this name. */
    Optional<ServerCertificate> named(String accountId, String name);

    /** The account's certificates. */
    List<ServerCertificate> list(String accountId, Slice slice);
}
