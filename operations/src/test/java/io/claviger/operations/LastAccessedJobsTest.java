package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;

/** The jobs that make reports of last accesses: when they are done, who reads them, and for how long. */
class LastAccessedJobsTest extends LastAccessedContract {

    @Test
    void reportsAreReadInPages() {
        createGroups("all");
        admin.putGroupPolicy(put -> put.groupName("all").policyName("p").policyDocument(MIXED));
        createUsers("u1", "u2", "u3");
        for (String member : List.of("u1", "u2", "u3")) {
            admin.addUserToGroup(add -> add.groupName("all").userName(member));
        }
        String job = generate(ARN + "group/all");

        GetServiceLastAccessedDetailsResponse first = get(job, page -> page.maxItems(2));
        assertThat(namespaces(first)).containsExactly("ec2", "iam");
        assertThat(namespaces(get(job, page -> page.marker(first.marker())))).containsExactly("s3");
        var entities = admin.getServiceLastAccessedDetailsWithEntities(
                get -> get.jobId(job).serviceNamespace("s3").maxItems(2));
        assertThat(entities.entityDetailsList()).hasSize(2);
        assertThat(entities.isTruncated()).isTrue();
        assertThat(admin.getServiceLastAccessedDetailsWithEntities(
                                get -> get.jobId(job).serviceNamespace("s3").marker(entities.marker()))
                        .entityDetailsList())
                .extracting(details -> details.entityInfo().name())
                .containsExactly("u3");
        assertRefused(() -> get(job, page -> page.marker(entities.marker())), "ValidationError", "Invalid Marker.");
    }

    @Test
    void aReportStaysAsItWas() {
        bench.user("alice", MIXED);
        String job = generate(ARN + "user/alice");
        admin.putUserPolicy(put ->
                put.userName("alice").policyName("policy-0").policyDocument(Documents.allow("sns:Publish", "*")));

        assertThat(namespaces(get(job))).containsExactly("ec2", "iam", "s3");
        admin.listAccessKeys(list -> list.userName("alice"))
                .accessKeyMetadata()
                .forEach(key ->
                        admin.deleteAccessKey(delete -> delete.userName("alice").accessKeyId(key.accessKeyId())));
        admin.deleteUserPolicy(delete -> delete.userName("alice").policyName("policy-0"));
        admin.deleteUser(delete -> delete.userName("alice"));
        assertThat(namespaces(get(job))).containsExactly("ec2", "iam", "s3");
        assertThat(entities(job, "iam")).as("who is gone is not named").isEmpty();
    }

    @Test
    void aJobIsAtWorkUntilItIsDone() {
        createUsers("alice");
        bench.holdBackground();
        String job = generate(ARN + "user/alice");

        assertThat(get(job)).satisfies(report -> {
            assertThat(report.jobStatus()).isEqualTo(JobStatusType.IN_PROGRESS);
            assertThat(report.jobCreationDate()).isNotNull();
            assertThat(report.jobCompletionDate()).isNull();
            assertThat(report.jobType()).isNull();
            assertThat(report.hasServicesLastAccessed()).isFalse();
        });
        assertThat(admin.getServiceLastAccessedDetailsWithEntities(
                                get -> get.jobId(job).serviceNamespace("iam"))
                        .jobStatus())
                .isEqualTo(JobStatusType.IN_PROGRESS);
        bench.releaseBackground();
        assertThat(get(job).jobStatus()).isEqualTo(JobStatusType.COMPLETED);
    }

    /** A job may end just while somebody looks at it. */
    @Test
    void aJobThatEndsMeanwhileIsNotTakenForOneThatWasInterrupted() throws Exception {
        createUsers("alice");
        for (int i = 0; i < 200; i++) {
            bench.holdBackground();
            String job = generate(ARN + "user/alice");
            Thread background = Thread.ofPlatform().start(bench::releaseBackground);
            JobStatusType status;
            do {
                status = get(job).jobStatus();
                assertThat(status).isNotEqualTo(JobStatusType.FAILED);
            } while (status == JobStatusType.IN_PROGRESS);
            background.join();
        }
    }

    @Test
    void anInterruptedJobHasFailed() {
        createUsers("alice");
        bench.holdBackground();
        String job = generate(ARN + "user/alice");
        admin.deleteUser(delete -> delete.userName("alice"));
        assertThat(Refusal.of(() -> {
                    try {
                        bench.releaseBackground();
                    } catch (io.claviger.operations.gate.Refused refused) {
                        throw new Refusal("GenerateServiceLastAccessedDetails", refused.code(), refused.reason());
                    }
                }))
                .isNotNull();

        assertThat(get(job)).satisfies(report -> {
            assertThat(report.jobStatus()).isEqualTo(JobStatusType.FAILED);
            assertThat(report.error().code()).isEqualTo("ServiceFailure");
            assertThat(report.error().message()).isEqualTo("The job was interrupted. Start another one.");
            assertThat(report.jobCompletionDate()).isNotNull();
        });
        assertThat(admin.getServiceLastAccessedDetailsWithEntities(
                                get -> get.jobId(job).serviceNamespace("iam"))
                        .error()
                        .code())
                .isEqualTo("ServiceFailure");
    }

    @Test
    void onlyWhoAskedForAReportReadsItAndForAWeek() {
        createUsers("alice");
        String job = generate(ARN + "user/alice");
        IamClient other = bench.user("other", Documents.ALLOW_ALL).iam();
        String unknown = "The job with id " + job + " cannot be found.";

        assertRefused(() -> other.getServiceLastAccessedDetails(get -> get.jobId(job)), "NoSuchEntity", unknown);
        assertRefused(
                () -> other.getServiceLastAccessedDetailsWithEntities(
                        get -> get.jobId(job).serviceNamespace("iam")),
                "NoSuchEntity",
                unknown);
        assertRefused(
                () -> bench.otherAdministrator().iam().getServiceLastAccessedDetails(get -> get.jobId(job)),
                "NoSuchEntity",
                unknown);
        assertThat(bench.keyOf("Administrator")
                        .iam()
                        .getServiceLastAccessedDetails(get -> get.jobId(job))
                        .jobStatus())
                .as("another key of the same user")
                .isEqualTo(JobStatusType.COMPLETED);
        assertThat(Refusal.of(() -> admin.getOrganizationsAccessReport(get -> get.jobId(job)))
                        .code())
                .isEqualTo("NoSuchEntity");
        bench.pass(Duration.ofDays(7));
        assertRefused(() -> get(job), "NoSuchEntity", unknown);
    }
}
