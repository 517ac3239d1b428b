package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.Statement;

/** Callers, resources, and the policies of resources. */
class SimulatedResourcesTest extends OnASimulator {

    @Test
    void theResourcesPolicyGrantsWithinAnAccountByItself() {
        EvaluationResult result = only(request -> request.policyInputList(List.of())
                .permissionsBoundaryPolicyInputList(ALLOW_WRITE)
                .resourcePolicy(resourcePolicy("Allow", BOB, READ))
                .callerArn(BOB)
                .resourceArns(A));

        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
        assertThat(told(result.matchedStatements())).containsExactly("ResourcePolicy Resource Policy 1:38-1:177");
        assertThat(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isFalse();
        assertThat(result.hasEvalDecisionDetails()).isTrue();
        assertThat(result.evalDecisionDetails()).isEmpty();
    }

    @Test
    void theResourcesPolicyDenies() {
        EvaluationResult result = only(request -> request.policyInputList(ALLOW_READ)
                .resourcePolicy(resourcePolicy("Deny", "*", "s3:*"))
                .callerArn(BOB)
                .resourceArns(A));

        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.EXPLICIT_DENY);
        assertThat(result.matchedStatements())
                .extracting(Statement::sourcePolicyId)
                .containsExactly("ResourcePolicy");
    }

    /**
     * A row of a table.
     *
     * @param boundary what the boundary's decision is told as; empty without one
     */
    record Across(
            List<String> identity, List<String> boundaries, String decision, String ofIdentity, String boundary) {}

    static Stream<Across> acrossAccounts() {
        List<String> read = List.of(ALLOW_READ);
        return Stream.of(
                new Across(List.of(), List.of(), "implicitDeny", "implicitDeny", ""),
                new Across(read, List.of(), "allowed", "allowed", ""),
                new Across(read, read, "allowed", "allowed", "allowed"),
                new Across(read, List.of(ALLOW_WRITE), "implicitDeny", "allowed", "implicitDeny"),
                new Across(read, List.of(DENY_READ), "explicitDeny", "allowed", "explicitDeny"));
    }

    @ParameterizedTest
    @MethodSource("acrossAccounts")
    void acrossAccountsBothMustAllowAndEachIsTold(Across row) {
        EvaluationResult result = only(request -> request.policyInputList(row.identity())
                .permissionsBoundaryPolicyInputList(row.boundaries())
                .resourcePolicy(resourcePolicy("Allow", BOB, READ))
                .callerArn(BOB)
                .resourceOwner(OTHER_ROOT)
                .resourceArns(A));

        assertThat(result.evalDecisionAsString()).isEqualTo(row.decision());
        Map<String, String> details =
                new HashMap<>(Map.of("Resource Policy", "allowed", "IAM Policy", row.ofIdentity()));
        if (!row.boundary().isEmpty()) {
            details.put("Permissions Boundary Policy", row.boundary());
        }
        assertThat(result.evalDecisionDetailsAsStrings()).isEqualTo(details);
        assertThat(result.resourceSpecificResults().getFirst().evalDecisionDetailsAsStrings())
                .isEqualTo(details);
        assertThat(result.matchedStatements().isEmpty())
                .isEqualTo(row.decision().equals("implicitDeny"));
    }

