package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.Account;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.Organization;
import io.claviger.iam.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AccessDetail;
import software.amazon.awssdk.services.iam.model.GetOrganizationsAccessReportResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.SortKeyType;

/** Reports on what the accounts of the organization used. */
class OrganizationAccessTest extends OnAWorkbench {

    private static final String MEMBER = Workbench.OTHER_ACCOUNT;
    private static final String SILENT = "222222222222";
    private static final String ROOT = "o-exampleorg/r-root";

    private Actor member = bench.otherAdministrator();

    @BeforeEach
    void makeAnOrganization() {
        bench.insert(
                new Account(SILENT, Workbench.START, new PasswordHash("$argon2id$…")),
                new Organization(ACCOUNT, "o-exampleorg", Set.of()),
                new MemberAccount(MEMBER, "o-exampleorg", "Member", "member@example.com", Workbench.START),
                new MemberAccount(SILENT, "o-exampleorg", "Silent", "silent@example.com", Workbench.START));
    }

    private String generate(String path) {
        return admin.generateOrganizationsAccessReport(generate -> generate.entityPath(path))
                .jobId();
    }

    private GetOrganizationsAccessReportResponse get(String job) {
        return admin.getOrganizationsAccessReport(get -> get.jobId(job).maxItems(1000));
    }

    private static AccessDetail iam(GetOrganizationsAccessReportResponse report) {
        return report.accessDetails().stream()
                .filter(detail -> detail.serviceNamespace().equals("iam"))
                .findAny()
                .orElseThrow();
    }

    @Test
    void theRootsReportCountsTheMembers() {
        member.iam().listUsers();
        bench.pass(Duration.ofMinutes(1));
        admin.listUsers();

        GetOrganizationsAccessReportResponse report = get(generate(ROOT));

        assertThat(report.jobStatus()).isEqualTo(JobStatusType.COMPLETED);
        assertThat(report.jobCreationDate()).isEqualTo("2026-11-22T10:01:00.123Z");
        assertThat(report.jobCompletionDate()).isEqualTo("2026-11-22T10:01:00.123Z");
        assertThat(report.numberOfServicesAccessible())
                .isEqualTo(report.accessDetails().size())
                .isGreaterThan(400);
        assertThat(report.numberOfServicesNotAccessed()).isEqualTo(report.numberOfServicesAccessible() - 1);
        assertThat(report.errorDetails()).isNull();
        assertThat(iam(report))
                .isEqualTo(AccessDetail.builder()
                        .serviceName("AWS Identity and Access Management")
                        .serviceNamespace("iam")
                        .region("us-east-1")
                        .entityPath(ROOT + "/" + MEMBER)
                        .lastAuthenticatedTime(Instant.parse("2026-11-22T10:00:00.123Z"))
                        .totalAuthenticatedEntities(1)
                        .build());
    }

    @Test
    void anAccountsReportIsAboutItAlone() {
        member.iam().listUsers();
        member.sts().getCallerIdentity();

        assertThat(get(generate(ROOT + "/" + MEMBER)).numberOfServicesNotAccessed())
                .isEqualTo(get(generate(ROOT + "/" + SILENT)).numberOfServicesNotAccessed() - 2);
        assertThat(iam(get(generate(ROOT + "/" + ACCOUNT))).entityPath()).isEqualTo(ROOT + "/" + ACCOUNT);
    }

    @Test
    void aUseCountsAlthoughWhoDidItIsGone() {
        String key = member.iam()
                .createUser(create -> create.userName("gone"))
                .user()
                .userName();
        var made = member.iam().createAccessKey(create -> create.userName(key)).accessKey();
        bench.pass(Duration.ofHours(1));
        assertThat(Refusal.of(() -> bench.withKey(made.accessKeyId()).iam().listUsers())
                        .code())
                .isEqualTo("AccessDenied");
        bench.deployment.actionUses().flush();
        member.iam().deleteAccessKey(delete -> delete.userName(key).accessKeyId(made.accessKeyId()));
        member.iam().deleteUser(delete -> delete.userName(key));

        assertThat(iam(get(generate(ROOT))).lastAuthenticatedTime()).isEqualTo("2026-11-22T11:00:00.123Z");
    }

