package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.SummaryStateType;

/** What a delegation request asks for, for people to read. */
class DelegationSummariesTest extends OnADelegation {

    private static String arn(String account, String id) {
        return "arn:aws:iam::" + account + ":delegation-request/" + id;
    }

    @Test
    void aSummarySaysWhoAsksForWhatAndForHowLong() {
        String id = ask(asked -> asked.requestMessage("Ticket 7").sessionDuration(5400));

        var answer = admin.getHumanReadableSummary(get -> get.entityArn(arn(ACCOUNT, id)));

        assertThat(answer.summaryState()).isEqualTo(SummaryStateType.AVAILABLE);
        assertThat(answer.locale()).isEqualTo("en");
        assertThat(answer.summaryContent()).isEqualTo("""
            account 999999999999, asks to act in this account for 1 hour 30 minutes, with the rights of the \
            person who approves, and no more than these:
            - Allowed: read in Amazon S3 (s3:GetObject) on arn:aws:s3:::landing/*.
            - Allowed: list in Amazon S3 (s3:ListBucket) on arn:aws:s3:::landing.
            What it is for: Sets up the pipeline
            Message: Ticket 7\
            """);
    }

    @Test
    void everyKindOfStatementIsSaid() {
        partner.createAccountAlias(create -> create.accountAlias("example-corp"));
        String wide = template(
                "wide",
                Documents.policy(
                        "{\"Effect\":\"Allow\",\"Action\":[\"iam:CreateRole\",\"s3:*\",\"unknown:Thing\"],"
                                + "\"Resource\":\"*\",\"Condition\":{\"StringEquals\":"
                                + "{\"iam:PermissionsBoundary\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\"}}}",
                        "{\"Effect\":\"Deny\",\"NotAction\":\"iam:Get*\",\"NotResource\":\"arn:aws:s3:::b\"}",
                        Documents.statement("Deny", "*", "*")));
        String id = ask(asked -> asked.permissions(permissions -> permissions.policyTemplateArn(wide)));

        assertThat(admin.getHumanReadableSummary(
                                get -> get.entityArn(arn(ACCOUNT, id)).locale("en-US"))
                        .summaryContent())
                .startsWith("example-corp, account 999999999999, asks to act in this account for 2 hours, ")
                .contains(
                        "- Allowed: write in AWS Identity and Access Management (IAM) (iam:CreateRole) on any resource,"
                                + " if iam:PermissionsBoundary StringEquals arn:aws:iam::aws:policy/ReadOnlyAccess.\n",
                        " in Amazon S3 (s3:*) on any resource, if ",
                        "- Allowed: use in unknown (unknown:Thing) on any resource, if ",
                        "- Denied: everything but iam:Get* on any resource but arn:aws:s3:::b.\n",
                        "- Denied: everything in all services on any resource.\n",
                        "Roles that it creates stay within arn:aws:iam::aws:policy/ReadOnlyAccess.\n");
    }

    @Test
    void aSummaryIsEnglish() {
        String id = ask();

        var answer = admin.getHumanReadableSummary(
                get -> get.entityArn(arn(ACCOUNT, id)).locale("de-DE"));
        assertThat(answer.summaryState()).isEqualTo(SummaryStateType.NOT_SUPPORTED);
        assertThat(answer.summaryContent()).isNull();
        assertThat(answer.locale()).isEqualTo("de-DE");
        assertRefused(
                () -> admin.getHumanReadableSummary(
                        get -> get.entityArn(arn(ACCOUNT, id)).locale("??")),
                "InvalidInput",
                "The locale ?? is not valid.");
    }

    @Test
    void whoSeesTheRequestSeesItsSummary() {
        String id = ask();
        IamClient nobody = bench.user("nobody").iam();
        assertThat(nobody.getHumanReadableSummary(get -> get.entityArn(arn(ACCOUNT, id)))
                        .summaryContent())
                .isNotEmpty();

        admin.associateDelegationRequest(take -> take.delegationRequestId(id));
        assertThat(Refusal.of(() -> nobody.getHumanReadableSummary(get -> get.entityArn(arn(ACCOUNT, id))))
                        .code())
                .isEqualTo("AccessDenied");
        assertThat(partner.getHumanReadableSummary(get -> get.entityArn(arn(PARTNER, id)))
                        .summaryContent())
                .isNotEmpty();
    }

    @Test
    void onlyARequestOfTheAccountHasASummary() {
        String user = ARN + "user/Administrator";
        assertRefused(
                () -> admin.getHumanReadableSummary(get -> get.entityArn(user)),
                "InvalidInput",
                "The ARN " + user + " is not that of a delegation request.");
        String id = ask();
        assertRefused(
                () -> admin.getHumanReadableSummary(get -> get.entityArn(arn(PARTNER, id))),
                "NoSuchEntity",
                "The delegation request with id " + id + " cannot be found.");
    }
}
