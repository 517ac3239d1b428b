package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.ExchangeToken;
import java.time.Duration;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenResponse;

/** The exchange token of a delegation request, traded in by the account that asked. */
class DelegatedAccessTest extends OnADelegation {

    private final Actor asking = bench.withKey(partnerKey());

    private String partnerKey() {
        return partner.createAccessKey(create -> create.userName("Administrator"))
                .accessKey()
                .accessKeyId();
    }

    /** A request for what the document says, approved by the client's owner and sent. */
    private String sent(IamClient approver, String document) {
        String wanted = template("wanted", document);
        String id = ask(request -> request.permissions(permissions -> permissions.policyTemplateArn(wanted)));
        approver.associateDelegationRequest(take -> take.delegationRequestId(id));
        approver.acceptDelegationRequest(accept -> accept.delegationRequestId(id));
        return token(approver, id);
    }

    private GetDelegatedAccessTokenResponse trade(String token) {
        return asking.sts().getDelegatedAccessToken(trade -> trade.tradeInToken(token));
    }

    private Actor actor(Credentials credentials) {
        return new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());
    }

    private static void assertExpired(ThrowingCallable call) {
        assertRefused(call, "ExpiredTradeInTokenException", "The trade-in token is invalid or has expired.");
    }

    @SuppressWarnings("deprecation") // the packed size is answered all the same
    @Test
    void sessionActsAsWhoApprovedWithinWhatWasAskedFor() {
        Actor approver = bench.user("approver", Documents.allow("iam:*", "*"));
        GetDelegatedAccessTokenResponse answer = trade(sent(approver.iam(), Documents.allow("iam:ListUsers", "*")));

        assertThat(answer.assumedPrincipal()).isEqualTo(ARN + "user/approver");
        assertThat(answer.packedPolicySize()).isBetween(1, 100);
        assertThat(answer.credentials().expiration()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(2)));
        Actor session = actor(answer.credentials());
        assertThat(session.sts().getCallerIdentity().arn()).isEqualTo(ARN + "user/approver");
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        assertRefused(
                () -> session.iam().listGroups(),
                "AccessDenied",
                "User: " + ARN + "user/approver is not authorized to perform: iam:ListGroups on resource: " + ARN
                        + "group/ because no session policy allows the iam:ListGroups action");
    }

    @Test
    void sessionMayNoMoreThanWhoApproved() {
        Actor approver = bench.user("approver", Documents.allow("iam:*Delegation*", "*"));
        Actor session = actor(
                trade(sent(approver.iam(), Documents.allow("iam:List*", "*"))).credentials());
        assertRefused(
                () -> session.iam().listUsers(),
                "AccessDenied",
                "User: " + ARN + "user/approver is not authorized to perform: iam:ListUsers on resource: " + ARN
                        + "user/ because no identity-based policy allows the iam:ListUsers action");
    }

    @Test
    void sessionOfARoleApproves() {
        createRole("approvers");
        admin.putRolePolicy(
                put -> put.roleName("approvers").policyName("p").policyDocument(Documents.allow("iam:*", "*")));
        Actor alice = bench.user("alice", Documents.allow("sts:*", "*"));
        Credentials role = alice.sts()
                .assumeRole(assume -> assume.roleArn(ARN + "role/approvers")
                        .roleSessionName("night")
                        .policy(Documents.policy(
                                Documents.statement("Allow", "iam:*Delegation*", "*"),
                                Documents.statement("Allow", "iam:ListUsers", "*"))))
                .credentials();
        GetDelegatedAccessTokenResponse answer = trade(sent(actor(role).iam(), Documents.allow("iam:List*", "*")));
        Actor session = actor(answer.credentials());

        assertThat(answer.assumedPrincipal()).isEqualTo("arn:aws:sts::" + ACCOUNT + ":assumed-role/approvers/night");
        assertThat(session.sts().getCallerIdentity().arn()).isEqualTo(answer.assumedPrincipal());
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        assertThat(Refusal.of(() -> session.iam().listGroups()).code())
                .as("what limits the approver's session limits this one")
                .isEqualTo("AccessDenied");
    }

    @Test
    void rootUserApproves() {
        Actor session = actor(trade(sent(bench.root().iam(), Documents.allow("iam:ListUsers", "*")))
                .credentials());
        assertThat(session.sts().getCallerIdentity().arn()).isEqualTo(ARN + "root");
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        assertThat(Refusal.of(() -> session.iam().listGroups()).code()).isEqualTo("AccessDenied");
    }

    @Test
    void tokenIsGoodAgainAndAgainUntilTheAccessEnds() {
        String token = sent(admin, Documents.allow("iam:ListUsers", "*"));
        Actor first = actor(trade(token).credentials());
        bench.pass(Duration.ofHours(1));
        Credentials second = trade(token).credentials();
        assertThat(second.expiration())
                .as("the end of the access, whenever the token is traded in")
                .isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(2)));
        assertThat(first.iam().listUsers().users()).isNotEmpty();
        bench.pass(Duration.ofHours(1));
        assertExpired(() -> trade(token));
    }

    @Test
    void nobodyElseTradesItIn() {
        String token = sent(admin, Documents.allow("iam:ListUsers", "*"));
        assertExpired(() -> bench.administrator().sts().getDelegatedAccessToken(trade -> trade.tradeInToken(token)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", ".", "x.", ".x", "no-request.secret"})
    void whatIsNoTokenIsRefused(String text) {
        assertExpired(() -> trade(text));
    }

    @Test
    void anotherSecretOfTheSameRequestIsRefused() {
        String token = sent(admin, Documents.allow("iam:ListUsers", "*"));
        String id = ExchangeToken.parse(token).orElseThrow().requestId();
        assertExpired(() -> trade(new ExchangeToken(id, "0".repeat(40)).text()));
    }

    @Test
    void requestThatIsNotSentYetGivesNothing() {
        String id = ask();
        admin.associateDelegationRequest(take -> take.delegationRequestId(id));
        admin.acceptDelegationRequest(accept -> accept.delegationRequestId(id));
        assertExpired(() -> trade(id + ".secret"));
    }

    @Test
    void sessionEndsWithTheUserWhoApproved() {
        Actor approver = bench.user("approver", Documents.allow("iam:*", "*"));
        Actor session = actor(trade(sent(approver.iam(), Documents.allow("iam:ListUsers", "*")))
                .credentials());
        admin.deleteAccessKey(delete -> delete.userName("approver").accessKeyId(approver.accessKeyId()));
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        admin.deleteUserPolicy(delete -> delete.userName("approver").policyName("policy-0"));
        assertThat(Refusal.of(() -> session.iam().listUsers()).code()).isEqualTo("AccessDenied");
        admin.deleteUser(delete -> delete.userName("approver"));
        assertThat(Refusal.of(() -> session.iam().listUsers()).code()).isEqualTo("InvalidClientTokenId");
    }

    @Test
    void policyThatFillsATokenIsRefused() {
        StringBuilder random = new StringBuilder();
        Random source = new Random(7);
        for (int i = 0; i < 4_000; i++) {
            random.append((char) ('a' + source.nextInt(26)));
        }
        String token = sent(admin, Documents.allow("s3:GetObject", "arn:aws:s3:::" + random + "/*"));
        assertThat(Refusal.of(() -> trade(token)).code()).isEqualTo("PackedPolicyTooLarge");
    }
}
