package io.claviger.operations.report;

import io.claviger.access.KeyUses;
import io.claviger.iam.CredentialReport;
import io.claviger.iam.UniqueIds;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.LongContent;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.time.Duration;
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
 * The report on an account's credentials: made in the background, and kept. A report is good for four hours. Until then
 * no other is made. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Generate credential
 *     reports for your AWS account</a>
 */
public final class CredentialReports {

    private static final Duration HOLDS = Duration.ofHours(4);
    private static final String NONE = "No report exists. Starting a new report generation task";

    private final UniqueIds uniqueIds;
    private final CredentialLines lines;
    private final Executor background;
    private final Set<String> accountsAtWork = ConcurrentHashMap.newKeySet();

    /** Reports that are made by this executor. */
    public CredentialReports(UniqueIds uniqueIds, KeyUses keyUses, Executor background) {
        this.uniqueIds = uniqueIds;
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
        if (!accountsAtWork.add(call.accountId())) {
            return answer(ReportStateType.INPROGRESS, null);
        }
        try {
            ReportInMaking report =
                    new ReportInMaking(execution, lines, uniqueIds.uuid(), present -> holds(present, call));
            background.execute(() -> make(call.accountId(), report));
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

    /**
     * Each part is a work of its own, so that others have their turn. If one fails there is no report; the next request
     * starts again.
     */
    private void make(String accountId, ReportInMaking report) {
        boolean goesOn = false;
        try {
            if (report.advance()) {
                background.execute(() -> make(accountId, report));
                goesOn = true;
            }
        } finally {
            if (!goesOn) {
                accountsAtWork.remove(accountId);
            }
        }
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
        GetCredentialReportResponse.Builder answer = GetCredentialReportResponse.builder()
                .content(SdkBytes.fromUtf8String(""))
                .reportFormat(ReportFormatType.TEXT_CSV)
                .generatedTime(report.generated());
        LongContent.follow(answer, new ReportContent(execution, report));
        return answer.build();
    }
}
