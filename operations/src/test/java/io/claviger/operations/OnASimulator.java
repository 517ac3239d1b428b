package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.Statement;

/** A test that asks the simulator about reading an object. */
abstract class OnASimulator extends OnAWorkbench {

    static final String A = "arn:aws:s3:::data/a";
    static final String B = "arn:aws:s3:::data/b";
    static final String READ = "s3:GetObject";
    static final String ALLOW_READ = Documents.allow(READ, "*");
    static final String ALLOW_WRITE = Documents.allow("s3:PutObject", "*");
    static final String DENY_READ = Documents.policy(Documents.statement("Deny", READ, "*"));
    static final String BOB = ARN + "user/people/bob";
    static final String OTHER_ROOT = "arn:aws:iam::" + Workbench.OTHER_ACCOUNT + ":root";

    SimulateCustomPolicyResponse simulate(Consumer<SimulateCustomPolicyRequest.Builder> request) {
        return admin.simulateCustomPolicy(request);
    }

    EvaluationResult only(Consumer<SimulateCustomPolicyRequest.Builder> request) {
        List<EvaluationResult> results =
                simulate(request.andThen(rest -> rest.actionNames(READ))).evaluationResults();
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    /** A statement as results tell of it: policy, type, and where it begins and ends. */
    static String told(Statement statement) {
        return statement.sourcePolicyId() + " " + statement.sourcePolicyTypeAsString() + " "
                + statement.startPosition().line() + ":"
                + statement.startPosition().column() + "-"
                + statement.endPosition().line() + ":" + statement.endPosition().column();
    }

    static List<String> told(List<Statement> statements) {
        return statements.stream().map(OnASimulator::told).toList();
    }

    /** A policy with a condition, in which ' stands for a quotation mark, and ~ for '. */
    static String ifKeyIs(String action, String operatorAndKey) {
        return Documents.allowIf(action, "{" + operatorAndKey + "}").replace('~', '\'');
    }

    static String resourcePolicy(String effect, String principal, String action) {
        return Documents.policy("{\"Effect\":\"" + effect + "\",\"Principal\":{\"AWS\":\"" + principal
                + "\"},\"Action\":\"" + action + "\",\"Resource\":\"arn:aws:s3:::data/*\"}");
    }

    /** A key with one value, which is text. */
    static ContextEntry text(String key, String value) {
        return ContextEntry.builder()
                .contextKeyName(key)
                .contextKeyType("string")
                .contextKeyValues(value)
                .build();
    }
}
