package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * An account's credential report. An account has one; a later one takes its place.
 *
 * @param generated when it was made
 * @param content comma-separated values
 */
public record CredentialReport(String accountId, Instant generated, String content) implements Entity {

    @Override
    public List<String> touches() {
        return List.of("credential-report/" + accountId);
    }
}
