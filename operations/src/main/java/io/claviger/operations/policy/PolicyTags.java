package io.claviger.operations.policy;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.ManagedPolicy;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.operations.request.PolicyArns;
import io.claviger.operations.request.Tagging;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;

/** Managed policies' tags. AWS managed policies have none. */
public final class PolicyTags {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:ListPolicyTags",
                ListPolicyTagsRequest.class,
                NamedPolicy.read(ListPolicyTagsRequest::policyArn),
                this::list));
    }

    private ListPolicyTagsResponse list(Execution<ListPolicyTagsRequest> execution) {
        ListPolicyTagsRequest request = execution.request();
        String arn = request.policyArn();
        PolicyArns.requirePolicyArn(execution.call(), arn);
        var page = execution.read(reading -> {
            if (Arns.isAwsManagedPolicy(arn)) {
                AwsManagedPolicy aws = NamedPolicy.awsManaged(arn);
                return Tagging.page(aws.id(), List.of(), request.marker(), request.maxItems());
            }
            ManagedPolicy policy = NamedPolicy.in(reading, execution.call(), arn);
            return Tagging.page(policy.id(), policy.tags(), request.marker(), request.maxItems());
        });
        return ListPolicyTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }
}
