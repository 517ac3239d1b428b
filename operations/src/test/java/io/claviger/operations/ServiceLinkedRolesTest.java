package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.Quotas;
import io.claviger.operations.role.ServiceLinkedRoles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

class ServiceLinkedRolesTest extends OnAWorkbench {

    private static final String ECS = "AWSServiceRoleForECS";
    private static final String SERVICE_ROLES = "arn:aws:iam::aws:policy/aws-service-role/";

    /** AWS's answers to these services, as they were recorded, and others as they are documented. */
    private static Stream<List<String>> services() throws IOException {
        try (InputStream table = ServiceLinkedRoles.class.getResourceAsStream("service-linked-roles.tsv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> List.of(line.split("\t")));
        }
    }

    private Role link(String service) {
        return admin.createServiceLinkedRole(create -> create.awsServiceName(service))
                .role();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServicesRoleHasItsNamePathTrustAndPolicy(List<String> line) {
        String service = line.get(0);
        String name = line.get(1);
        String policy = line.get(2);

        assertThat(link(service).roleName()).isEqualTo(name);
        Role role = admin.getRole(get -> get.roleName(name)).role();
        assertThat(role.path()).isEqualTo("/aws-service-role/" + service + "/");
        assertThat(role.arn()).isEqualTo(ARN + "role/aws-service-role/" + service + "/" + name);
        assertThat(role.maxSessionDuration()).isEqualTo(3600);
        assertThat(role.assumeRolePolicyDocument())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Service\":\"" + service + "\"},\"Action\":\"sts:AssumeRole\"}]}");
        assertThat(admin.listRolePolicies(list -> list.roleName(name)).policyNames())
                .isEmpty();
        // AWS never published the policy of Lex's first version.
        assertThat(admin.listAttachedRolePolicies(list -> list.roleName(name)).attachedPolicies())
                .extracting(AttachedPolicy::policyArn)
                .isEqualTo(policy.equals("AmazonLexBotPolicy") ? List.of() : List.of(SERVICE_ROLES + policy));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aSuffixMakesAnotherRoleOfAServiceThatAllowsItAndIsRefusedByAllOthers(List<String> line) {
        String service = line.getFirst();
        if (line.get(3).equals("suffix")) {
            link(service);
            assertThat(admin.createServiceLinkedRole(
                                    create -> create.awsServiceName(service).customSuffix("blue"))
                            .role()
                            .roleName())
                    .isEqualTo(line.get(1) + "_blue");
        } else {
            assertRefused(
                    () -> admin.createServiceLinkedRole(
                            create -> create.awsServiceName(service).customSuffix("blue")),
                    "InvalidInput",
                    "Custom suffix is not allowed for " + service);
        }
    }

    @Test
    void theTableHoldsWhatWasRecordedAndNamesAServiceOnce() throws IOException {
        assertThat(services().map(List::getFirst)).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        assertThat(services().filter(line -> line.get(4).equals("recorded"))).hasSize(71);
        assertThat(services().filter(line -> line.get(3).equals("suffix")).map(List::getFirst))
                .containsExactly("autoscaling.amazonaws.com", "connect.amazonaws.com", "lexv2.amazonaws.com");
        assertThat(services()
                        .map(line -> line.get(2))
                        .filter(policy ->
                                AwsManagedPolicies.find(SERVICE_ROLES + policy).isEmpty()))
                .containsExactly("AmazonLexBotPolicy");
    }

    @Test
    void theAnswerHasTheTrustPolicyWithListsAndNeitherDescriptionNorDuration() {
        Role created = admin.createServiceLinkedRole(
                        create -> create.awsServiceName("lex.amazonaws.com").description("bots"))
                .role();

        assertThat(created.assumeRolePolicyDocument())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":[\"sts:AssumeRole\"],"
                        + "\"Effect\":\"Allow\",\"Principal\":{\"Service\":[\"lex.amazonaws.com\"]}}]}");
        assertThat(created.description()).isNull();
        assertThat(created.maxSessionDuration()).isNull();
        assertThat(admin.getRole(get -> get.roleName("AWSServiceRoleForLexBots"))
                        .role()
                        .description())
                .isEqualTo("bots");
    }

    @Test
    void aRoleThatIsThereAServiceWithoutOneAndANameThatIsTooLongAreRefused() {
        link("batch.amazonaws.com");

        assertRefused(
                () -> link("batch.amazonaws.com"),
                "InvalidInput",
                "Service role name AWSServiceRoleForBatch has been taken in this account, please try a different suffix.");
        assertRefused(
                () -> link("account.amazonaws.com"),
                "AccessDenied",
                "Cannot find Service Linked Role template for account.amazonaws.com");
        assertRefused(
                () -> link("Batch.amazonaws.com"),
                "AccessDenied",
                "Cannot find Service Linked Role template for Batch.amazonaws.com");
        String suffix = "x".repeat(60);
        assertRefused(
                () -> admin.createServiceLinkedRole(
                        create -> create.awsServiceName("lexv2.amazonaws.com").customSuffix(suffix)),
                "InvalidInput",
                "Service role name AWSServiceRoleForLexV2Bots_" + suffix
                        + " is longer than 64 characters, please try a shorter suffix.");
    }

    @Test
    void theQuotaOfRolesDoesNotStopAServiceLinkedRole() {
        try (Workbench full = new Workbench(Quotas.AWS)) {
            IamClient others = full.admin();
            for (int i = 0; i < Quotas.AWS.roles().perAccount(); i++) {
                String name = "r" + i;
                full.insert(new io.claviger.iam.Role(
                        ACCOUNT,
                        "AROA" + i,
                        name,
                        "/",
                        null,
                        Workbench.START_SECOND,
                        "{}",
                        java.time.Duration.ofHours(1),
                        null,
                        List.of()));
            }
            assertRefused(
                    () -> others.createRole(
                            create -> create.roleName("more").assumeRolePolicyDocument(Documents.trust(ACCOUNT))),
                    "LimitExceeded",
                    "Cannot exceed quota for RolesPerAccount: 1000");
            others.createServiceLinkedRole(create -> create.awsServiceName("ecs.amazonaws.com"));
        }
    }

    @Test
    void aPolicyMayAllowTheRoleOfOneServiceOnly() {
        IamClient linker = bench.user(
                        "linker",
                        Documents.allowIf(
                                "iam:CreateServiceLinkedRole",
                                "{'StringEquals':{'iam:AWSServiceName':'ecs.amazonaws.com'}}"))
                .iam();

        linker.createServiceLinkedRole(create -> create.awsServiceName("ecs.amazonaws.com"));
        assertDenied(
                () -> linker.createServiceLinkedRole(create -> create.awsServiceName("rds.amazonaws.com")),
                "User: " + ARN + "user/linker is not authorized to perform: iam:CreateServiceLinkedRole on resource: "
                        + ARN + "role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS because no "
                        + "identity-based policy allows the iam:CreateServiceLinkedRole action");
        assertDenied(
                () -> linker.createServiceLinkedRole(create -> create.awsServiceName("none.amazonaws.com")),
                "User: " + ARN + "user/linker is not authorized to perform: iam:CreateServiceLinkedRole on resource: "
                        + ARN + "role/aws-service-role/none.amazonaws.com/ because no "
                        + "identity-based policy allows the iam:CreateServiceLinkedRole action");
    }

    @Test
    void onlyAWSChangesWhatTheRoleMayDoAndWhomItTrusts() {
        link("ecs.amazonaws.com");
        admin.createInstanceProfile(create -> create.instanceProfileName("p"));
        String own = ownPolicy("own");
        List<ThrowingCallable> changes = new ArrayList<>(List.of(
                () -> admin.deleteRole(delete -> delete.roleName(ECS)),
                () -> admin.updateAssumeRolePolicy(
                        update -> update.roleName(ECS).policyDocument(Documents.trust(ACCOUNT))),
                () -> admin.updateRole(update -> update.roleName(ECS).maxSessionDuration(7200)),
                () -> admin.attachRolePolicy(attach -> attach.roleName(ECS).policyArn(own)),
                () -> admin.detachRolePolicy(
                        detach -> detach.roleName(ECS).policyArn(SERVICE_ROLES + "AmazonECSServiceRolePolicy")),
                () -> admin.putRolePolicy(
                        put -> put.roleName(ECS).policyName("i").policyDocument(Documents.ALLOW_ALL)),
                () -> admin.deleteRolePolicy(delete -> delete.roleName(ECS).policyName("i")),
                () -> admin.putRolePermissionsBoundary(put -> put.roleName(ECS).permissionsBoundary(READ_ONLY)),
                () -> admin.deleteRolePermissionsBoundary(delete -> delete.roleName(ECS)),
                () -> admin.addRoleToInstanceProfile(
                        add -> add.instanceProfileName("p").roleName(ECS)),
                () -> admin.removeRoleFromInstanceProfile(
                        remove -> remove.instanceProfileName("p").roleName(ECS))));
        long before = bench.store.changes().latest();

        for (ThrowingCallable change : changes) {
            assertRefused(
                    change,
                    "UnmodifiableEntity",
                    "Cannot perform the operation on the protected role '" + ECS
                            + "' - this role is only modifiable by AWS");
        }
        assertThat(bench.store.changes().latest()).isEqualTo(before);
    }

    @Test
    void itsOwnerDescribesAndTagsIt() {
        link("ecs.amazonaws.com");
        Tag team = Tag.builder().key("Team").value("blue").build();

        admin.updateRole(update -> update.roleName(ECS).description("one"));
        assertThat(admin.getRole(get -> get.roleName(ECS)).role().description()).isEqualTo("one");
        admin.updateRoleDescription(update -> update.roleName(ECS).description("two"));
        assertThat(admin.getRole(get -> get.roleName(ECS)).role().description()).isEqualTo("two");
        admin.tagRole(tag -> tag.roleName(ECS).tags(team));
        assertThat(admin.listRoleTags(list -> list.roleName(ECS)).tags()).containsExactly(team);
        admin.untagRole(untag -> untag.roleName(ECS).tagKeys("Team"));
        assertThat(admin.listRoleTags(list -> list.roleName(ECS)).tags()).isEmpty();
    }
}
