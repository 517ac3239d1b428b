package io.claviger.operations.insight;

import io.claviger.access.ActionUses;
import io.claviger.access.Credential;
import io.claviger.iam.AccessReport;
import io.claviger.iam.AccessReport.Failed;
import io.claviger.iam.AccessReport.Kind;
import io.claviger.iam.AccessReport.Outcome;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Refused;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The jobs that make reports on what was used, in the background. A report is read by who asked for it and nobody else, for
 * seven days. Thread-safe.
 */
final class AccessJobs {

    /** How long a report can be read. */
    static final Duration KEPT = Duration.ofDays(7);

    /** How long a use counts. */
    static final Duration TRACKED = Duration.ofDays(400);

    private static final int FORGOTTEN_AT_ONCE = 100;

    private final UniqueIds uniqueIds;
    private final ActionUses uses;
    private final Executor background;
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();

    AccessJobs(UniqueIds uniqueIds, ActionUses uses, Executor background) {
        this.uniqueIds = uniqueIds;
        this.uses = uses;
        this.background = background;
    }

    /** What a job does. */
    @FunctionalInterface
    interface Work {

        /** Makes the report, as things are in one transaction. */
        Outcome done(Reading reading);
    }

    /**
     * Begins a job, or finds one.
     *
     * @param present looks for a job that is there already and will do; it throws what keeps a new one from beginning
     * @return the job's ID
     */
    String begin(
            Execution<?> execution,
            Kind kind,
            String subject,
            Function<Reading, Optional<AccessReport>> present,
            Work work) {
        Call call = execution.call();
        AccessReport wanted = new AccessReport(
                call.accountId(),
                uniqueIds.uuid(),
                requester(call),
                kind,
                subject,
                call.time().truncatedTo(ChronoUnit.MILLIS),
                null);
        // Before it is in the store, so that nobody takes it for one that was interrupted.
        atWork.add(wanted.id());
        AccessReport begun;
        try {
            begun = execution.write(writing -> present.apply(writing).orElseGet(() -> {
                writing.access()
                        .reportsBefore(call.accountId(), call.time().minus(KEPT), FORGOTTEN_AT_ONCE)
                        .forEach(writing::delete);
                writing.insert(wanted);
                return wanted;
            }));
            if (begun.equals(wanted)) {
                background.execute(() -> run(execution, wanted, work));
            } else {
                atWork.remove(wanted.id());
            }
        } catch (RuntimeException e) {
            atWork.remove(wanted.id());
            throw e;
        }
        return begun.id();
    }

    private void run(Execution<?> execution, AccessReport report, Work work) {
        try {
            uses.flush();
            Outcome outcome = execution.read(work::done);
            execution.write(writing -> {
                writing.update(report.ended(outcome));
                return outcome;
            });
        } finally {
            atWork.remove(report.id());
        }
    }

    /** Whether the job goes on. */
    boolean isAtWork(AccessReport report) {
        return report.outcome() == null && atWork.contains(report.id());
    }

    /**
     * A report that was found.
     *
     * @param outcome what the job came to; empty while it goes on. One that a failure or the end of a process interrupted
     *     came to nothing
     */
    record Found(AccessReport report, Optional<Outcome> outcome) {}

    /**
     * The report of this ID.
     *
     * @throws Refused when the caller has asked for none of this ID and kind, or too long ago
     */
    Found find(Execution<?> execution, String id, Set<Kind> kinds) {
        Call call = execution.call();
        // Before it is read: a job that ends between the two has left its outcome.
        boolean wasAtWork = atWork.contains(id);
        AccessReport found = execution
                .read(reading -> reading.access().report(call.accountId(), id))
                .filter(report -> kinds.contains(report.kind())
                        && report.requesterId().equals(requester(call))
                        && call.time().isBefore(report.created().plus(KEPT)))
                .orElseThrow(() -> Refused.noSuchEntity("The job with id " + id + " cannot be found."));
        if (found.outcome() == null && !wasAtWork) {
            return new Found(
                    found,
                    Optional.of(new Failed(
                            found.created(), "ServiceFailure", "The job was interrupted. Start another one.")));
        }
        return new Found(found, Optional.ofNullable(found.outcome()));
    }

    /** A user is known by whichever key they have; a session is not the next one of the same name. */
    static String requester(Call call) {
        return call.caller().credential() instanceof Credential.Temporary session
                ? session.accessKeyId()
                : call.caller().principal().userId();
    }
}
