package io.claviger.iam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report on what was used, and the job that makes it. Only who asked for it can read it. Immutable.
 *
 * @param id a UUID
 * @param requesterId who asked: a unique ID, or the ID of a temporary access key
 * @param subject what it is about: an ARN, or a path in an organization with a policy's ID
 * @param outcome what the job came to; null while it is at work
 */
public record AccessReport(
        String accountId,
        String id,
        String requesterId,
        Kind kind,
        String subject,
        Instant created,
        @Nullable Outcome outcome)
        implements Entity {

    /** What a report shows. */
    public enum Kind {
        /** Services that an entity may use. */
        SERVICE_LEVEL,
        /** The same, with the actions that are tracked. */
        ACTION_LEVEL,
        /** Services that accounts of an organization may use. */
        ORGANIZATION
    }

    /** The end of a job. */
    public sealed interface Outcome {

        /** When the job ended. */
        Instant completed();
    }

    /** There is a report, in lines. */
    public record Completed(Instant completed, String content) implements Outcome {}

    /** There is none, for a reason. */
    public record Failed(Instant completed, String code, String message) implements Outcome {}

    /** The same report, with its job done. */
    public AccessReport ended(Outcome end) {
        return new AccessReport(accountId, id, requesterId, kind, subject, created, end);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