    @Test
    void anotherAccountsResourceWithoutAPolicyIsGrantedByNobody() {
        EvaluationResult byOwner = only(request -> request.policyInputList(ALLOW_READ)
                .callerArn(BOB)
                .resourceOwner(OTHER_ROOT)
                .resourceArns(A));
        assertThat(byOwner.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
        assertThat(byOwner.evalDecisionDetailsAsStrings())
                .containsEntry("IAM Policy", "allowed")
                .containsEntry("Resource Policy", "implicitDeny");

        String queue = "arn:aws:sqs:us-east-1:" + Workbench.OTHER_ACCOUNT + ":q";
        String all = Documents.policy("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}");
        assertThat(simulate(request -> request.policyInputList(all)
                                .actionNames("sqs:SendMessage")
                                .callerArn(BOB)
                                .resourceArns(queue))
                        .evaluationResults()
                        .getFirst()
                        .evalDecision())
                .isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
        assertThat(only(request -> request.policyInputList(ALLOW_READ)
                                .callerArn(BOB)
                                .resourceArns(A))
                        .evalDecision())
                .isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
    }

    @Test
    void aResourceWhoseArnNamesAnotherAccountIsAnotherAccounts() {
        String queue = "arn:aws:sqs:us-east-1:" + Workbench.OTHER_ACCOUNT + ":q";
        String policy = Documents.policy(
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sqs:*\",\"Resource\":\"" + queue + "\"}");

        assertThat(simulate(request -> request.policyInputList(List.of())
                                .actionNames("sqs:SendMessage")
                                .resourcePolicy(policy)
                                .callerArn(BOB)
                                .resourceArns(queue))
                        .evaluationResults()
                        .getFirst()
                        .evalDecisionDetailsAsStrings())
                .containsEntry("IAM Policy", "implicitDeny")
                .containsEntry("Resource Policy", "allowed");
    }

    @Test
    void theTrustPolicyOfARoleDecidesWhoMayAssumeIt() {
        String role = ARN + "role/deploy";
        String trust = Documents.policy(
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + ACCOUNT + "\"},\"Action\":\"sts:AssumeRole\"}");
        Consumer<SimulateCustomPolicyRequest.Builder> assume = request -> request.actionNames("sts:AssumeRole")
                .resourcePolicy(trust)
                .callerArn(BOB)
                .resourceArns(role);

        assertThat(simulate(assume.andThen(request -> request.policyInputList(List.of())))
                        .evaluationResults()
                        .getFirst()
                        .evalDecisionAsString())
                .isEqualTo("implicitDeny");
        assertThat(simulate(assume.andThen(request -> request.policyInputList(Documents.allow("sts:AssumeRole", role))))
                        .evaluationResults()
                        .getFirst()
                        .evalDecisionAsString())
                .isEqualTo("allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:user/people/bob, allowed",
        "arn:aws:iam::123456789012:group/people, allowed",
        "arn:aws:iam::123456789012:role/deploy, allowed",
        "arn:aws:iam::123456789012:root, Invalid caller - Caller must be an IAM user; role or group in this context.",
        "arn:aws:sts::123456789012:assumed-role/x/y,"
                + " Invalid caller - Caller must be an IAM user; role or group in this context.",
        ", Invalid caller - Caller cannot be null or empty."
    })
    void theCallerIsAUserAGroupOrARole(String caller, String outcome) {
        Consumer<SimulateCustomPolicyRequest.Builder> request = simulate -> simulate.policyInputList(List.of())
                .resourcePolicy(resourcePolicy("Allow", "*", READ))
                .callerArn(caller)
                .resourceArns(A);

        if (outcome.equals("allowed")) {
            assertThat(only(request).evalDecisionAsString()).isEqualTo(outcome);
        } else {
            assertRefused(() -> only(request), "InvalidInput", outcome.replace(';', ','));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aws:PrincipalArn, arn:aws:iam::123456789012:user/people/bob",
        "aws:userid, arn:aws:iam::123456789012:user/people/bob",
        "aws:username, bob",
        "aws:PrincipalAccount, 123456789012"
    })
    void whatTheCallersArnTellsIsKnown(String key, String value) {
        Consumer<SimulateCustomPolicyRequest.Builder> request = simulate -> simulate.callerArn(BOB)
                .policyInputList(ifKeyIs(READ, "'StringEquals':{'" + key + "':'" + value + "'}"));

        assertThat(only(request).evalDecisionAsString()).isEqualTo("allowed");
        assertThat(only(request.andThen(simulate -> simulate.contextEntries(text(key, "another"))))
                        .evalDecisionAsString())
                .isEqualTo("implicitDeny");
    }

    @Test
    void ofAnUnknownCallerOnlyTheAccountIsKnown() {
        assertThat(only(simulate -> simulate.policyInputList(ifKeyIs(
                                READ,
                                "'StringEquals':{'aws:userid':'STUB_PRINCIPAL_FOR_POLICY_SIMULATOR',"
                                        + "'aws:PrincipalAccount':'" + ACCOUNT + "'},"
                                        + "'Null':{'aws:username':'true','aws:PrincipalArn':'true'}")))
                        .evalDecisionAsString())
                .isEqualTo("allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-arn", "arn:aws:s3", "arn:aws:s3:::", "arn::s3:::name", "arn:aws::::name", "*"})
    void whatIsNoArnIsRefused(String resource) {
        assertRefused(
                () -> only(request -> request.policyInputList(ALLOW_READ).resourceArns(A, resource)),
                "InvalidInput",
                "ResourceNames are not in a valid ARN format: " + resource + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "not-an-arn", "arn:aws:s3:::x"})
    void theOwnerOfResourcesIsAnArn(String owner) {
        assertRefused(
                () -> only(request ->
                        request.policyInputList(ALLOW_READ).resourceArns(A).resourceOwner(owner)),
                "InvalidInput",
                "'" + owner + "' is not a valid as a Resource Owner.");
    }

    @Test
    void aResourcesPolicyNeedsAResource() {
        assertRefused(
                () -> only(request -> request.policyInputList(ALLOW_READ)
                        .resourcePolicy(resourcePolicy("Allow", "*", READ))
                        .callerArn(BOB)),
                "InvalidInput",
                "Invalid Entity Arn: * does not clearly define entity type and name.");
    }
}
