package io.claviger.iam;

import java.util.List;

/**
 * A part of a credential report, or of one that is still being made. Never updated; when a report of the account is
 * done, the parts of all others are deleted.
 *
 * @param number from 0
 * @param content comma-separated values, which go on in the next part
 */
public record CredentialReportPart(String accountId, String reportId, int number, String content) implements Entity {

    @Override
    public List<String> touches() {
        return List.of("credential-report/" + accountId);
    }
}
