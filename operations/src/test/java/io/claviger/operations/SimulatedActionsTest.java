package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrderedOrganizationPolicyType;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;

/** What is expected of the simulator was recorded from AWS's, but for what the page on the simulator tells. */
class SimulatedActionsTest extends OnASimulator {

    @ParameterizedTest
    @CsvSource({"s3:*, allowed", "madeup:Action, allowed", "s3:, allowed", "S3:gEtObJeCt, allowed"})
    void everyActionIsTakenByItsLetters(String action, String decision) {
        EvaluationResult result = simulate(
                        request -> request.policyInputList(Documents.ALLOW_ALL).actionNames(action))
                .evaluationResults()
                .getFirst();

        assertThat(result.evalActionName()).isEqualTo(action);
        assertThat(result.evalDecisionAsString()).isEqualTo(decision);
    }

    @Test
    void anActionWithoutAServiceIsRefused() {
        assertRefused(
                () -> simulate(
                        request -> request.policyInputList(Documents.ALLOW_ALL).actionNames(READ, "GetObject")),
                "InvalidInput",
                "The action is invalid since it is missing names");
    }

    @Test
    void aKindOfLaunchIsForLaunchesOnly() {
        Consumer<SimulateCustomPolicyRequest.Builder> request =
                simulate -> simulate.policyInputList(Documents.ALLOW_ALL).resourceHandlingOption("EC2-VPC-EBS");

        assertThat(simulate(request.andThen(simulate -> simulate.actionNames("ec2:RunInstances")
                                .resourceArns("arn:aws:ec2:us-east-1:" + ACCOUNT + ":instance/i-0")))
                        .evaluationResults())
                .hasSize(1);
        assertThat(only(request).evalDecisionAsString()).isEqualTo("allowed");
        assertRefused(
                () -> only(request.andThen(simulate -> simulate.resourceArns(A))),
                "InvalidInput",
                "Invalid input resource handling options. Action does not support resource handling options:"
                        + " s3:GetObject. Please refer to the documentation for more details:"
                        + " https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html");
    }

    @Test
    void anOrganizationMustAllowOnEveryLevel() {
        assertThat(withOrganization(List.of(List.of(Documents.ALLOW_ALL), List.of(Documents.ALLOW_ALL))))
                .isEqualTo("allowed true 1");
        assertThat(withOrganization(List.of(List.of(Documents.ALLOW_ALL), List.of(ALLOW_WRITE))))
                .isEqualTo("implicitDeny false 0");
        assertThat(withOrganization(List.of(List.of(DENY_READ, Documents.ALLOW_ALL), List.of(Documents.ALLOW_ALL))))
                .isEqualTo("explicitDeny false 0");
        assertRefused(
                () -> withOrganization(List.of(List.of())),
                "InvalidInput",
                "Organization policy at index 1 must contain at least one service control policy");
    }

    private String withOrganization(List<List<String>> levels) {
        EvaluationResult result = only(request -> request.policyInputList(ALLOW_READ)
                .orderedOrganizationPolicyInputList(levels.stream()
                        .map(policies -> OrderedOrganizationPolicyType.builder()
                                .serviceControlPolicyInputList(policies)
                                .build())
                        .toList()));
        return result.evalDecisionAsString() + " "
                + result.organizationsDecisionDetail().allowedByOrganizations() + " "
                + result.matchedStatements().size();
    }

    @Test
    void actionsComeInPages() {
        List<String> actions = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            actions.add("s3:Action" + i);
        }
        List<String> found = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        String marker = null;
        do {
            String from = marker;
            SimulateCustomPolicyResponse page = simulate(request ->
                    request.policyInputList(ALLOW_READ).actionNames(actions).marker(from));
            page.evaluationResults().forEach(result -> found.add(result.evalActionName()));
            pages.add(page.evaluationResults().size());
            marker = page.marker();
            assertThat(page.isTruncated()).isEqualTo(marker != null);
        } while (marker != null);

        assertThat(found).isEqualTo(actions);
        assertThat(pages).containsExactly(100, 100, 50);
        assertThat(simulate(request -> request.policyInputList(ALLOW_READ)
                                .actionNames(actions)
                                .maxItems(7))
                        .evaluationResults())
                .hasSize(7);
        assertRefused(
                () -> only(request -> request.policyInputList(ALLOW_READ).marker("not-a-marker")),
                "InvalidInput",
                "Invalid marker for pagination.");
    }

    @Test
    void whatIsMuchWorkComesInSmallerPagesAndTooMuchIsRefused() {
        String large = ALLOW_READ + " ".repeat(100_000);
        List<String> resources = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            resources.add(A + i);
        }

        SimulateCustomPolicyResponse page = simulate(request -> request.policyInputList(large)
                .actionNames("s3:A", "s3:B", "s3:C")
                .resourceArns(resources));
        assertThat(page.evaluationResults()).hasSize(2);
        assertThat(page.isTruncated()).isTrue();
        assertRefused(
                () -> only(
                        request -> request.policyInputList(large, large, large).resourceArns(resources)),
                "InvalidInput",
                "The policies, resources and context values are too long for one simulation.");
        assertRefused(
                () -> only(
                        request -> request.policyInputList(large).contextEntries(text("x:long", "a".repeat(60_000)))),
                "InvalidInput",
                "The policies, resources and context values are too long for one simulation.");
    }
}
