package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * One version of a customer managed policy. Immutable once created.
 *
 * @param number 1 for the first; shown as {@code v1}
 * @param document the policy document as it was written
 */
public record PolicyVersion(String accountId, String policyId, int number, String document, Instant createDate)
        implements Entity {

    /** {@code v1}, {@code v2}, … */
    public String versionId() {
        return "v" + number;
    }

    @Override
    public List<String> touches() {
        return List.of(policyId);
    }
}
