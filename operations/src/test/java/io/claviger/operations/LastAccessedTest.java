package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AccessAdvisorUsageGranularityType;
import software.amazon.awssdk.services.iam.model.EntityDetails;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.PolicyOwnerEntityType;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;
import software.amazon.awssdk.services.iam.model.TrackedActionLastAccessed;

/** Reports on the services that somebody may use, and when they last did. */
class LastAccessedTest extends LastAccessedContract {

    private String generateWithActions(String arn) {
        return admin.generateServiceLastAccessedDetails(
                        generate -> generate.arn(arn).granularity(AccessAdvisorUsageGranularityType.ACTION_LEVEL))
                .jobId();
    }

    @Test
    void aReportListsWhatMayBeUsedAndWhenItWas() {
        Actor alice = bench.user("alice", MIXED);
        bench.pass(Duration.ofMinutes(5));
        alice.iam().getUser();
        bench.pass(Duration.ofMinutes(5));

        GetServiceLastAccessedDetailsResponse report = get(generate(ARN + "user/alice"));

        assertThat(report.jobStatus()).isEqualTo(JobStatusType.COMPLETED);
        assertThat(report.jobType()).isEqualTo(AccessAdvisorUsageGranularityType.SERVICE_LEVEL);
        assertThat(report.jobCreationDate()).isEqualTo("2026-11-22T10:10:00.123Z");
        assertThat(report.jobCompletionDate()).isEqualTo("2026-11-22T10:10:00.123Z");
        assertThat(report.isTruncated()).isFalse();
        assertThat(report.marker()).isNull();
        assertThat(report.error()).isNull();
        assertThat(namespaces(report)).containsExactly("ec2", "iam", "s3");
        assertThat(iam(report))
                .isEqualTo(ServiceLastAccessed.builder()
                        .serviceName("AWS Identity and Access Management")
                        .serviceNamespace("iam")
                        .lastAuthenticated(Instant.parse("2026-11-22T10:05:00.123Z"))
                        .lastAuthenticatedEntity(ARN + "user/alice")
                        .lastAuthenticatedRegion("us-east-1")
                        .totalAuthenticatedEntities(1)
                        .build());
        assertThat(report.servicesLastAccessed().getFirst())
                .isEqualTo(ServiceLastAccessed.builder()
                        .serviceName("Amazon EC2")
                        .serviceNamespace("ec2")
                        .totalAuthenticatedEntities(0)
                        .build());
    }

    @Test
    void withActionsAReportSaysWhichOfThemWereUsed() {
        Actor alice = bench.user("alice", MIXED, Documents.allow("iam:ListUsers", "*"));
        alice.iam().getUser();

        GetServiceLastAccessedDetailsResponse report = get(generateWithActions(ARN + "user/alice"));

        assertThat(report.jobType()).isEqualTo(AccessAdvisorUsageGranularityType.ACTION_LEVEL);
        assertThat(iam(report).trackedActionsLastAccessed())
                .as("iam:PassRole is no operation")
                .containsExactly(
                        TrackedActionLastAccessed.builder()
                                .actionName("GetUser")
                                .lastAccessedEntity(ARN + "user/alice")
                                .lastAccessedRegion("us-east-1")
                                .lastAccessedTime(Instant.parse("2026-11-22T10:00:00.123Z"))
                                .build(),
                        TrackedActionLastAccessed.builder()
                                .actionName("ListUsers")
                                .build());
        assertThat(report.servicesLastAccessed().getLast().hasTrackedActionsLastAccessed())
                .as("what others' services do is not known here")
                .isFalse();
    }

    @Test
    void aDeniedRequestCountsToo() {
        Actor alice = bench.user("alice", Documents.allowIf("iam:*", "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}"));
        assertThat(Refusal.of(() -> alice.iam().listUsers()).code()).isEqualTo("AccessDenied");

        assertThat(iam(get(generate(ARN + "user/alice"))).totalAuthenticatedEntities())
                .isEqualTo(1);
    }

    @Test
    void whatIsDeniedInsteadIsNotListed() {
        bench.user("alice", Documents.allow("s3:*", "*"), Documents.policy(Documents.statement("Deny", "s3:*", "*")));
        bench.user(
                "bob",
                Documents.allow("s3:*", "*"),
                Documents.policy(
                        Documents.statement("Deny", "s3:*", "*", "{'StringEquals':{'aws:username':'nobody'}}"),
                        Documents.statement("Deny", "s3:*", "arn:aws:s3:::secret/*")));
        bench.user("carol", Documents.allow("*", "arn:aws:sqs:us-east-1:" + ACCOUNT + ":queue"));
        createUsers("nobody");

        assertThat(namespaces(get(generate(ARN + "user/alice")))).isEmpty();
        assertThat(namespaces(get(generate(ARN + "user/bob")))).containsExactly("s3");
        assertThat(namespaces(get(generate(ARN + "user/carol")))).containsExactly("sqs");
        assertThat(namespaces(get(generate(ARN + "user/nobody")))).isEmpty();
    }

