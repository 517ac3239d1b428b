package io.claviger.operations.policy;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Quotas;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.operations.request.PolicyArn;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Tagging;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;

/** Managed policies' tags. AWS managed policies have none. */
public final class PolicyTags {

    private final Tagging<ManagedPolicy> tagging;

    /** Policies' tags within these quotas. */
    public PolicyTags(Quotas quotas) {
        this.tagging = new Tagging<>(quotas.tagsPerEntity());
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:TagPolicy",
                        TagPolicyRequest.class,
                        taggable(TagPolicyRequest::policyArn).setting(tag -> RequestedTags.of(tag.tags())),
                        this::tag),
                Operation.on(
                        "iam:UntagPolicy",
                        UntagPolicyRequest.class,
                        taggable(UntagPolicyRequest::policyArn).removing(UntagPolicyRequest::tagKeys),
                        this::untag),
                Operation.on(
                        "iam:ListPolicyTags",
                        ListPolicyTagsRequest.class,
                        NamedPolicy.read(ListPolicyTagsRequest::policyArn),
                        this::list));
    }

    /** Refuses AWS's own policies for every caller: they can have no tags. */
    private static <Q> Finder<Q> taggable(Function<Q, String> arn) {
        Finder<Q> policy = NamedPolicy.changed(arn);
        return (view, call, request) -> {
            if (Arns.isAwsManagedPolicy(PolicyArn.required(call, arn.apply(request)))) {
                throw Refused.invalidInput("Tags not supported for policies in this domain");
            }
            return policy.find(view, call, request);
        };
    }

    private TagPolicyResponse tag(Execution<TagPolicyRequest> execution) {
        TagPolicyRequest request = execution.request();
        tagging.tag(execution, policy(execution, request.policyArn()), request.tags());
        return TagPolicyResponse.builder().build();
    }

    private UntagPolicyResponse untag(Execution<UntagPolicyRequest> execution) {
        UntagPolicyRequest request = execution.request();
        tagging.untag(execution, policy(execution, request.policyArn()), request.tagKeys());
        return UntagPolicyResponse.builder().build();
    }

    private ListPolicyTagsResponse list(Execution<ListPolicyTagsRequest> execution) {
        ListPolicyTagsRequest request = execution.request();
        String arn = request.policyArn();
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

    private static Function<Reading, ManagedPolicy> policy(Execution<?> execution, String arn) {
        return reading -> NamedPolicy.in(reading, execution.call(), arn);
    }
}
