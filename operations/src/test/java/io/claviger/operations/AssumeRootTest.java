package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.operations.organization.NewAccounts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.sts.model.AssumeRootResponse;

/** Several accounts of one deployment, and what the one that manages them may do in the others. */
class AssumeRootTest extends MemberAccounts {

    private static final String TASKS = "arn:aws:iam::aws:policy/root-task/";
    private static final String AUDIT = TASKS + "IAMAuditRootUserCredentials";
    private static final String DELETE = TASKS + "IAMDeleteRootUserCredentials";

    private static AssumeRootResponse assumeRoot(Actor actor, String target, String task) {
        return actor.sts().assumeRoot(request -> request.targetPrincipal(target).taskPolicyArn(arn -> arn.arn(task)));
    }

    private Actor rootOfMember(String task) {
        return actor(assumeRoot(bench.administrator(), MEMBER, task).credentials());
    }

    @Test
    void aRootUserIsAssumedForOneTaskAndAQuarterOfAnHour() {
        makeMember();
        admin.enableOrganizationsRootSessions(enable -> {});
        AssumeRootResponse answer = assumeRoot(bench.administrator(), MEMBER, AUDIT);
        assertThat(answer.credentials().expiration()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofMinutes(15)));
        assertThat(answer.sessionTokenSize())
                .isEqualTo(answer.credentials().sessionToken().length());

        Actor root = actor(answer.credentials());
        assertThat(root.sts().getCallerIdentity().arn()).isEqualTo("arn:aws:iam::" + MEMBER + ":root");
        assertThat(root.sts().getCallerIdentity().userId()).isEqualTo(MEMBER);
        assertThat(root.iam().listAccessKeys().accessKeyMetadata()).isEmpty();
        assertThat(root.iam().getAccountSummary().summaryMap()).containsEntry(SummaryKeyType.USERS, 0);
        assertRefused(
                () -> root.iam().createAccessKey(),
                "AccessDenied",
                "User: arn:aws:iam::" + MEMBER + ":root is not authorized to perform: iam:CreateAccessKey on resource:"
                        + " arn:aws:iam::" + MEMBER
                        + ":root with an explicit deny in a session policy:"
                        + " arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials");
        assertThat(Refusal.of(() -> root.iam().listUsers()).text())
                .contains("iam:ListUsers", "with an explicit deny in a session policy");
        assertThat(Refusal.of(() -> root.sts().getSessionToken()).text())
                .isEqualTo("Cannot call GetSessionToken with session credentials");
    }

    @Test
    void aSourceIdentityGoesAlong() {
        makeMember();
        admin.enableOrganizationsRootSessions(enable -> {});
        admin.createRole(create -> create.roleName("auditor")
                .assumeRolePolicyDocument(Documents.trust(ACCOUNT)
                        .replace("\"sts:AssumeRole\"", "[\"sts:AssumeRole\",\"sts:SetSourceIdentity\"]")));
        admin.attachRolePolicy(attach -> attach.roleName("auditor").policyArn(ADMINISTRATOR_ACCESS));
        Actor auditor = actor(bench.administrator()
                .sts()
                .assumeRole(assume -> assume.roleArn(ARN + "role/auditor")
                        .roleSessionName("audit")
                        .sourceIdentity("alice"))
                .credentials());

        assertThat(assumeRoot(auditor, MEMBER, AUDIT).sourceIdentity()).isEqualTo("alice");
    }

    @Test
    void itsKeysAreRemovedByTheTaskThatIsForIt() {
        makeMember();
        admin.enableOrganizationsRootSessions(enable -> {});
        String keyId = bench.deployment.accessKeyIds().longTerm(MEMBER);
        bench.insert(bench.key(MEMBER, keyId, MEMBER));
        assertThat(bench.caller(keyId, null)).isPresent();

        assertThat(rootOfMember(AUDIT).iam().listAccessKeys().accessKeyMetadata())
                .extracting(key -> key.accessKeyId())
                .containsExactly(keyId);
        assertThat(Refusal.of(() -> rootOfMember(AUDIT).iam().deleteAccessKey(delete -> delete.accessKeyId(keyId)))
                        .code())
                .isEqualTo("AccessDenied");
        rootOfMember(DELETE).iam().deleteAccessKey(delete -> delete.accessKeyId(keyId));
        assertThat(bench.caller(keyId, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBER, "arn:aws:iam::222222222222:root"})
    void theTargetIsANumberOrARootUsersArn(String target) {
        makeMember();
        admin.enableOrganizationsRootSessions(enable -> {});
        assertThat(assumeRoot(bench.administrator(), target, AUDIT).credentials())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::222222222222:user/x",
                "222222222222:root",
                "arn:aws:iam::222222222222",
                "arn:aws-cn:iam::222222222222:root"
            })
    void anythingElseIsNoTarget(String target) {
        makeMember();
        admin.enableOrganizationsRootSessions(enable -> {});
        assertRefused(
                () -> assumeRoot(bench.administrator(), target, AUDIT), "ValidationError", target + " is invalid");
    }

    @Test
    void nobodyElseAssumesARootUserNorTheManagementAccountsOne() {
        makeMember();
        String refusal = " is not authorized to perform: sts:AssumeRoot on resource: arn:aws:iam::";
        Actor administrator = bench.administrator();
        String me = "User: " + ARN + "user/Administrator";
        // Root sessions are not turned on yet.
        assertRefused(() -> assumeRoot(administrator, MEMBER, AUDIT), "AccessDenied", me + refusal + MEMBER + ":root");
        admin.enableOrganizationsRootSessions(enable -> {});
        assertRefused(
                () -> assumeRoot(administrator, ACCOUNT, AUDIT), "AccessDenied", me + refusal + ACCOUNT + ":root");
        assertRefused(
                () -> assumeRoot(administrator, "333333333333", AUDIT),
                "AccessDenied",
                me + refusal + "333333333333:root");
        assertRefused(
                () -> assumeRoot(inMember(), MEMBER, AUDIT),
                "AccessDenied",
                "User: arn:aws:sts::" + MEMBER + ":assumed-role/" + NewAccounts.ROLE + "/admin" + refusal + MEMBER
                        + ":root");
        assertRefused(
                () -> assumeRoot(bench.root(), MEMBER, AUDIT),
                "AccessDenied",
                "Root users may not be assumed by root accounts.");
        assertRefused(
                () -> assumeRoot(bench.user("bob"), MEMBER, AUDIT),
                "AccessDenied",
                "User: " + ARN + "user/bob" + refusal + MEMBER
                        + ":root because no identity-based policy allows the sts:AssumeRoot action");
        assertRefused(
                () -> assumeRoot(administrator, MEMBER, ADMINISTRATOR_ACCESS),
                "ValidationError",
                "The task policy " + ADMINISTRATOR_ACCESS + " is not one of those for privileged tasks.");
    }

    @Test
    void aPolicyMayAllowATaskAndNoOther() {
        makeMember();
        admin.enableOrganizationsRootSessions(enable -> {});
        Actor auditor = bench.user(
                "auditor",
                Documents.allowIf("sts:AssumeRoot", "{'StringEquals':{'sts:TaskPolicyArn':'" + AUDIT + "'}}"));
        assertThat(assumeRoot(auditor, MEMBER, AUDIT).credentials()).isNotNull();
        assertThat(Refusal.of(() -> assumeRoot(auditor, MEMBER, DELETE)).code()).isEqualTo("AccessDenied");
    }
}
