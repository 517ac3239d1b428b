package io.claviger.operations.insight;

import io.claviger.access.ActionUses;
import io.claviger.iam.AccessReport.Completed;
import io.claviger.iam.AccessReport.Failed;
import io.claviger.iam.AccessReport.Kind;
import io.claviger.iam.AccessReport.Outcome;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.Page;
import io.claviger.policy.catalog.ServiceCatalog;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AccessAdvisorUsageGranularityType;
import software.amazon.awssdk.services.iam.model.EntityDetails;
import software.amazon.awssdk.services.iam.model.ErrorDetails;
import software.amazon.awssdk.services.iam.model.GenerateServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.GenerateServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsWithEntitiesRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsWithEntitiesResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;

/**
 * Reports on the services that a user, a group, a role or a policy gives access to, and when they were last used.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html">Last accessed
 *     information</a>
 */
public final class LastAccessed {

    /** AWS says 100 and gives 200. */
    private static final int SERVICES_A_PAGE = 200;

    private static final Set<Kind> KINDS = EnumSet.of(Kind.SERVICE_LEVEL, Kind.ACTION_LEVEL);

    private final AccessJobs jobs;
    private final Reports reports;

    /**
     * Reports that are made in the background.
     *
     * @param tracked whether the use of an action, with its prefix, is known
     */
    public LastAccessed(UniqueIds uniqueIds, ActionUses uses, Executor background, Predicate<String> tracked) {
        this.jobs = new AccessJobs(uniqueIds, uses, background);
        this.reports = new Reports(tracked);
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:GenerateServiceLastAccessedDetails",
                        GenerateServiceLastAccessedDetailsRequest.class,
                        (view, call, request) -> ReportSubject.target(view, call, request.arn()),
                        this::generate),
                Operation.on(
                        "iam:GetServiceLastAccessedDetails",
                        GetServiceLastAccessedDetailsRequest.class,
                        Finder.anything(),
                        this::get),
                Operation.on(
                        "iam:GetServiceLastAccessedDetailsWithEntities",
                        GetServiceLastAccessedDetailsWithEntitiesRequest.class,
                        Finder.anything(),
                        this::getWithEntities));
    }

    private GenerateServiceLastAccessedDetailsResponse generate(
            Execution<GenerateServiceLastAccessedDetailsRequest> execution) {
        Call call = execution.call();
        GenerateServiceLastAccessedDetailsRequest request = execution.request();
        boolean withActions = request.granularity() == AccessAdvisorUsageGranularityType.ACTION_LEVEL;
        String id = jobs.begin(
                execution,
                withActions ? Kind.ACTION_LEVEL : Kind.SERVICE_LEVEL,
                request.arn(),
                reading -> {
                    ReportSubject.of(reading, call, request.arn());
                    return Optional.empty();
                },
                reading -> done(reading, call, request.arn(), withActions));
        return GenerateServiceLastAccessedDetailsResponse.builder().jobId(id).build();
    }

    private Outcome done(Reading reading, Call call, String arn, boolean withActions) {
        ReportSubject subject = ReportSubject.of(reading, call, arn);
        return new Completed(
                call.time(),
                reports.of(reading, subject, call.time(), withActions).text());
    }

    private GetServiceLastAccessedDetailsResponse get(Execution<GetServiceLastAccessedDetailsRequest> execution) {
        GetServiceLastAccessedDetailsRequest request = execution.request();
        AccessJobs.Found found = jobs.find(execution, request.jobId(), KINDS);
        var answer = GetServiceLastAccessedDetailsResponse.builder()
                .jobCreationDate(found.report().created())
                .isTruncated(false);
        if (found.outcome().isEmpty()) {
            return answer.jobStatus(JobStatusType.IN_PROGRESS).build();
        }
        answer.jobType(found.report().kind().name());
        return switch (found.outcome().get()) {
            case Failed failed ->
                answer.jobStatus(JobStatusType.FAILED)
                        .jobCompletionDate(failed.completed())
                        .error(error(failed))
                        .build();
            case Completed completed -> {
                Snapshot snapshot = Snapshot.read(completed.content());
                Page.Request asked = new Page.Request(
                        "services of " + request.jobId(),
                        null,
                        request.marker(),
                        request.maxItems() == null ? SERVICES_A_PAGE : request.maxItems());
                Page<Snapshot.Service> page = asked.ofAll(snapshot.services(), Snapshot.Service::namespace);
                List<ServiceLastAccessed> services = execution.read(
                        reading -> page.map(service -> AccessShapes.service(reading, execution.call(), service))
                                .items());
                yield answer.jobStatus(JobStatusType.COMPLETED)
                        .jobCompletionDate(AccessShapes.millis(completed.completed()))
                        .servicesLastAccessed(services)
                        .isTruncated(page.isTruncated())
                        .marker(page.nextMarker())
                        .build();
            }
        };
    }

    static ErrorDetails error(Failed failed) {
        return ErrorDetails.builder()
                .code(failed.code())
                .message(failed.message())
                .build();
    }

    private GetServiceLastAccessedDetailsWithEntitiesResponse getWithEntities(
            Execution<GetServiceLastAccessedDetailsWithEntitiesRequest> execution) {
        GetServiceLastAccessedDetailsWithEntitiesRequest request = execution.request();
        String namespace = request.serviceNamespace();
        if (!ServiceCatalog.aws().prefixes().contains(namespace)) {
            throw ServiceAccess.invalidNamespaces(List.of(namespace));
        }
        AccessJobs.Found found = jobs.find(execution, request.jobId(), KINDS);
        var answer = GetServiceLastAccessedDetailsWithEntitiesResponse.builder()
                .jobCreationDate(found.report().created())
                .isTruncated(false);
        if (found.outcome().isEmpty()) {
            return answer.jobStatus(JobStatusType.IN_PROGRESS).build();
        }
        return switch (found.outcome().get()) {
            case Failed failed ->
                answer.jobStatus(JobStatusType.FAILED)
                        .jobCompletionDate(failed.completed())
                        .error(error(failed))
                        .build();
            case Completed completed -> {
                Page<EntityDetails> page =
                        entities(execution, request.jobId(), Snapshot.read(completed.content()), namespace);
                yield answer.jobStatus(JobStatusType.COMPLETED)
                        .jobCompletionDate(AccessShapes.millis(completed.completed()))
                        .entityDetailsList(page.items())
                        .isTruncated(page.isTruncated())
                        .marker(page.nextMarker())
                        .build();
            }
        };
    }

    private static Page<EntityDetails> entities(
            Execution<GetServiceLastAccessedDetailsWithEntitiesRequest> execution,
            String id,
            Snapshot snapshot,
            String namespace) {
        GetServiceLastAccessedDetailsWithEntitiesRequest request = execution.request();
        Page.Request asked =
                new Page.Request("entities of " + id + " " + namespace, null, request.marker(), request.maxItems());
        return asked.ofAll(
                execution.read(reading -> AccessShapes.entities(reading, execution.call(), snapshot, namespace)),
                AccessShapes::position);
    }
}
