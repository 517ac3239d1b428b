package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/** Simulations of what users and roles may do. */
abstract class SimulatedPrincipal extends OnASimulator {

    static final String USER = ARN + "user/people/carol";
    static final String DELETE = "s3:DeleteObject";

    EvaluationResult of(String source, String action, Consumer<SimulatePrincipalPolicyRequest.Builder> more) {
        Consumer<SimulatePrincipalPolicyRequest.Builder> request =
                simulate -> simulate.policySourceArn(source).actionNames(action);
        List<EvaluationResult> results =
                admin.simulatePrincipalPolicy(request.andThen(more)).evaluationResults();
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    String decision(String source, String action) {
        return of(source, action, _ -> {}).evalDecisionAsString();
    }

    /** Carol may read by a policy of her own, write by her group's, and delete by a managed one of both. */
    void carolAndHerGroup() {
        admin.createUser(create -> create.userName("carol").path("/people/"));
        admin.createGroup(create -> create.groupName("readers"));
        admin.addUserToGroup(add -> add.userName("carol").groupName("readers"));
        admin.putUserPolicy(put -> put.userName("carol").policyName("Reads").policyDocument(ALLOW_READ));
        admin.putGroupPolicy(
                put -> put.groupName("readers").policyName("Writes").policyDocument(ALLOW_WRITE));
        String managed = admin.createPolicy(
                        create -> create.policyName("Deletes").policyDocument(Documents.allow(DELETE, "*")))
                .policy()
                .arn();
        admin.attachUserPolicy(attach -> attach.userName("carol").policyArn(managed));
        admin.attachGroupPolicy(attach -> attach.groupName("readers").policyArn(managed));
    }
}
