package io.claviger.operations.insight;

import io.claviger.access.ActionUses;
import io.claviger.iam.AccessReport;
import io.claviger.iam.AccessReport.Completed;
import io.claviger.iam.AccessReport.Failed;
import io.claviger.iam.AccessReport.Kind;
import io.claviger.iam.AccessReport.Outcome;
import io.claviger.iam.Organization;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.Page;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AccessDetail;
import software.amazon.awssdk.services.iam.model.GenerateOrganizationsAccessReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateOrganizationsAccessReportResponse;
import software.amazon.awssdk.services.iam.model.GetOrganizationsAccessReportRequest;
import software.amazon.awssdk.services.iam.model.GetOrganizationsAccessReportResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.SortKeyType;

/**
 * Reports on the services that accounts of the organization may use, and when they last did, for the management account.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html">View last
 *     accessed information for AWS Organizations</a>
 */
public final class OrganizationAccess {

    /** Anyone who asks for the same again within this time gets the same job. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private static final String POLICY_ID = "iam:organizationspolicyid";

    private final AccessJobs jobs;

    /** Reports that are made in the background. */
    public OrganizationAccess(UniqueIds uniqueIds, ActionUses uses, Executor background) {
        this.jobs = new AccessJobs(uniqueIds, uses, background);
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:GenerateOrganizationsAccessReport",
                        GenerateOrganizationsAccessReportRequest.class,
                        OrganizationAccess::target,
                        this::generate),
                Operation.on(
                        "iam:GetOrganizationsAccessReport",
                        GetOrganizationsAccessReportRequest.class,
                        Finder.anything(),
                        this::get));
    }

    private static Target target(EntityView view, Call call, GenerateOrganizationsAccessReportRequest request) {
        Target target = Target.arn(
                "arn:" + call.partition().id() + ":iam::" + call.accountId() + ":access-report/" + request.entityPath(),
                call);
        return request.organizationsPolicyId() == null
                ? target
                : target.with(POLICY_ID, request.organizationsPolicyId());
    }

    private GenerateOrganizationsAccessReportResponse generate(
            Execution<GenerateOrganizationsAccessReportRequest> execution) {
        Call call = execution.call();
        GenerateOrganizationsAccessReportRequest request = execution.request();
        String policy = request.organizationsPolicyId();
        String subject = request.entityPath() + (policy == null ? "" : " " + policy);
        String id = jobs.begin(
                execution,
                Kind.ORGANIZATION,
                subject,
                reading -> {
                    requireManaged(reading, call, request.entityPath());
                    return present(reading, call, subject);
                },
                reading -> done(reading, call, request));
        return GenerateOrganizationsAccessReportResponse.builder().jobId(id).build();
    }

    /** One report at a time; the one that was just asked for will do. */
    private Optional<AccessReport> present(Reading reading, Call call, String subject) {
        List<AccessReport> recent = reading.access()
                .reportsSince(call.accountId(), Kind.ORGANIZATION, call.time().minus(AccessJobs.KEPT));
        Optional<AccessReport> same = recent.stream()
                .filter(report -> report.subject().equals(subject)
                        && report.requesterId().equals(AccessJobs.requester(call))
                        && call.time().isBefore(report.created().plus(SAME)))
                .findFirst();
        if (same.isEmpty() && recent.stream().anyMatch(jobs::isAtWork)) {
            throw new Refused(ErrorCode.REPORT_GENERATION_LIMIT_EXCEEDED, "Maximum number of concurrent jobs exceeded");
        }
        return same;
    }

    private static void requireManaged(Reading reading, Call call, String path) {
        Organization organization = managed(reading, call);
        if (!path.substring(0, path.indexOf('/')).equals(organization.id())) {
            throw new Refused(ErrorCode.ACCESS_DENIED, "The organization of the path is not the account's.");
        }
    }

    private static Organization managed(Reading reading, Call call) {
        return reading.organizations()
                .only()
                .filter(organization -> organization.accountId().equals(call.accountId()))
                .orElseThrow(() -> new Refused(
                        ErrorCode.ACCESS_DENIED, "The account is not the management account of an organization."));
    }

    private static Outcome done(Reading reading, Call call, GenerateOrganizationsAccessReportRequest request) {
        String policy = request.organizationsPolicyId();
        if (policy != null && !policy.equals(OrganizationReport.FULL_ACCESS)) {
            return new Failed(
                    call.time(),
                    "INVALID_ORGANIZATIONS_POLICY",
                    "The policy with the specified ID does not exist in your organization.");
        }
        return OrganizationReport.of(reading, managed(reading, call), request.entityPath(), call.time())
                .<Outcome>map(report -> new Completed(call.time(), report.text()))
                .orElseGet(() -> new Failed(
                        call.time(),
                        "INVALID_ORGANIZATIONS_ENTITY_PATH",
                        "The entity with the specified path does not exist in your organization."));
    }

    private GetOrganizationsAccessReportResponse get(Execution<GetOrganizationsAccessReportRequest> execution) {
        GetOrganizationsAccessReportRequest request = execution.request();
        AccessJobs.Found found = jobs.find(execution, request.jobId(), EnumSet.of(Kind.ORGANIZATION));
        var answer = GetOrganizationsAccessReportResponse.builder()
                .jobCreationDate(found.report().created())
                .isTruncated(false);
        if (found.outcome().isEmpty()) {
            return answer.jobStatus(JobStatusType.IN_PROGRESS).build();
        }
        return switch (found.outcome().get()) {
            case Failed failed ->
                answer.jobStatus(JobStatusType.FAILED)
                        .jobCompletionDate(AccessShapes.millis(failed.completed()))
                        .errorDetails(LastAccessed.error(failed))
                        .build();
            case Completed completed -> {
                List<AccessDetail> all =
                        OrganizationReport.read(completed.content()).details(sortKey(request));
                Page<AccessDetail> page = page(request, all);
                yield answer.jobStatus(JobStatusType.COMPLETED)
                        .jobCompletionDate(AccessShapes.millis(completed.completed()))
                        .numberOfServicesAccessible(all.size())
                        .numberOfServicesNotAccessed(Math.toIntExact(all.stream()
                                .filter(detail -> detail.totalAuthenticatedEntities() == 0)
                                .count()))
                        .accessDetails(page.items())
                        .isTruncated(page.isTruncated())
                        .marker(page.nextMarker())
                        .build();
            }
        };
    }

    private static SortKeyType sortKey(GetOrganizationsAccessReportRequest request) {
        return request.sortKey() == null ? SortKeyType.SERVICE_NAMESPACE_ASCENDING : request.sortKey();
    }

    /** A report stays as it is, so the place of a service in the order is its position. */
    private static Page<AccessDetail> page(GetOrganizationsAccessReportRequest request, List<AccessDetail> all) {
        Page.Request asked = new Page.Request(
                "accesses of " + request.jobId() + " " + sortKey(request), null, request.marker(), request.maxItems());
        return asked.ofAll(IntStream.range(0, all.size()).boxed().toList(), "%05d"::formatted)
                .map(all::get);
    }
}
