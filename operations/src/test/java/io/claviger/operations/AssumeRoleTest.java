package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

class AssumeRoleTest extends AssumeRoleContract {

    @Test
    void aSessionIsTheRoleAndDoesWhatTheRoleMay() {
        roleThatMay("r", "iam:ListUsers");
        AssumeRoleResponse answer = assume(alice, "r", _ -> {});
        String arn = "arn:aws:sts::" + ACCOUNT + ":assumed-role/r/night-shift";

        assertThat(answer.assumedRoleUser().arn()).isEqualTo(arn);
        assertThat(answer.credentials().expiration()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(1)));
        Actor session = actor(answer.credentials());
        assertThat(session.sts().getCallerIdentity().arn()).isEqualTo(arn);
        assertThat(session.sts().getCallerIdentity().userId())
                .isEqualTo(answer.assumedRoleUser().assumedRoleId())
                .matches("AROA[A-Z2-7]{17}:night-shift");
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        assertRefused(
                () -> session.iam().listGroups(),
                "AccessDenied",
                "User: " + arn + " is not authorized to perform: iam:ListGroups on resource: " + ARN
                        + "group/ because no identity-based policy allows the iam:ListGroups action");
    }

    @Test
    void aRoleThatIsNotThereIsRefusedLikeOneThatDoesNotTrust() {
        createRole("r");
        admin.updateAssumeRolePolicy(
                update -> update.roleName("r").policyDocument(Documents.trust(ARN + "user/Administrator")));

        for (String role : new String[] {"r", "nowhere", "path/r"}) {
            assertRefused(
                    () -> assume(alice, role, _ -> {}),
                    "AccessDenied",
                    "User: " + ARN + "user/alice is not authorized to perform: sts:AssumeRole on resource: " + ARN
                            + "role/" + role + " because no role trust policy allows the sts:AssumeRole action");
        }
    }

    @Test
    void trustInTheAccountLeavesItToTheCallersOwnPolicies() {
        createRole("r");
        Actor bob = bench.user("bob");
        assertRefused(
                () -> assume(bob, "r", _ -> {}),
                "AccessDenied",
                "User: " + ARN + "user/bob is not authorized to perform: sts:AssumeRole on resource: " + ARN
                        + "role/r because no identity-based policy allows the sts:AssumeRole action");
        admin.updateAssumeRolePolicy(update -> update.roleName("r").policyDocument(Documents.trust(ARN + "user/bob")));
        assertThat(assume(bob, "r", _ -> {}).credentials()).isNotNull();
    }

    @Test
    void rolesOfOtherAccountsNeedBothSides() {
        Actor stranger = bench.otherAdministrator();
        createRole("r");
        assertRefusedToAssume(stranger);
        admin.updateAssumeRolePolicy(
                update -> update.roleName("r").policyDocument(Documents.trust(Workbench.OTHER_ACCOUNT)));
        assertThat(session(stranger, "r").sts().getCallerIdentity().account()).isEqualTo(ACCOUNT);
        Actor powerless = bench.user("powerless");
        assertRefusedToAssume(powerless);
    }

    private void assertRefusedToAssume(Actor actor) {
        assertThat(Refusal.of(() -> assume(actor, "r", _ -> {})).code()).isEqualTo("AccessDenied");
    }

    @Test
    void rootAssumesNoRoleAndAnArnOfNoRoleIsInvalid() {
        createRole("r");
        assertRefused(
                () -> assume(bench.root(), "r", _ -> {}), "AccessDenied", "Roles may not be assumed by root accounts.");
        assertRefused(
                () -> alice.sts()
                        .assumeRole(request ->
                                request.roleArn("nothing-valid-in-here").roleSessionName("s")),
                "ValidationError",
                "nothing-valid-in-here is invalid");
    }

    @Test
    void anExternalIdIsAskedForByTheTrustPolicy() {
        createRole("r");
        admin.updateAssumeRolePolicy(update -> update.roleName("r")
                .policyDocument(
                        Documents.trustIf(ACCOUNT, "sts:AssumeRole", "{'StringEquals':{'sts:ExternalId':'4711'}}")));

        assertRefusedToAssume(alice);
        assertThat(assume(alice, "r", request -> request.externalId("4711")).credentials())
                .isNotNull();
    }

    @Test
    void aSessionEndsWithItsRoleAndANewRoleOfTheNameDoesNotReviveIt() {
        roleThatMay("r", "iam:ListUsers");
        Actor session = session(alice, "r");
        session.iam().listUsers();
        admin.deleteRolePolicy(delete -> delete.roleName("r").policyName("p"));
        assertThat(Refusal.of(() -> session.iam().listUsers()).code()).isEqualTo("AccessDenied");
        admin.deleteRole(delete -> delete.roleName("r"));
        roleThatMay("r", "iam:ListUsers");

        assertThat(Refusal.of(() -> session.iam().listUsers()).code()).isEqualTo("InvalidClientTokenId");
    }

    @Test
    void aSessionOfARoleMakesNoSessionsOfUsers() {
        roleThatMay("r", "sts:*");
        Actor session = session(alice, "r");

        assertRefused(
                () -> session.sts().getSessionToken(),
                "AccessDenied",
                "Cannot call GetSessionToken with session credentials");
        assertRefused(
                () -> session.sts().getFederationToken(get -> get.name("guest")),
                "AccessDenied",
                "Cannot call GetFederationToken with session credentials");
    }

    @Test
    void whoIsNoUserMustNameOne() {
        roleThatMay("r", "iam:*");
        Actor session = session(alice, "r");
        String text = "Must specify userName when calling with non-User credentials";

        assertRefused(() -> session.iam().getUser(), "ValidationError", text);
        assertRefused(() -> session.iam().createAccessKey(), "ValidationError", text);
        assertThat(session.iam().getUser(get -> get.userName("alice")).user().userName())
                .isEqualTo("alice");
    }

    @Test
    void aRoleThatTookTheNameOfTheOneThatWasJudgedIsNotAssumed() {
        createRole("r");
        AssumeRoleRequest request = AssumeRoleRequest.builder()
                .roleArn(ARN + "role/r")
                .roleSessionName("late")
                .build();

        Refusal refusal = Refusal.of(() -> bench.call(alice, request, () -> {
            admin.deleteRole(delete -> delete.roleName("r"));
            admin.createRole(create ->
                    create.roleName("r").assumeRolePolicyDocument(Documents.trust(ARN + "user/Administrator")));
        }));
        assertThat(refusal.code()).isEqualTo("AccessDenied");
    }

    @Test
    void sessionsIssuedBeforeAMomentCanBeRevoked() {
        roleThatMay("r", "iam:ListUsers");
        Actor early = session(alice, "r");
        bench.pass(Duration.ofMinutes(5));
        admin.putRolePolicy(put -> put.roleName("r")
                .policyName("AWSRevokeOlderSessions")
                .policyDocument(Documents.policy(Documents.statement(
                        "Deny", "*", "*", "{'DateLessThan':{'aws:TokenIssueTime':'" + bench.now() + "'}}"))));

        assertThat(Refusal.of(() -> early.iam().listUsers()).code()).isEqualTo("AccessDenied");
        bench.pass(Duration.ofSeconds(1));
        session(alice, "r").iam().listUsers();
    }
}