    @Test
    void aGroupHasItsMembersAndAPolicyAllThatItIsAttachedTo() {
        createGroups("readers");
        Actor alice = bench.user("alice");
        createUsers("bob", "carol");
        createRole("worker");
        String policy = admin.createPolicy(
                        create -> create.policyName("read").policyDocument(Documents.allow("iam:*", "*")))
                .policy()
                .arn();
        admin.attachGroupPolicy(attach -> attach.groupName("readers").policyArn(policy));
        admin.attachUserPolicy(attach -> attach.userName("carol").policyArn(policy));
        admin.attachRolePolicy(attach -> attach.roleName("worker").policyArn(policy));
        for (String member : List.of("alice", "bob")) {
            admin.addUserToGroup(add -> add.groupName("readers").userName(member));
        }
        alice.iam().listUsers();

        String ofGroup = generate(ARN + "group/readers");
        assertThat(namespaces(get(ofGroup))).containsExactly("iam");
        assertThat(entities(ofGroup, "iam"))
                .extracting(details -> details.entityInfo().name())
                .containsExactly("alice", "bob");
        String ofPolicy = generate(policy);
        assertThat(iam(get(ofPolicy)).lastAuthenticatedEntity()).isEqualTo(ARN + "user/alice");
        assertThat(entities(ofPolicy, "iam"))
                .extracting(details -> details.entityInfo().arn())
                .containsExactly(ARN + "user/alice", ARN + "role/worker", ARN + "user/bob", ARN + "user/carol");
        EntityDetails first = entities(ofPolicy, "iam").getFirst();
        assertThat(first.lastAuthenticated()).isEqualTo("2026-11-22T10:00:00.123Z");
        assertThat(first.entityInfo().type()).isEqualTo(PolicyOwnerEntityType.USER);
        assertThat(first.entityInfo().path()).isEqualTo("/");
        assertThat(first.entityInfo().id()).startsWith("AIDA");
        EntityDetails role = entities(ofPolicy, "iam").get(1);
        assertThat(role.entityInfo().type()).isEqualTo(PolicyOwnerEntityType.ROLE);
        assertThat(role.lastAuthenticated()).isNull();
        assertThat(entities(ofPolicy, "s3")).isEmpty();
    }

    @Test
    void aSessionCountsForItsRole() {
        createRole("worker");
        admin.putRolePolicy(
                put -> put.roleName("worker").policyName("list").policyDocument(Documents.allow("iam:ListUsers", "*")));
        var credentials = bench.administrator()
                .sts()
                .assumeRole(assume -> assume.roleArn(ARN + "role/worker").roleSessionName("s"))
                .credentials();
        new Actor(bench, credentials.accessKeyId(), credentials.sessionToken())
                .iam()
                .listUsers();

        assertThat(iam(get(generate(ARN + "role/worker"))).lastAuthenticatedEntity())
                .isEqualTo(ARN + "role/worker");
    }

    @Test
    void anAwsManagedPolicyHasAReport() {
        admin.listUsers();

        GetServiceLastAccessedDetailsResponse report = get(generate(ADMINISTRATOR_ACCESS));
        assertThat(report.servicesLastAccessed()).hasSize(200);
        assertThat(report.isTruncated()).isTrue();
        String job = generate(ADMINISTRATOR_ACCESS);
        assertThat(get(job, page -> page.maxItems(1000)).servicesLastAccessed()).hasSizeGreaterThan(400);
        assertThat(entities(job, "iam"))
                .extracting(details -> details.entityInfo().name())
                .containsExactly("Administrator");
    }

    @Test
    void aUseOfLongAgoDoesNotCount() {
        Actor alice = bench.user("alice", MIXED);
        alice.iam().getUser();
        bench.pass(Duration.ofDays(400));

        assertThat(iam(get(generate(ARN + "user/alice"))).lastAuthenticated()).isNull();
        alice.iam().getUser();
        assertThat(iam(get(generate(ARN + "user/alice"))).lastAuthenticated()).isNotNull();
    }

    @Test
    void whatIsNoEntityHasNoReport() {
        String nobody = ARN + "user/nobody";
        assertRefused(() -> generate(nobody), "NoSuchEntity", "ARN " + nobody + " was not found.");
        String nothing = ARN + "policy/nothing";
        assertRefused(() -> generate(nothing), "NoSuchEntity", "ARN " + nothing + " was not found.");
        String profile = ARN + "instance-profile/web";
        assertRefused(() -> generate(profile), "InvalidInput", "Invalid ARN provided in the request: " + profile);
        createUsers("alice");
        String job = generate(ARN + "user/alice");
        assertRefused(() -> entities(job, "nonesuch"), "InvalidInput", "Invalid service namespace: [nonesuch]");
    }
}
