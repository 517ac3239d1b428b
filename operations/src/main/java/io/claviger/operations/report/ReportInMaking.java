package io.claviger.operations.report;

import io.claviger.iam.CredentialReport;
import io.claviger.iam.CredentialReportPart;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A report that is being made, part by part, each in transactions of its own. It is kept with its last part. If its making
 * ends early, its parts stay until the account's next report is kept. For one thread at a time.
 */
final class ReportInMaking {

    /** So many users are in a part: few enough for a short transaction, and few transactions for a large account. */
    static final int USERS_AT_ONCE = 1_000;

    private final Execution<?> execution;
    private final CredentialLines lines;
    private final String id;
    private final Predicate<CredentialReport> holds;
    private int parts;
    private @Nullable String after;

    /**
     * A report of the account that is called.
     *
     * @param id a new one
     * @param holds whether a report that another process has kept makes this one unnecessary
     */
    ReportInMaking(Execution<?> execution, CredentialLines lines, String id, Predicate<CredentialReport> holds) {
        this.execution = execution;
        this.lines = lines;
        this.id = id;
        this.holds = holds;
    }

    /** A page of users. */
    private record Page(String content, Optional<String> next) {}

    /** Makes the next part. Returns whether there is another one to make. */
    boolean advance() {
        Page page = execution.read(this::read);
        boolean isKept = execution.write(writing -> keep(writing, page));
        parts++;
        after = page.next().orElse(null);
        return isKept && after != null;
    }

    private Page read(Reading reading) {
        Call call = execution.call();
        StringBuilder content = new StringBuilder();
        if (parts == 0) {
            content.append(CredentialLines.HEADER)
                    .append('\n')
                    .append(lines.ofRoot(
                            reading,
                            reading.accounts().byId(call.accountId()).orElseThrow(),
                            call.partition(),
                            call.time()));
        }
        List<User> users = reading.users().list(call.accountId(), new Slice("/", after, USERS_AT_ONCE));
        for (User user : users) {
            content.append('\n').append(lines.ofUser(reading, user, call.partition(), call.time()));
        }
        return new Page(
                content.toString(),
                users.size() < USERS_AT_ONCE
                        ? Optional.empty()
                        : Optional.of(users.getLast().name()));
    }

    /** Keeps nothing, and returns false, if another process was faster. */
    private boolean keep(Writing writing, Page page) {
        Call call = execution.call();
        Optional<CredentialReport> present = writing.credentialReports().ofAccount(call.accountId());
        if (present.filter(holds).isPresent()) {
            return false;
        }
        writing.insert(new CredentialReportPart(call.accountId(), id, parts, page.content()));
        if (page.next().isEmpty()) {
            CredentialReport report =
                    new CredentialReport(call.accountId(), id, call.time().truncatedTo(ChronoUnit.SECONDS), parts + 1);
            if (present.isPresent()) {
                writing.update(report);
            } else {
                writing.insert(report);
            }
        }
        return true;
    }
}
