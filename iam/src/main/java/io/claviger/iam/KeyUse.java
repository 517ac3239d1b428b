package io.claviger.iam;

import java.time.Instant;

/**
 * The latest use of an access key, whether or not the request was allowed.
 *
 * @param service the signing name of the service, such as {@code iam}
 * @param region the region of the credential scope
 */
public record KeyUse(String accessKeyId, Instant date, String service, String region) implements Use {

    @Override
    public Object subject() {
        return accessKeyId;
    }
}
