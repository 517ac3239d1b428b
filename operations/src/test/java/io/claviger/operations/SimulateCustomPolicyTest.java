package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.Statement;

/** What is expected of the simulator was recorded from AWS's, but for what the page on the simulator tells. */
class SimulateCustomPolicyTest extends OnASimulator {

    @Test
    void withoutResourcesAnyIsMeantAndNoDetailsAreTold() {
        EvaluationResult result = only(request -> request.policyInputList(ALLOW_READ));

        assertThat(result.evalActionName()).isEqualTo(READ);
        assertThat(result.evalResourceName()).isEqualTo("*");
        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
        assertThat(told(result.matchedStatements())).containsExactly("PolicyInputList.1 IAM Policy 1:38-1:95");
        assertThat(result.hasMissingContextValues()).isTrue();
        assertThat(result.missingContextValues()).isEmpty();
        assertThat(result.hasEvalDecisionDetails()).isFalse();
        assertThat(result.hasResourceSpecificResults()).isFalse();
        assertThat(result.permissionsBoundaryDecisionDetail()).isNull();
        assertThat(result.organizationsDecisionDetail()).isNull();
        assertThat(only(request -> request.policyInputList(ALLOW_READ).resourceArns("*")))
                .isEqualTo(result);
    }

    @Test
    void withOneResourceItsResultIsToldTwice() {
        EvaluationResult result =
                only(request -> request.policyInputList(ALLOW_READ).resourceArns(A));

        assertThat(result.evalResourceName()).isEqualTo(A);
        assertThat(result.hasEvalDecisionDetails()).isTrue();
        assertThat(result.evalDecisionDetails()).isEmpty();
        assertThat(result.resourceSpecificResults())
                .containsExactly(ResourceSpecificResult.builder()
                        .evalResourceName(A)
                        .evalResourceDecision(PolicyEvaluationDecisionType.ALLOWED)
                        .matchedStatements(result.matchedStatements())
                        .missingContextValues(List.of())
                        .build());
    }

    @Test
    void ofSeveralResourcesTheWorstDecides() {
        EvaluationResult result = only(
                request -> request.policyInputList(Documents.allow(READ, A)).resourceArns(A, B, A));

        assertThat(result.evalResourceName()).isEqualTo("*");
        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
        assertThat(result.matchedStatements()).hasSize(1);
        assertThat(result.resourceSpecificResults())
                .extracting(one -> one.evalResourceName() + " " + one.evalResourceDecisionAsString())
                .containsExactly(A + " allowed", B + " implicitDeny", A + " allowed");
        assertThat(result.resourceSpecificResults()).allSatisfy(one -> {
            assertThat(one.hasMatchedStatements()).isTrue();
            assertThat(one.hasMissingContextValues()).isTrue();
        });
        assertThat(result.resourceSpecificResults().get(1).matchedStatements()).isEmpty();
        assertThat(only(request -> request.policyInputList(
                                        ALLOW_READ, Documents.policy(Documents.statement("Deny", "*", B)))
                                .resourceArns(A, B))
                        .evalDecision())
                .isEqualTo(PolicyEvaluationDecisionType.EXPLICIT_DENY);
    }

    @Test
    void whereSomethingDeniesOnlyDenialsAreTold() {
        assertThat(told(only(request -> request.policyInputList(Documents.policy(
                                Documents.statement("Allow", READ, "*"), Documents.statement("Deny", READ, "*"))))
                        .matchedStatements()))
                .containsExactly("PolicyInputList.1 IAM Policy 1:95-1:152");
        assertThat(told(only(request -> request.policyInputList(ALLOW_READ, DENY_READ, DENY_READ))
                        .matchedStatements()))
                .containsExactly("PolicyInputList.2 IAM Policy 1:38-1:94", "PolicyInputList.3 IAM Policy 1:38-1:94");
    }

