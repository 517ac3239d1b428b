package io.claviger.operations.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.OrderedOrganizationPolicyType;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/**
 * What both operations of the simulator take.
 *
 * @param policies texts of identity policies
 * @param boundaries texts of permissions boundaries
 * @param organization service control policies, level by level
 * @param resources their ARNs; empty for any
 */
record SimulationInput(
        List<String> policies,
        List<String> boundaries,
        List<OrderedOrganizationPolicyType> organization,
        List<String> actions,
        List<String> resources,
        @Nullable String resourcePolicy,
        @Nullable String resourceOwner,
        @Nullable String callerArn,
        List<ContextEntry> contextEntries,
        @Nullable String resourceHandlingOption,
        @Nullable Integer maxItems,
        @Nullable String marker) {

    static SimulationInput of(SimulateCustomPolicyRequest request) {
        return new SimulationInput(
                request.policyInputList(),
                request.permissionsBoundaryPolicyInputList(),
                request.orderedOrganizationPolicyInputList(),
                request.actionNames(),
                request.resourceArns(),
                request.resourcePolicy(),
                request.resourceOwner(),
                request.callerArn(),
                request.contextEntries(),
                request.resourceHandlingOption(),
                request.maxItems(),
                request.marker());
    }

    static SimulationInput of(SimulatePrincipalPolicyRequest request) {
        return new SimulationInput(
                request.policyInputList(),
                request.permissionsBoundaryPolicyInputList(),
                List.of(),
                request.actionNames(),
                request.resourceArns(),
                request.resourcePolicy(),
                request.resourceOwner(),
                request.callerArn(),
                request.contextEntries(),
                request.resourceHandlingOption(),
                request.maxItems(),
                request.marker());
    }
}
