package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.DelegationRequest;
import software.amazon.awssdk.services.iam.model.PolicyParameterTypeEnum;
import software.amazon.awssdk.services.iam.model.StateType;

/** Delegation requests: how they are made, and who sees what of them. */
class DelegationRequestsTest extends OnADelegation {

    @Test
    void aRequestShowsAllThatWasAskedFor() {
        String id = ask(asked -> asked.ownerAccountId(ACCOUNT)
                .requestMessage("Ticket 7")
                .redirectUrl("https://partner.example/done")
                .onlySendByOwner(true));

        DelegationRequest request = get(admin, id);
        assertThat(request.delegationRequestId()).isEqualTo(id).hasSizeBetween(16, 128);
        assertThat(request.ownerAccountId()).isEqualTo(ACCOUNT);
        assertThat(request.ownerId()).isNull();
        assertThat(request.approverId()).isNull();
        assertThat(request.requestorId()).isEqualTo(PARTNER);
        assertThat(request.requestorName()).isNull();
        assertThat(request.description()).isEqualTo("Sets up the pipeline");
        assertThat(request.requestMessage()).isEqualTo("Ticket 7");
        assertThat(request.redirectUrl()).isEqualTo("https://partner.example/done");
        assertThat(request.onlySendByOwner()).isTrue();
        assertThat(request.sessionDuration()).isEqualTo(7200);
        assertThat(request.state()).isEqualTo(StateType.UNASSIGNED);
        assertThat(request.createDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(request.updatedTime()).isEqualTo(Workbench.START_SECOND);
        assertThat(request.expirationTime()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofDays(1)));
        assertThat(request.permissions().policyTemplateArn()).isEqualTo(template);
        assertThat(request.permissions().parameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.name()).isEqualTo("bucket");
            assertThat(parameter.values()).containsExactly("landing");
            assertThat(parameter.type()).isEqualTo(PolicyParameterTypeEnum.STRING);
        });
        assertThat(request.permissionPolicy()).isEqualTo(BUCKET_POLICY.replace("@{bucket}", "landing"));
        assertThat(request.notes()).isNull();
        assertThat(request.rejectionReason()).isNull();
    }

    @Test
    void theAnswerLeadsToTheConsole() {
        var answer = partner.createDelegationRequest(asking(_ -> {}));

        assertThat(answer.consoleDeepLink())
                .isEqualTo("https://iam.example.com/console/#/delegation-requests/" + answer.delegationRequestId());
    }

    @Test
    void theRequesterIsCalledByItsAlias() {
        String id = ask();
        partner.createAccountAlias(create -> create.accountAlias("example-corp"));

        assertThat(get(admin, id).requestorName()).isEqualTo("example-corp");
    }

    @Test
    void aTextWithThePlaceOfAListStandsOnceForEachValue() {
        String keys = template("keys", Documents.allow("kms:Decrypt", "arn:aws:kms:us-east-1:1:key/@{theKeys}"));
        String id = ask(asked -> asked.permissions(permissions ->
                permissions.policyTemplateArn(keys).parameters(parameter("theKeys", "stringList", "a", "b"))));

        assertThat(get(admin, id).permissionPolicy())
                .contains("\"Resource\":[\"arn:aws:kms:us-east-1:1:key/a\",\"arn:aws:kms:us-east-1:1:key/b\"]");
        assertThat(get(admin, id).permissions().parameters().getFirst().type())
                .isEqualTo(PolicyParameterTypeEnum.STRING_LIST);
    }

    @Test
    void anAwsManagedPolicyIsATemplateToo() {
        String id = ask(asked -> asked.permissions(permissions -> permissions.policyTemplateArn(READ_ONLY)));

        assertThat(get(admin, id).permissionPolicy()).contains("iam:Get*");
        assertThat(get(admin, id).permissions().hasParameters()).isFalse();
    }

    @Test
    void theBoundariesOfRolesThatMayBeCreatedAreShown() {
        String boundary = "arn:aws:iam::" + PARTNER + ":policy/bound";
        String roles = template(
                "roles",
                Documents.policy(
                        Documents.statement(
                                "Allow",
                                "iam:CreateRole",
                                "*",
                                "{'StringEquals':{'iam:PermissionsBoundary':'" + boundary + "'}}"),
                        Documents.statement("Allow", "s3:*", "*")));
        String id = ask(asked -> asked.permissions(permissions -> permissions.policyTemplateArn(roles)));

        assertThat(get(admin, id).rolePermissionRestrictionArns()).containsExactly(boundary);
        assertThat(get(admin, ask()).hasRolePermissionRestrictionArns()).isFalse();
    }

    @Test
    void whatMakesNoPolicyIsRefused() {
        String none = "arn:aws:iam::" + PARTNER + ":policy/none";
        assertRefused(
                () -> ask(asked -> asked.permissions(permissions -> permissions.policyTemplateArn(none))),
                "InvalidInput",
                "The policy template " + none + " cannot be found.");
        String theirs = ownPolicy("theirs");
        assertRefused(
                () -> ask(asked -> asked.permissions(permissions -> permissions.policyTemplateArn(theirs))),
                "InvalidInput",
                "The policy template " + theirs + " cannot be found.");
        assertRefused(
                () -> ask(asked -> asked.permissions(permissions -> permissions.parameters(parameter("bucket", null)))),
                "InvalidInput",
                "A policy template ARN is required.");
        assertRefused(
                () -> ask(asked -> asked.permissions(permissions -> permissions.policyTemplateArn(template))),
                "InvalidInput",
                "Failed to render template: Parameter 'bucket' not found.");
        assertRefused(
                () -> ask(asked -> asked.permissions(permissions ->
                        permissions.policyTemplateArn(READ_ONLY).parameters(parameter("bucket", null, "b")))),
                "InvalidInput",
                "Failed to render template: Unrecognized parameter: bucket");
        assertRefused(
                () -> ask(asked -> asked.permissions(permissions ->
                        permissions.policyTemplateArn(template).parameters(parameter("bucket", null, "a", "b")))),
                "ValidationError",
                "bucket replacement value must contain exactly one value, got 2");
        assertRefused(
                () -> ask(asked -> asked.permissions(permissions -> permissions
                        .policyTemplateArn(template)
                        .parameters(parameter("bucket", null, "a"), parameter("bucket", null, "b")))),
                "InvalidInput",
                "The parameter bucket stands twice.");
        assertRefused(
                () -> ask(asked -> asked.permissions(
                        permissions -> permissions.policyTemplateArn(template).parameters(parameter(null, null, "b")))),
                "InvalidInput",
                "A parameter has no name.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-an-arn",
                "arn:aws:sqs:us-east-1:999999999999:queue",
                "arn:aws:sns:us-east-1:123456789012:somebody-elses",
                "arn:aws-cn:sns:cn-north-1:999999999999:topic"
            })
    void onlyATopicOfOnesOwnIsAChannel(String channel) {
        assertRefused(
                () -> ask(asked -> asked.notificationChannel(channel)),
                "InvalidInput",
                "The notification channel must be the ARN of an SNS topic in account " + PARTNER + ": " + channel);
    }

    @Test
    void aWorkflowHasOneRequest() {
        ask(asked -> asked.requestorWorkflowId("setup"));

        assertRefused(
                () -> ask(asked -> asked.requestorWorkflowId("setup")),
                "EntityAlreadyExists",
                "A delegation request with requestor workflow id setup already exists.");
        admin.createPolicy(create -> create.policyName("own").policyDocument(Documents.ALLOW_ALL));
        admin.createDelegationRequest(asking(asked -> asked.requestorWorkflowId("setup")
                .notificationChannel("arn:aws:sns:us-east-1:" + ACCOUNT + ":topic")
                .permissions(permissions -> permissions.policyTemplateArn(ARN + "policy/own"))));
    }

    @Test
    void aHundredRequestsAreUnderWayAtMost() {
        for (int i = 0; i < 100; i++) {
            ask();
        }
        assertRefused(this::ask, "LimitExceeded", "Cannot exceed quota for DelegationRequestsPerAccount: 100");

        bench.pass(Duration.ofDays(1));
        assertThat(ask()).isNotEmpty();
    }

    @Test
    void anOldRequestIsForgottenWithItsWorkflow() {
        String id = ask(asked -> asked.requestorWorkflowId("setup"));
        bench.pass(Duration.ofDays(91));

        assertThat(ask(asked -> asked.requestorWorkflowId("setup"))).isNotEqualTo(id);
        assertRefused(
                () -> get(admin, id), "NoSuchEntity", "The delegation request with id " + id + " cannot be found.");
    }

    @Test
    void anOwnerIsSomebodyOfTheAccount() {
        String group = ARN + "group/Administrators";
        assertRefused(
                () -> admin.listDelegationRequests(list -> list.ownerId(group)),
                "InvalidInput",
                "The owner id is not the ARN of a user, a role's session or a root user: " + group);
        String stranger = "arn:aws:iam::" + PARTNER + ":user/Administrator";
        assertRefused(
                () -> admin.listDelegationRequests(list -> list.ownerId(stranger)),
                "NoSuchEntity",
                "The owner with id " + stranger + " cannot be found.");
    }
}