    @Test
    void aReportIsReadInEveryOrderAndInPages() {
        member.iam().listUsers();
        bench.pass(Duration.ofSeconds(1));
        member.sts().getCallerIdentity();
        String job = generate(ROOT);

        assertThat(first(job, SortKeyType.SERVICE_NAMESPACE_ASCENDING)).isEqualTo("a2c");
        assertThat(first(job, SortKeyType.SERVICE_NAMESPACE_DESCENDING)).isEqualTo("xray");
        assertThat(first(job, SortKeyType.LAST_AUTHENTICATED_TIME_DESCENDING)).isEqualTo("sts");
        assertThat(first(job, SortKeyType.LAST_AUTHENTICATED_TIME_ASCENDING)).isEqualTo("a2c");
        var page = admin.getOrganizationsAccessReport(get -> get.jobId(job));
        assertThat(page.accessDetails()).hasSize(100);
        assertThat(page.isTruncated()).isTrue();
        var next = admin.getOrganizationsAccessReport(get -> get.jobId(job).marker(page.marker()));
        assertThat(next.accessDetails()).hasSize(100).doesNotContainAnyElementsOf(page.accessDetails());
        assertThat(next.numberOfServicesAccessible()).isEqualTo(page.numberOfServicesAccessible());
        assertRefused(
                () -> admin.getOrganizationsAccessReport(get -> get.jobId(job)
                        .sortKey(SortKeyType.SERVICE_NAMESPACE_DESCENDING)
                        .marker(page.marker())),
                "ValidationError",
                "Invalid Marker.");
    }

    private String first(String job, SortKeyType order) {
        return admin.getOrganizationsAccessReport(get -> get.jobId(job).sortKey(order))
                .accessDetails()
                .getFirst()
                .serviceNamespace();
    }

    @Test
    void whoAsksAgainWithinAMinuteGetsTheSameJob() {
        String job = generate(ROOT);

        assertThat(generate(ROOT)).isEqualTo(job);
        bench.pass(Duration.ofMinutes(1));
        assertThat(generate(ROOT)).isNotEqualTo(job);
    }

    @Test
    void oneReportIsMadeAtATime() {
        bench.holdBackground();
        String job = generate(ROOT);

        assertThat(get(job).jobStatus()).isEqualTo(JobStatusType.IN_PROGRESS);
        assertThat(get(job).numberOfServicesAccessible()).isNull();
        assertThat(generate(ROOT)).isEqualTo(job);
        assertRefused(
                () -> generate(ROOT + "/" + MEMBER),
                "ReportGenerationLimitExceeded",
                "Maximum number of concurrent jobs exceeded");
        bench.releaseBackground();
        assertThat(generate(ROOT + "/" + MEMBER)).isNotEqualTo(job);
    }

    @Test
    void whatIsNotInTheOrganizationFailsTheJob() {
        for (String path : new String[] {ROOT + "/", ROOT + "/ou-abcd-12345678", ROOT + "/111111111111"}) {
            GetOrganizationsAccessReportResponse report = get(generate(path));
            assertThat(report.jobStatus()).as(path).isEqualTo(JobStatusType.FAILED);
            assertThat(report.errorDetails().code()).isEqualTo("INVALID_ORGANIZATIONS_ENTITY_PATH");
            assertThat(report.errorDetails().message())
                    .isEqualTo("The entity with the specified path does not exist in your organization.");
            assertThat(report.hasAccessDetails()).isFalse();
        }
        String job = admin.generateOrganizationsAccessReport(
                        generate -> generate.entityPath(ROOT).organizationsPolicyId("p-unknown0"))
                .jobId();
        assertThat(get(job).errorDetails().code()).isEqualTo("INVALID_ORGANIZATIONS_POLICY");
        String full = admin.generateOrganizationsAccessReport(
                        generate -> generate.entityPath(ROOT).organizationsPolicyId("p-FullAWSAccess"))
                .jobId();
        assertThat(get(full).jobStatus()).isEqualTo(JobStatusType.COMPLETED);
    }

    @Test
    void onlyTheManagementAccountHasReportsAndOnItsOwnOrganization() {
        assertRefused(
                () -> member.iam().generateOrganizationsAccessReport(generate -> generate.entityPath(ROOT)),
                "AccessDenied",
                "The account is not the management account of an organization.");
        assertRefused(
                () -> generate("o-anotherorg/r-root"),
                "AccessDenied",
                "The organization of the path is not the account's.");
        String none = "00000000-0000-4000-8000-000000000000";
        assertRefused(() -> get(none), "NoSuchEntity", "The job with id " + none + " cannot be found.");
    }

    @Test
    void aRightCanBeLimitedToAPath() {
        Actor auditor = bench.user(
                "auditor",
                Documents.allow("iam:GenerateOrganizationsAccessReport", ARN + "access-report/" + ROOT + "/" + MEMBER));

        assertThat(Refusal.of(() ->
                                auditor.iam().generateOrganizationsAccessReport(generate -> generate.entityPath(ROOT)))
                        .text())
                .contains("on resource: " + ARN + "access-report/" + ROOT + " because");
        assertThat(auditor.iam()
                        .generateOrganizationsAccessReport(generate -> generate.entityPath(ROOT + "/" + MEMBER))
                        .jobId())
                .hasSize(36);
    }
}
