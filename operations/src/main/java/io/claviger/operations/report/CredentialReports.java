package io.claviger.operations.report;

import io.claviger.access.KeyUses;
import io.claviger.iam.CredentialReport;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportFormatType;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/**
 * The report on an account's credentials: made in the background, and kept. A report holds for four hours: as long, no
 * other is made. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Generate credential
 *     reports for your AWS account</a>
 */
public final class CredentialReports {

    private static final Duration HOLDS = Duration.ofHours(4);
    private static final String NONE = "No report exists. Starting a new report generation task";

    /** So many users are read in one transaction: short enough that nothing waits, and few of them for a large account. */
    private static final int USERS_AT_ONCE = 500;

    /** Four times as many as AWS lets an account have. A report is made and answered as a whole, in the server's memory. */
    private static final int MOST_USERS = 20_000;

    private final CredentialLines lines;
    private final Executor background;
    private final Set<String> accountsAtWork = ConcurrentHashMap.newKeySet();

    /** Reports that are made by this executor. */
    public CredentialReports(KeyUses keyUses, Executor background) {
        this.lines = new CredentialLines(keyUses);
        this.background = background;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:GenerateCredentialReport",
                        GenerateCredentialReportRequest.class,
                        Finder.anything(),
                        this::generate),
                Operation.on(
                        "iam:GetCredentialReport", GetCredentialReportRequest.class, Finder.anything(), this::get));
    }

    private GenerateCredentialReportResponse generate(Execution<GenerateCredentialReportRequest> execution) {
        Call call = execution.call();
        // Looked up before the work is claimed: a work that ends between the two has left its report.
        boolean isThere = execution.read(reading -> reading.credentialReports()
                .ofAccount(call.accountId())
                .filter(report -> holds(report, call))
                .isPresent());
        if (isThere) {
            return answer(ReportStateType.COMPLETE, null);
        }
        long users = execution.read(reading -> reading.accounts().count(call.accountId(), Counted.USERS));
        if (users > MOST_USERS) {
            throw Refused.limitExceeded(
                    "A credential report has at most %d users, and this account has %d. List the users instead."
                            .formatted(MOST_USERS, users));
        }
        if (!accountsAtWork.add(call.accountId())) {
            return answer(ReportStateType.INPROGRESS, null);
        }
        try {
            background.execute(() -> make(execution));
        } catch (RuntimeException e) {
            accountsAtWork.remove(call.accountId());
            throw e;
        }
        return answer(ReportStateType.STARTED, NONE);
    }

    private static GenerateCredentialReportResponse answer(ReportStateType state, @Nullable String description) {
        return GenerateCredentialReportResponse.builder()
                .state(state)
                .description(description)
                .build();
    }

    private static boolean holds(CredentialReport report, Call call) {
        return call.time().isBefore(report.generated().plus(HOLDS));
    }

    /** In transactions of its own. If one fails there is no report, and the next request starts again. */
    private void make(Execution<?> execution) {
        Call call = execution.call();
        try {
            StringBuilder content = new StringBuilder(CredentialLines.HEADER);
            execution.read(reading -> content.append('\n')
                    .append(lines.ofRoot(
                            reading,
                            reading.accounts().byId(call.accountId()).orElseThrow(),
                            call.partition(),
                            call.time())));
            Optional<String> after = Optional.empty();
            do {
                String position = after.orElse(null);
                after = execution.read(reading -> appendUsers(content, reading, call, position));
            } while (after.isPresent());
            CredentialReport report = new CredentialReport(
                    call.accountId(), call.time().truncatedTo(ChronoUnit.SECONDS), content.toString());
            execution.write(writing -> {
                if (writing.credentialReports().ofAccount(call.accountId()).isPresent()) {
                    writing.update(report);
                } else {
                    writing.insert(report);
                }
                return report;
            });
        } finally {
            accountsAtWork.remove(call.accountId());
        }
    }

    /** Returns after whom it goes on; empty at the end. */
    private Optional<String> appendUsers(StringBuilder content, Reading reading, Call call, @Nullable String after) {
        List<User> users = reading.users().list(call.accountId(), new Slice("/", after, USERS_AT_ONCE));
        for (User user : users) {
            content.append('\n').append(lines.ofUser(reading, user, call.partition(), call.time()));
        }
        return users.size() < USERS_AT_ONCE
                ? Optional.empty()
                : Optional.of(users.getLast().name());
    }

    private GetCredentialReportResponse get(Execution<GetCredentialReportRequest> execution) {
        Call call = execution.call();
        boolean isAtWork = accountsAtWork.contains(call.accountId());
        Optional<CredentialReport> present =
                execution.read(reading -> reading.credentialReports().ofAccount(call.accountId()));
        CredentialReport report = present.filter(found -> holds(found, call))
                // AWS says nothing beyond these codes.
                .orElseThrow(() -> new Refused(
                        isAtWork
                                ? ErrorCode.REPORT_IN_PROGRESS
                                : present.isPresent() ? ErrorCode.REPORT_EXPIRED : ErrorCode.REPORT_NOT_PRESENT,
                        ""));
        return GetCredentialReportResponse.builder()
                .content(SdkBytes.fromUtf8String(report.content()))
                .reportFormat(ReportFormatType.TEXT_CSV)
                .generatedTime(report.generated())
                .build();
    }
}
