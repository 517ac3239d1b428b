package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DelegationRequest;
import software.amazon.awssdk.services.iam.model.ListDelegationRequestsResponse;
import software.amazon.awssdk.services.iam.model.PermissionCheckResultType;
import software.amazon.awssdk.services.iam.model.PermissionCheckStatusType;
import software.amazon.awssdk.services.iam.model.StateType;

/** Who sees a delegation request, alone and in lists. */
class DelegationVisibilityTest extends OnADelegation {

    @Test
    void anybodySeesARequestThatAnyAccountMayTake() {
        String id = ask();
        IamClient nobody = bench.user("nobody").iam();

        assertThat(get(nobody, id).state()).isEqualTo(StateType.UNASSIGNED);
    }

    @Test
    void aPolicyCanDenyWhatTheRequestItselfGives() {
        String id = ask();
        IamClient denied = bench.user("denied", Documents.allBut("iam:GetDelegationRequest", "*"))
                .iam();

        assertThat(Refusal.of(() -> get(denied, id)).text()).contains("with an explicit deny");
    }

    @Test
    void onlyTheAccountThatIsAskedAndTheOneThatAsksSeeARequest() {
        String id = ask(asked -> asked.ownerAccountId("111111111111"));

        assertThat(get(partner, id).state()).isEqualTo(StateType.UNASSIGNED);
        assertRefused(
                () -> get(admin, id), "NoSuchEntity", "The delegation request with id " + id + " cannot be found.");
        assertRefused(
                () -> admin.associateDelegationRequest(take -> take.delegationRequestId(id)),
                "NoSuchEntity",
                "The delegation request with id " + id + " cannot be found.");
    }

    @Test
    void whoHasNotTakenARequestNeedsARightToSeeIt() {
        String id = ask();
        admin.associateDelegationRequest(take -> take.delegationRequestId(id));

        assertThat(Refusal.of(() -> get(bench.user("nobody").iam(), id)).text())
                .isEqualTo("User: " + ARN + "user/nobody is not authorized to perform: iam:GetDelegationRequest on"
                        + " resource: " + ARN + "delegation-request/" + id
                        + " because no identity-based policy allows the iam:GetDelegationRequest action");
        String ofTheAdministrators = "{'ArnEquals':{'iam:DelegationRequestOwner':'" + ARN + "user/Administrator'}}";
        IamClient reviewer = bench.user("reviewer", Documents.allowIf("iam:GetDelegationRequest", ofTheAdministrators))
                .iam();
        assertThat(get(reviewer, id).ownerId()).isEqualTo(ARN + "user/Administrator");
    }

    @Test
    void aCreationCanBeLimitedByWhatIsAskedFor() {
        String limits = Documents.policy(
                Documents.statement("Allow", "iam:CreateDelegationRequest", "*"),
                Documents.statement(
                        "Deny",
                        "iam:CreateDelegationRequest",
                        "*",
                        "{'NumericGreaterThan':{'iam:DelegationDuration':'3600'}}"));
        IamClient limited = bench.user("limited", limits).iam();
        admin.createPolicy(create -> create.policyName("own").policyDocument(Documents.ALLOW_ALL));

        assertThat(Refusal.of(() -> limited.createDelegationRequest(own(7200))).text())
                .contains("with an explicit deny in an identity-based policy");
        assertThat(limited.createDelegationRequest(own(3600)).delegationRequestId())
                .isNotEmpty();
    }

    private software.amazon.awssdk.services.iam.model.CreateDelegationRequestRequest own(int seconds) {
        return asking(asked -> asked.sessionDuration(seconds)
                .notificationChannel("arn:aws:sns:us-east-1:" + ACCOUNT + ":topic")
                .permissions(permissions -> permissions.policyTemplateArn(ARN + "policy/own")));
    }

