package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.Tag;

class SimulatedCallerTest extends SimulatedPrincipal {

    private static final String GROUP = ARN + "group/readers";

    @ParameterizedTest
    @CsvSource({
        "aws:PrincipalArn, arn:aws:iam::123456789012:user/people/carol, allowed",
        "aws:username, carol, allowed",
        "aws:PrincipalAccount, 123456789012, allowed",
        // AWS gives the ARN, not the unique ID.
        "aws:userid, arn:aws:iam::123456789012:user/people/carol, allowed",
        // AWS wants to be told.
        "aws:PrincipalTag/team, blue, implicitDeny"
    })
    void theUserIsTheCaller(String key, String value, String decision) {
        admin.createUser(create -> create.userName("carol")
                .path("/people/")
                .tags(Tag.builder().key("team").value("blue").build()));

        assertThat(of(
                                USER,
                                READ,
                                request -> request.policyInputList(
                                        ifKeyIs(READ, "'StringEquals':{'" + key + "':'" + value + "'}")))
                        .evalDecisionAsString())
                .isEqualTo(decision);
    }

    @Test
    void theUserIsTheCallerUnderItsOwnPathWhateverTheRequestGives() {
        admin.createUser(create -> create.userName("carol").path("//odd/"));
        String policy = ifKeyIs(READ, "'ArnEquals':{'aws:PrincipalArn':'" + ARN + "user//odd/carol'}");

        for (String source : List.of("user/Carol", "user//odd/carol", "user/other/carol")) {
            assertThat(of(ARN + source, READ, request -> request.policyInputList(policy))
                            .evalDecisionAsString())
                    .as(source)
                    .isEqualTo("allowed");
        }
    }

    @Test
    void anotherCallerHasTheUsersPolicies() {
        carolAndHerGroup();
        Consumer<SimulatePrincipalPolicyRequest.Builder> request = simulate -> simulate.callerArn(BOB)
                .policyInputList(ifKeyIs("s3:ListBucket", "'StringEquals':{'aws:username':'bob'}"));

        assertThat(of(USER, "s3:ListBucket", request).evalDecisionAsString()).isEqualTo("allowed");
        assertThat(of(USER, READ, request).evalDecisionAsString()).isEqualTo("allowed");
    }

    @Test
    void theResourcesPolicyNamesTheUserByArnOrId() {
        carolAndHerGroup();
        String id = admin.getUser(get -> get.userName("carol")).user().userId();
        for (String principal : List.of(USER, id, ACCOUNT, "*")) {
            assertThat(of(
                                    USER,
                                    READ,
                                    request -> request.resourcePolicy(resourcePolicy("Deny", principal, READ))
                                            .resourceArns(A))
                            .evalDecisionAsString())
                    .as(principal)
                    .isEqualTo("explicitDeny");
        }
        assertThat(of(
                                USER,
                                READ,
                                request -> request.resourcePolicy(resourcePolicy("Deny", BOB, READ))
                                        .resourceArns(A))
                        .evalDecisionAsString())
                .isEqualTo("allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-an-arn-but-long-enough",
                "arn:aws:iam::123456789012:users/carol",
                "arn:aws-cn:iam::123456789012:user/carol",
                "arn:aws:iam:us-east-1:123456789012:user/carol",
                "arn:aws:iam::123456789012:user/carol "
            })
    void whatIsNoSourceIsRefusedForWhatItIsWhoeverAsks(String source) {
        carolAndHerGroup();
        for (Actor actor : List.of(bench.administrator(), bench.user("nobody"))) {
            assertRefused(
                    () -> actor.iam()
                            .simulatePrincipalPolicy(
                                    simulate -> simulate.policySourceArn(source).actionNames(READ)),
                    "InvalidInput",
                    "Invalid ARN provided in the request: " + source);
            assertRefused(
                    () -> actor.iam().getContextKeysForPrincipalPolicy(get -> get.policySourceArn(source)),
                    "InvalidInput",
                    "Invalid ARN provided in the request: " + source);
        }
    }

    @Test
    void theRightIsOneOnTheSource() {
        carolAndHerGroup();
        Actor reader = bench.user(
                "reader", Documents.allow("iam:SimulatePrincipalPolicy", USER), Documents.allow("iam:Get*", GROUP));
        String elsewhere = ARN + "user/elsewhere/carol";

        assertThat(reader.iam()
                        .simulatePrincipalPolicy(
                                simulate -> simulate.policySourceArn(USER).actionNames(READ))
                        .evaluationResults())
                .hasSize(1);
        assertThat(reader.iam()
                        .getContextKeysForPrincipalPolicy(get -> get.policySourceArn(GROUP))
                        .contextKeyNames())
                .isEmpty();
        assertDenied(
                () -> reader.iam()
                        .simulatePrincipalPolicy(
                                simulate -> simulate.policySourceArn(GROUP).actionNames(READ)),
                "User: " + ARN + "user/reader is not authorized to perform: iam:SimulatePrincipalPolicy on resource: "
                        + GROUP + " because no identity-based policy allows the iam:SimulatePrincipalPolicy action");
        // The user is judged where it is, whatever path the request makes up.
        assertDenied(
                () -> bench.user("other", Documents.allow("iam:SimulatePrincipalPolicy", elsewhere))
                        .iam()
                        .simulatePrincipalPolicy(
                                simulate -> simulate.policySourceArn(elsewhere).actionNames(READ)),
                "User: " + ARN + "user/other is not authorized to perform: iam:SimulatePrincipalPolicy on resource: "
                        + elsewhere
                        + " because no identity-based policy allows the iam:SimulatePrincipalPolicy action");
    }
}
