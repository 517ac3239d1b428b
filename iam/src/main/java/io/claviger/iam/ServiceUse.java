package io.claviger.iam;

import java.time.Instant;

/**
 * The latest request of anybody in an account for a service.
 *
 * @param service such as {@code iam}
 * @param region the region of the credential scope
 */
public record ServiceUse(String accountId, String service, Instant date, String region) {}
