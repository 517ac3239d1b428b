package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.Attachment;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.User;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** A policy that nobody knows any more, such as one that AWS retired, denies all; and can be looked at and detached. */
class UnknownPoliciesTest extends OnAWorkbench {

    private static final String RETIRED = "arn:aws:iam::aws:policy/service/RetiredPolicy";
    private static final String DENIED = " with an explicit deny in an identity-based policy: " + RETIRED;

    private Actor alice = new Actor(bench, "", null);

    @BeforeEach
    void createAliceWhoMayDoEverything() {
        alice = bench.user("alice", Documents.ALLOW_ALL);
        alice.iam().listUsers();
    }

    private String idOf(String userName) {
        return admin.getUser(get -> get.userName(userName)).user().userId();
    }

    private static String denial(String action, String resource) {
        return "User: " + ARN + "user/alice is not authorized to perform: iam:" + action + " on resource: " + resource;
    }

    @Test
    void whoeverHasItIsDeniedEverythingAndNobodyElseIs() {
        bench.insert(new Attachment(ACCOUNT, idOf("alice"), RETIRED, "RetiredPolicy"));

        assertDenied(() -> alice.iam().listUsers(), denial("ListUsers", ARN + "user/") + DENIED);
        assertThat(alice.sts().getCallerIdentity().arn()).isEqualTo(ARN + "user/alice");
        assertThat(admin.listUsers().users()).hasSize(2);
    }

    @Test
    void whoeverIsInAGroupThatHasItIsDeniedEverything() {
        createGroups("devs");
        admin.addUserToGroup(add -> add.groupName("devs").userName("alice"));
        bench.insert(new Attachment(
                ACCOUNT, admin.getGroup(get -> get.groupName("devs")).group().groupId(), RETIRED, "RetiredPolicy"));

        assertDenied(() -> alice.iam().listUsers(), denial("ListUsers", ARN + "user/") + DENIED);
    }

    @Test
    void whoeverIsBoundByItIsDeniedEverything() {
        bench.insert(new User(ACCOUNT, "AIDABOUND", "bound", "/", Workbench.START_SECOND, RETIRED, List.of()));

        assertDenied(
                () -> bench.keyOf("bound").iam().listUsers(),
                denial("ListUsers", ARN + "user/").replace("alice", "bound")
                        + " with an explicit deny in a permissions boundary: " + RETIRED);
    }

    @Test
    void theAdministratorSeesItAndDetachesItAndThatEndsIt() {
        bench.insert(new Attachment(ACCOUNT, idOf("alice"), RETIRED, "RetiredPolicy"));

        assertThat(admin.listAttachedUserPolicies(list -> list.userName("alice"))
                        .attachedPolicies())
                .containsExactly(AttachedPolicy.builder()
                        .policyName("RetiredPolicy")
                        .policyArn(RETIRED)
                        .build());
        admin.detachUserPolicy(detach -> detach.userName("alice").policyArn(RETIRED));
        assertThat(alice.iam().listUsers().users()).hasSize(2);
    }

    @Test
    void aStoredPolicyThatCannotBeParsedDeniesEverythingUntilItIsDeleted() {
        bench.insert(new InlinePolicy(ACCOUNT, idOf("alice"), "damaged", "{\"Version\":\"2012-10-17\"", 23));

        assertDenied(
                () -> alice.iam().listUsers(),
                denial("ListUsers", ARN + "user/") + " with an explicit deny in an identity-based policy");
        admin.deleteUserPolicy(delete -> delete.userName("alice").policyName("damaged"));
        assertThat(alice.iam().listUsers().users()).hasSize(2);
    }
}
