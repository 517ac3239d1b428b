package io.claviger.iam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate for TLS, with its private key.
 *
 * @param id the unique ID, {@code ASCA…}
 * @param path begins and ends with a slash
 * @param expiration when the certificate ceases to be valid
 * @param body the certificate in PEM
 * @param chain the certificates that vouch for it, in PEM, from its issuer on; null if none was uploaded
 * @param privateKey the private key in PEM, sealed for the context of this certificate's ID
 * @param tags in the order in which they were set
 */
public record ServerCertificate(
        String accountId,
        String id,
        String name,
        String path,
        Instant uploadDate,
        Instant expiration,
        String body,
        @Nullable String chain,
        SealedSecret privateKey,
        List<Tag> tags)
        implements Entity, Tagged<ServerCertificate> {

    /** Copies the tags. */
    public ServerCertificate {
        tags = List.copyOf(tags);
    }

    /** {@code arn:aws:iam::123456789012:server-certificate/path/name}. */
    public String arn(Partition partition) {
        return Arns.serverCertificate(partition, accountId, path, name);
    }

    /** The same certificate under another name and path. */
    public ServerCertificate renamed(String newName, String newPath) {
        return new ServerCertificate(
                accountId, id, newName, newPath, uploadDate, expiration, body, chain, privateKey, tags);
    }

    @Override
    public ServerCertificate tagged(List<Tag> others) {
        return new ServerCertificate(
                accountId, id, name, path, uploadDate, expiration, body, chain, privateKey, others);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
