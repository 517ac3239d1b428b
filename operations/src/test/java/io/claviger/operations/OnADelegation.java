package io.claviger.operations;

import io.claviger.operations.delegation.DelegationSteps;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.DelegationRequest;
import software.amazon.awssdk.services.iam.model.PolicyParameter;
import software.amazon.awssdk.services.iam.model.StateType;

/** A test with an account that asks, the partner, and the workbench's own account, which is asked. */
abstract class OnADelegation extends OnAWorkbench {

    static final String PARTNER = Workbench.OTHER_ACCOUNT;
    static final String TOPIC = "arn:aws:sns:us-east-1:" + PARTNER + ":partner-notifications";
    static final String BUCKET_POLICY = Documents.policy(
            Documents.statement("Allow", "s3:GetObject", "arn:aws:s3:::@{bucket}/*"),
            Documents.statement("Allow", "s3:ListBucket", "arn:aws:s3:::@{bucket}"));

    final IamClient partner = bench.otherAdministrator().iam();
    final String template = template("access", BUCKET_POLICY);

    String template(String name, String document) {
        return partner.createPolicy(create -> create.policyName(name).policyDocument(document))
                .policy()
                .arn();
    }

    /** The ID of a new request for the bucket "landing", with the changes. */
    String ask(Consumer<CreateDelegationRequestRequest.Builder> changes) {
        return partner.createDelegationRequest(asking(changes)).delegationRequestId();
    }

    String ask() {
        return ask(_ -> {});
    }

    CreateDelegationRequestRequest asking(Consumer<CreateDelegationRequestRequest.Builder> changes) {
        var request = CreateDelegationRequestRequest.builder()
                .description("Sets up the pipeline")
                .requestorWorkflowId("workflow-" + count++)
                .notificationChannel(TOPIC)
                .sessionDuration(7200)
                .permissions(permissions ->
                        permissions.policyTemplateArn(template).parameters(parameter("bucket", "string", "landing")));
        changes.accept(request);
        return request.build();
    }

    private int count;

    static PolicyParameter parameter(@Nullable String name, @Nullable String type, String... values) {
        return PolicyParameter.builder().name(name).type(type).values(values).build();
    }

    DelegationRequest get(IamClient client, String id) {
        return client.getDelegationRequest(get -> get.delegationRequestId(id)).delegationRequest();
    }

    StateType state(String id) {
        return get(admin, id).state();
    }

    static String token(IamClient client, String id) {
        return client.sendDelegationToken(send -> send.delegationRequestId(id))
                .sdkHttpResponse()
                .firstMatchingHeader(DelegationSteps.TOKEN_HEADER)
                .orElseThrow();
    }

    void after(String id, DelegationStep... steps) {
        for (DelegationStep step : steps) {
            step.by(admin, id);
        }
    }
}
