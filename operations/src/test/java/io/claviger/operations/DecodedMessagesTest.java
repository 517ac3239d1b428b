package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Authorizer;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Denied;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** What denials say to those who may decode it, when the server sends it along. */
class DecodedMessagesTest extends OnAWorkbench {

    private static final String ENCODED = ". Encoded authorization failure message: ";

    private final Gate gate = new Gate(
            new Authorizer(),
            new EntityView.Latest(bench.store, bench.store.changes(), 100),
            bench.store,
            Optional.of(bench.deployment.authorizationMessages()));

    private String denial(Actor actor, AwsRequest request) {
        Operation<?> operation = bench.catalog.all().stream()
                .filter(row -> row.requestClass().isInstance(request))
                .findAny()
                .orElseThrow();
        Call call = Peer.USUAL.call(
                bench.caller(actor.accessKeyId(), actor.sessionToken()).orElseThrow(), bench.now());
        return denial(call, operation, request);
    }

    private <Q extends AwsRequest> String denial(Call call, Operation<Q> operation, AwsRequest request) {
        return ((Denied) gate.admit(call, operation, operation.requestClass().cast(request))).message();
    }

    private static String encoded(String denial) {
        return denial.substring(denial.indexOf(ENCODED) + ENCODED.length());
    }

    private String decoded(Actor actor, String denial) {
        return actor.sts()
                .decodeAuthorizationMessage(decode -> decode.encodedMessage(encoded(denial)))
                .decodedMessage();
    }

    @Test
    void denialSaysToEverybodyWhatItSaysElsewhereAndTheRestSealed() {
        Actor alice = bench.user("alice");
        String denial = denial(alice, GetUserRequest.builder().userName("alice").build());
        assertThat(denial)
                .startsWith("User: " + ARN + "user/alice is not authorized to perform: iam:GetUser on resource: user"
                        + " alice because no identity-based policy allows the iam:GetUser action" + ENCODED);
        assertThat(encoded(denial)).matches("[\\w-]{200,10240}");
        assertDenied(
                () -> alice.iam().getUser(get -> get.userName("alice")), denial.substring(0, denial.indexOf(ENCODED)));
    }

    @Test
    void nothingThatAllows() {
        Actor alice = bench.user("alice");
        assertThat(decoded(
                        bench.administrator(),
                        denial(alice, GetUserRequest.builder().userName("alice").build())))
                .startsWith("{\"allowed\":false,\"explicitDeny\":false,\"matchedStatements\":{\"items\":[]},"
                        + "\"failures\":{\"items\":[]},\"context\":{\"principal\":{\"id\":\"AIDA")
                .contains(
                        "\"arn\":\"" + ARN + "user/alice\"},\"action\":\"iam:GetUser\",\"resource\":\"" + ARN
                                + "user/alice\",\"conditions\":{\"items\":[",
                        "{\"key\":\"aws:PrincipalArn\",\"values\":{\"items\":[{\"value\":\"" + ARN + "user/alice\"}]}}",
                        "{\"key\":\"aws:SourceIp\",\"values\":{\"items\":[{\"value\":\"192.0.2.7\"}]}}",
                        "{\"key\":\"aws:username\",\"values\":{\"items\":[{\"value\":\"alice\"}]}}");
    }

