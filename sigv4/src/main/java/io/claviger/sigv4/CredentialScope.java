package io.claviger.sigv4;

import java.util.Objects;

/**
 * What a signing key is good for: one day, one region, one service. Immutable.
 *
 * @param date the day in UTC, {@code YYYYMMDD}
 * @param region such as {@code us-east-1}
 * @param service such as {@code iam}
 */
public record CredentialScope(String date, String region, String service) {

    /** The last element of every credential scope. */
    static final String TERMINATOR = "aws4_request";

    public CredentialScope {
        Objects.requireNonNull(date);
        Objects.requireNonNull(region);
        Objects.requireNonNull(service);
    }

    /** The scope as it is signed: {@code date/region/service/aws4_request}. */
    @Override
    public String toString() {
        return date + "/" + region + "/" + service + "/" + TERMINATOR;
    }
}
