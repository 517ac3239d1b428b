package io.claviger.operations.policy;

import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.RequestedPath;
import io.claviger.operations.request.Shapes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;

/**
 * The list of managed policies: first the account's own, then AWS's, each by name. A marker names the policy after which
 * the next page begins by its part of the list and its name.
 */
public final class PolicyList {

    /** In the order of the account's own policies: by name without case. */
    private static final Comparator<AwsManagedPolicy> BY_NAME =
            Comparator.comparing(AwsManagedPolicy::name, String.CASE_INSENSITIVE_ORDER);

    private static final String OWN = "own/";
    private static final String AWS = "aws/";

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        // The action is on no resource; AWS's refusals call it a path all the same.
        return Stream.of(Operation.on(
                "iam:ListPolicies",
                ListPoliciesRequest.class,
                (view, call, request) ->
                        Target.shownAs("*", "policy path " + RequestedPath.of(request.pathPrefix()), call),
                PolicyList::list));
    }

    private static ListPoliciesResponse list(Execution<ListPoliciesRequest> execution) {
        Call call = execution.call();
        ListPoliciesRequest request = execution.request();
        Page.Request asked = new Page.Request(
                String.join(
                        " ",
                        "policies",
                        call.accountId(),
                        request.scopeAsString(),
                        request.pathPrefix(),
                        request.policyUsageFilterAsString(),
                        Boolean.toString(onlyAttached(request))),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return execution.read(reading -> {
            Page<Listed> page = asked.of(listed(reading, call, request, asked.slice()), Listed::position);
            return ListPoliciesResponse.builder()
                    .policies(page.map(Listed::policy).items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    /**
     * A policy in the list.
     *
     * @param position its part of the list and its name
     */
    private record Listed(String position, Policy policy) {}

    private static List<Listed> listed(Reading reading, Call call, ListPoliciesRequest request, Slice slice) {
        List<Listed> found = new ArrayList<>();
        String after = slice.after();
        Set<String> attached = new HashSet<>(reading.policies().attachedArns(call.accountId()));
        boolean pastOwn = after != null && after.startsWith(AWS);
        if (request.scope() != PolicyScopeType.AWS && !pastOwn) {
            collectOwn(found, reading, call, request, slice, attached);
        }
        if (request.scope() != PolicyScopeType.LOCAL) {
            String afterAws = pastOwn && after != null ? after.substring(AWS.length()) : null;
            AwsManagedPolicies.all().stream()
                    .map(policy -> policy.in(call.partition()))
                    .sorted(BY_NAME)
                    .filter(policy -> afterAws == null || policy.name().compareToIgnoreCase(afterAws) > 0)
                    .filter(policy -> policy.path().startsWith(slice.pathPrefix()))
                    .filter(policy -> isWanted(reading, call, request, policy.arn(), attached))
                    .limit(slice.limit() - found.size())
                    .forEach(policy -> found.add(new Listed(AWS + policy.name(), shape(reading, call, policy))));
        }
        return found;
    }

    private static void collectOwn(
            List<Listed> into,
            Reading reading,
            Call call,
            ListPoliciesRequest request,
            Slice slice,
            Set<String> attached) {
        String after = slice.after() == null ? null : slice.after().substring(OWN.length());
        // Filters can leave a page short of what it may hold, so the rest of the list is read on until it is full.
        Slice rest = new Slice(slice.pathPrefix(), after, Integer.MAX_VALUE);
        reading.policies().list(call.accountId(), rest).stream()
                .filter(policy -> isWanted(reading, call, request, policy.arn(call.partition()), attached))
                .limit(slice.limit())
                .forEach(policy -> into.add(new Listed(OWN + policy.name(), shape(reading, call, policy))));
    }

    private static Policy shape(Reading reading, Call call, ManagedPolicy policy) {
        String arn = policy.arn(call.partition());
        return Shapes.policy(
                policy,
                call.partition(),
                reading.policies().attachmentCount(call.accountId(), arn),
                reading.policies().boundaryCount(call.accountId(), arn));
    }

    private static Policy shape(Reading reading, Call call, AwsManagedPolicy policy) {
        return Shapes.policy(
                policy,
                reading.policies().attachmentCount(call.accountId(), policy.arn()),
                reading.policies().boundaryCount(call.accountId(), policy.arn()));
    }

    private static boolean isWanted(
            Reading reading, Call call, ListPoliciesRequest request, String arn, Set<String> attached) {
        boolean usedAsBoundary = request.policyUsageFilter() == PolicyUsageType.PERMISSIONS_BOUNDARY;
        if (usedAsBoundary) {
            return reading.policies().boundaryCount(call.accountId(), arn) > 0;
        }
        return (request.policyUsageFilter() == null && !onlyAttached(request)) || attached.contains(arn);
    }

    private static boolean onlyAttached(ListPoliciesRequest request) {
        return isTrue(request.onlyAttached());
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