    @Test
    void statementThatDenies() {
        Actor alice = bench.user(
                "alice",
                Documents.ALLOW_ALL,
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"NoStrangers\",\"Effect\":\"Deny\","
                        + "\"Action\":[\"iam:Create*\",\"iam:Tag*\"],\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":{\"aws:RequestTag/Team\":\"red\"}}}]}");
        assertThat(decoded(
                        alice,
                        denial(
                                alice,
                                CreateUserRequest.builder()
                                        .userName("bob")
                                        .tags(Tag.builder()
                                                .key("Team")
                                                .value("red")
                                                .build())
                                        .build())))
                .startsWith(
                        "{\"allowed\":false,\"explicitDeny\":true,\"matchedStatements\":{\"items\":[{"
                                + "\"statementId\":\"NoStrangers\",\"effect\":\"DENY\",\"principals\":{\"items\":[{\"value\":\"AIDA")
                .contains(
                        "\"actions\":{\"items\":[{\"value\":\"iam:Create*\"},{\"value\":\"iam:Tag*\"}]}",
                        "\"resources\":{\"items\":[{\"value\":\"*\"}]}",
                        "\"conditions\":{\"items\":[{\"key\":\"aws:RequestTag/Team\",\"values\":{\"items\":[{\"value\":"
                                + "\"red\"}]}}]}",
                        "{\"key\":\"aws:requesttag/team\",\"values\":{\"items\":[{\"value\":\"red\"}]}}");
    }

    @Test
    void roleThatDoesNotTrust() {
        createRole("r");
        admin.updateAssumeRolePolicy(
                update -> update.roleName("r").policyDocument(Documents.trust(ARN + "user/Administrator")));
        Actor alice = bench.user("alice", Documents.allow("sts:*", "*"));
        assertThat(decoded(
                        alice,
                        denial(
                                alice,
                                AssumeRoleRequest.builder()
                                        .roleArn(ARN + "role/r")
                                        .roleSessionName("night")
                                        .build())))
                .contains("\"action\":\"sts:AssumeRole\",\"resource\":\"" + ARN + "role/r\"", "\"value\":\"night\"");
    }

    @Test
    void resourceOfAnotherAccount() {
        Actor stranger = bench.otherAdministrator();
        String denial = denial(
                stranger,
                AssumeRoleRequest.builder()
                        .roleArn(ARN + "role/none")
                        .roleSessionName("night")
                        .build());
        assertThat(decoded(stranger, denial))
                .contains("\"explicitDeny\":false", "\"matchedStatements\":{\"items\":[]}");
    }

    @Test
    void whatIsTooLongLeavesOutTheKeys() {
        Actor alice = bench.user("alice", Documents.policy(Documents.statement("Deny", "*", "*")));
        for (int tags = 0; tags < 40; tags++) {
            String key = "key-" + tags + "-" + "k".repeat(100);
            admin.tagUser(tag -> tag.userName("alice")
                    .tags(Tag.builder().key(key).value("v".repeat(256)).build()));
        }
        String denial = denial(alice, GetUserRequest.builder().userName("alice").build());
        assertThat(encoded(denial).length()).isLessThanOrEqualTo(10_240);
        assertThat(decoded(bench.administrator(), denial))
                .contains("\"explicitDeny\":true", "\"effect\":\"DENY\"")
                .endsWith("\"conditions\":{\"items\":[]}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "bWVzc2FnZQ", "not base 64!", "a\nb"})
    void whatWasNotEncodedHereIsRefused(String message) {
        assertRefused(
                () -> bench.administrator().sts().decodeAuthorizationMessage(decode -> decode.encodedMessage(message)),
                "InvalidAuthorizationMessageException",
                "Invalid token");
    }

    @Test
    void messageIsForTheCallersAccountAlone() {
        Actor alice = bench.user("alice");
        String message =
                encoded(denial(alice, GetUserRequest.builder().userName("alice").build()));
        assertRefused(
                () -> bench.otherAdministrator()
                        .sts()
                        .decodeAuthorizationMessage(decode -> decode.encodedMessage(message)),
                "InvalidAuthorizationMessageException",
                "Invalid token");
    }

    @Test
    void callerWhoMayNotDecodeReadsNothing() {
        Actor alice = bench.user("alice");
        String message =
                encoded(denial(alice, GetUserRequest.builder().userName("alice").build()));
        assertDenied(
                () -> alice.sts().decodeAuthorizationMessage(decode -> decode.encodedMessage(message)),
                "User: " + ARN + "user/alice is not authorized to perform: sts:DecodeAuthorizationMessage because no"
                        + " identity-based policy allows the sts:DecodeAuthorizationMessage action");
    }
}