    @Test
    void theCheckComparesOnesOwnPermissionsWithThoseAskedFor() {
        String bucket = ask();
        String oneFile = ask(asked -> asked.permissions(permissions -> permissions.policyTemplateArn(
                template("file", Documents.allow("s3:GetObject", "arn:aws:s3:::landing/file")))));
        String allBut = ask(asked -> asked.permissions(permissions -> permissions.policyTemplateArn(template(
                "all-but", Documents.policy("{\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"Resource\":\"*\"}")))));
        IamClient reader = bench.user("reader", Documents.allow("s3:*", "arn:aws:s3:::landing/*"))
                .iam();

        assertThat(admin.getDelegationRequest(
                        check -> check.delegationRequestId(bucket).delegationPermissionCheck(true)))
                .satisfies(answer -> {
                    assertThat(answer.permissionCheckStatus()).isEqualTo(PermissionCheckStatusType.COMPLETE);
                    assertThat(answer.permissionCheckResult()).isEqualTo(PermissionCheckResultType.ALLOWED);
                });
        assertThat(check(reader, oneFile)).isEqualTo(PermissionCheckResultType.ALLOWED);
        assertThat(check(reader, bucket)).as("ListBucket is missing").isEqualTo(PermissionCheckResultType.DENIED);
        assertThat(check(bench.user("nobody").iam(), oneFile)).isEqualTo(PermissionCheckResultType.DENIED);
        assertThat(check(admin, allBut)).isEqualTo(PermissionCheckResultType.UNSURE);
        String wide = ask(asked -> asked.permissions(permissions ->
                permissions.policyTemplateArn(template("wide", Documents.allow("s3:GetObject", "arn:aws:s3:::*")))));
        assertThat(check(reader, wide)).as("a part may be allowed").isEqualTo(PermissionCheckResultType.UNSURE);
        assertThat(admin.getDelegationRequest(get -> get.delegationRequestId(bucket))
                        .permissionCheckStatus())
                .isNull();
    }

    private static PermissionCheckResultType check(IamClient client, String id) {
        return client.getDelegationRequest(
                        check -> check.delegationRequestId(id).delegationPermissionCheck(true))
                .permissionCheckResult();
    }

    @Test
    void aListHasWhatSomebodyOfTheAccountHasTaken() {
        String mine = ask();
        String theirs = ask();
        ask();
        IamClient user = bench.user("user").iam();
        admin.associateDelegationRequest(take -> take.delegationRequestId(mine));
        user.associateDelegationRequest(take -> take.delegationRequestId(theirs));

        assertThat(ids(admin.listDelegationRequests(_ -> {}))).containsExactlyInAnyOrder(mine, theirs);
        assertThat(ids(admin.listDelegationRequests(list -> list.ownerId(ARN + "user/user"))))
                .containsExactly(theirs);
        assertThat(ids(user.listDelegationRequests(list -> list.ownerId(ARN + "user/user"))))
                .containsExactly(theirs);
        assertThat(ids(partner.listDelegationRequests(_ -> {}))).isEmpty();
        assertThat(Refusal.of(() -> user.listDelegationRequests(_ -> {})).code())
                .isEqualTo("AccessDenied");
        assertThat(Refusal.of(() -> user.listDelegationRequests(list -> list.ownerId(ARN + "user/Administrator")))
                        .code())
                .isEqualTo("AccessDenied");
    }

    private static List<String> ids(ListDelegationRequestsResponse answer) {
        return answer.delegationRequests().stream()
                .map(DelegationRequest::delegationRequestId)
                .toList();
    }

    @Test
    void aListIsCutIntoPages() {
        for (int i = 0; i < 5; i++) {
            String id = ask();
            admin.associateDelegationRequest(take -> take.delegationRequestId(id));
        }

        var first = admin.listDelegationRequests(list -> list.maxItems(3));
        assertThat(first.delegationRequests()).hasSize(3);
        assertThat(first.isTruncated()).isTrue();
        var second = admin.listDelegationRequests(list -> list.maxItems(3).marker(first.marker()));
        assertThat(second.delegationRequests()).hasSize(2).doesNotContainAnyElementsOf(first.delegationRequests());
        assertThat(second.isTruncated()).isFalse();
        assertRefused(
                () -> admin.listDelegationRequests(
                        list -> list.ownerId(ARN + "user/Administrator").marker(first.marker())),
                "ValidationError",
                "Invalid Marker.");
    }
}
