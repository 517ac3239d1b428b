package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * An account's credential report. An account has one; a later one takes its place. What it says is in its parts.
 *
 * @param id of this report and no other
 * @param generated when it was made
 * @param parts how many parts it has, numbered from 0
 */
public record CredentialReport(String accountId, String id, Instant generated, int parts) implements Entity {

    @Override
    public List<String> touches() {
        return List.of("credential-report/" + accountId);
    }
}