    @Test
    void aBoundaryThatAllowsIsNotAmongTheStatementsThatGrant() {
        EvaluationResult result = only(request -> request.policyInputList(ALLOW_READ)
                .permissionsBoundaryPolicyInputList(ALLOW_READ)
                .resourceArns(A));

        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
        assertThat(result.matchedStatements())
                .extracting(Statement::sourcePolicyId)
                .containsExactly("PolicyInputList.1");
        assertThat(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isTrue();
        assertThat(result.resourceSpecificResults()
                        .getFirst()
                        .permissionsBoundaryDecisionDetail()
                        .allowedByPermissionsBoundary())
                .isTrue();
    }

    @Test
    void aBoundaryThatDoesNotAllowLeavesNoStatements() {
        EvaluationResult result =
                only(request -> request.policyInputList(ALLOW_READ).permissionsBoundaryPolicyInputList(ALLOW_WRITE));

        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
        assertThat(result.matchedStatements()).isEmpty();
        assertThat(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isFalse();
    }

    @Test
    void aBoundaryThatDeniesIsNamed() {
        EvaluationResult result =
                only(request -> request.policyInputList(ALLOW_READ).permissionsBoundaryPolicyInputList(DENY_READ));

        assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.EXPLICIT_DENY);
        assertThat(told(result.matchedStatements()))
                .containsExactly("PermissionsBoundaryPolicyInputList.1 Permissions Boundary Policy 1:38-1:94");
        assertRefused(
                () -> only(request ->
                        request.policyInputList(ALLOW_READ).permissionsBoundaryPolicyInputList(ALLOW_READ, ALLOW_READ)),
                "InvalidInput",
                "The list of Permissions Boundary policies cannot exceed 1 items.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    s3:GetObject | 'StringEquals':{'x:missing':'yes'}             | implicitDeny | x:missing
                    s3:PutObject | 'StringEquals':{'x:missing':'yes'}             | implicitDeny | x:missing
                    s3:PutObject | 'Null':{'x:missing':'true'}                    | implicitDeny | x:missing
                    s3:GetObject | 'StringEqualsIfExists':{'x:missing':'yes'}     | allowed      |
                    s3:GetObject | 'StringNotEquals':{'x:missing':'yes'}          | allowed      |
                    s3:GetObject | 'ForAllValues:StringEquals':{'x:missing':'y'}  | allowed      |
                    s3:GetObject | 'ForAnyValue:StringEquals':{'x:missing':'y'}   | implicitDeny | x:missing
                    s3:GetObject | 'StringEquals':{'x:given':'${x:var}'}          | implicitDeny | x:var
                    s3:GetObject | 'StringEquals':{'x:given':'${x:var, ~d~}'}   | implicitDeny | x:var
                    s3:GetObject | 'StringEquals':{'X:GIVEN':'other'}             | implicitDeny |
                    s3:GetObject | 'StringEquals':{'aws:userid':'somebody'}       | implicitDeny | aws:userid
                    """)
    void whatIsImplicitlyDeniedComesWithTheKeysThatWereNotGiven(
            String action, String condition, String decision, String missing) {
        EvaluationResult result = only(request -> request.policyInputList(ifKeyIs(action, condition))
                .contextEntries(text("x:given", "given"))
                .resourceArns(A));

        assertThat(result.evalDecisionAsString()).isEqualTo(decision);
        assertThat(result.missingContextValues()).isEqualTo(missing == null ? List.of() : List.of(missing));
        assertThat(result.resourceSpecificResults().getFirst().missingContextValues())
                .isEqualTo(result.missingContextValues());
    }

    @Test
    void anExplicitDenialMissesNoKeys() {
        assertThat(only(request ->
                                request.policyInputList(DENY_READ, ifKeyIs(READ, "'StringEquals':{'x:missing':'yes'}")))
                        .missingContextValues())
                .isEmpty();
    }

    @Test
    void aKeyOfTheBoundaryCanBeMissing() {
        assertThat(only(request -> request.policyInputList(ALLOW_READ)
                                .permissionsBoundaryPolicyInputList(ifKeyIs(READ, "'StringEquals':{'x:b':'y'}")))
                        .missingContextValues())
                .containsExactly("x:b");
    }

    @Test
    void aPolicyThatCannotBeEvaluatedIsNamedWithWhatIsWrong() {
        assertRefused(
                () -> only(request -> request.policyInputList(ALLOW_READ, "{\n  \"Version\":")),
                "InvalidInput",
                "Policy input list item 2 has invalid content: Expected a value, but the text ends here (line 2, column 13)");
        assertRefused(
                () -> only(request -> request.policyInputList(ALLOW_READ).permissionsBoundaryPolicyInputList("{}")),
                "InvalidInput",
                "Permissions boundary policy input list item 1 has invalid content:"
                        + " A policy has a Statement (line 1, column 1)");
        assertRefused(
                () -> only(request -> request.policyInputList(ALLOW_READ)
                        .resourcePolicy(ALLOW_READ)
                        .callerArn(BOB)
                        .resourceArns(A)),
                "InvalidInput",
                "Resource policy has invalid content: Missing required field Principal (line 1, column 38)");
    }

    @Test
    void variablesDoNotMakePoliciesLongerThanTheMemory() {
        String growing = Documents.allow(READ, "arn:aws:s3:::*" + "${x:long}".repeat(10_000));

        assertThat(only(request -> request.policyInputList(growing)
                                .contextEntries(text("x:long", "a".repeat(100)))
                                .resourceArns(A))
                        .evalDecisionAsString())
                .isEqualTo("implicitDeny");
        assertRefused(
                () -> only(request -> request.policyInputList(growing)
                        .contextEntries(text("x:long", "a".repeat(1_000)))
                        .resourceArns(A)),
                "InvalidInput",
                "The policies, resources and context values are too long for one simulation.");
    }
}
