package io.claviger.operations;

import io.claviger.policy.document.PolicyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrderedOrganizationPolicyType;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/**
 * The policy simulator: what policies would say, of which nothing is asked or done.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html">Testing IAM
 *     policies with the IAM policy simulator</a>
 */
final class Simulator {

    /** How many characters of policies one call reads, so that it ends within seconds. */
    private static final long MOST_WORK = 50_000_000;

    /** The kinds of launch that AWS's simulator knows; each is for one action. */
    private static final Set<String> LAUNCHES = Set.of(
            "EC2-Classic-InstanceStore",
            "EC2-Classic-EBS",
            "EC2-VPC-InstanceStore",
            "EC2-VPC-InstanceStore-Subnet",
            "EC2-VPC-EBS",
            "EC2-VPC-EBS-Subnet");

    private static final String LAUNCH = "ec2:runinstances";

    private final Deployment deployment;

    Simulator(Deployment deployment) {
        this.deployment = deployment;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        SimulateCustomPolicyRequest.class,
                        (targets, call, request) -> Target.ANYTHING,
                        Simulator::simulateCustom),
                Operation.on(
                        SimulatePrincipalPolicyRequest.class,
                        (targets, call, request) -> SimulatedPrincipal.target(targets, call, request.policySourceArn()),
                        this::simulatePrincipal));
    }

    private static SimulateCustomPolicyResponse simulateCustom(Call call, SimulateCustomPolicyRequest request) {
        SimulationInput input = SimulationInput.of(request);
        if (input.callerArn() == null && input.resourcePolicy() != null) {
            throw Refused.invalidInput("Invalid caller - Caller cannot be null or empty.");
        }
        SimulatedCaller caller =
                input.callerArn() == null ? SimulatedCaller.unknown(call.accountId()) : caller(input.callerArn(), null);
        Page<EvaluationResult> page = page(call, input, caller, SimulatedPolicy.input(input.policies()), null);
        return SimulateCustomPolicyResponse.builder()
                .evaluationResults(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private SimulatePrincipalPolicyResponse simulatePrincipal(Call call, SimulatePrincipalPolicyRequest request) {
        SimulationInput input = SimulationInput.of(request);
        SimulatedPrincipal source =
                deployment.store().read(reading -> SimulatedPrincipal.find(reading, call, request.policySourceArn()));
        PolicyExclusions exclusions = new PolicyExclusions(request.policyExclusionList());
        List<SimulatedPolicy> identity = new ArrayList<>(exclusions.remaining(source.policies()));
        identity.addAll(SimulatedPolicy.input(input.policies()));
        SimulatedCaller caller = input.callerArn() == null
                ? SimulatedCaller.of(source.arn(), source.id())
                : caller(input.callerArn(), source);
        Page<EvaluationResult> page = page(call, input, caller, identity, exclusions.remaining(source.boundary()));
        return SimulatePrincipalPolicyResponse.builder()
                .evaluationResults(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static SimulatedCaller caller(String text, @Nullable SimulatedPrincipal source) {
        EntityArn arn = EntityArn.parse(text)
                .orElseThrow(() -> Refused.invalidInput(
                        "Invalid caller - Caller must be an IAM user, role or group in this context."));
        return SimulatedCaller.of(arn, source != null && source.arn().equals(arn) ? source.id() : null);
    }

    /** Every action is an item; AWS, too, gives fewer than were asked for when they are much work. */
    private static Page<EvaluationResult> page(
            Call call,
            SimulationInput input,
            SimulatedCaller caller,
            List<SimulatedPolicy> identity,
            @Nullable SimulatedPolicy ownBoundary) {
        Simulation simulation = simulation(input, caller, identity, ownBoundary);
        requireNamed(input);
        String scope = "simulation " + call.accountId();
        int from = offset(input.marker(), scope);
        int size = input.maxItems() == null ? Page.DEFAULT_MAX_ITEMS : input.maxItems();
        int affordable = (int) Math.min(size, MOST_WORK / Math.max(1, simulation.workPerAction()));
        if (affordable == 0) {
            throw Refused.invalidInput("The policies, resources and context values are too long for one simulation.");
        }
        List<EvaluationResult> results = input.actions().stream()
                .skip(from)
                .limit(affordable)
                .map(simulation::of)
                .toList();
        int next = from + results.size();
        return new Page<>(results, next < input.actions().size() ? Marker.after(Integer.toString(next), scope) : null);
    }

    private static Simulation simulation(
            SimulationInput input,
            SimulatedCaller caller,
            List<SimulatedPolicy> identity,
            @Nullable SimulatedPolicy ownBoundary) {
        String account = caller.requester().accountId();
        if (account == null) {
            throw new IllegalStateException("a simulated caller without an account");
        }
        SimulatedContext context = SimulatedContext.of(input.contextEntries(), caller);
        List<SimulatedResource> resources =
                SimulatedResource.of(input.resources(), SimulatedResource.ownerId(input.resourceOwner(), account));
        requireHandled(input, resources);
        SimulatedPolicies policies = new SimulatedPolicies(
                identity, boundary(input, ownBoundary), levels(input.organization()), resourcePolicy(input, resources));
        return new Simulation(policies, caller, context, resources);
    }

    private static @Nullable SimulatedPolicy boundary(SimulationInput input, @Nullable SimulatedPolicy own) {
        if (input.boundaries().size() > 1) {
            throw Refused.invalidInput("The list of Permissions Boundary policies cannot exceed 1 items.");
        }
        List<SimulatedPolicy> given = SimulatedPolicy.listed(
                input.boundaries(),
                SimulatedPolicy.BOUNDARY,
                "Permissions boundary policy input list",
                PolicyType.PERMISSIONS_BOUNDARY);
        return given.isEmpty() ? own : given.getFirst();
    }

    private static List<List<SimulatedPolicy>> levels(List<OrderedOrganizationPolicyType> organization) {
        List<List<SimulatedPolicy>> levels = new ArrayList<>();
        for (OrderedOrganizationPolicyType level : organization) {
            int place = levels.size() + 1;
            if (level.serviceControlPolicyInputList().isEmpty()) {
                throw Refused.invalidInput(
                        "Organization policy at index " + place + " must contain at least one service control policy");
            }
            levels.add(SimulatedPolicy.listed(
                    level.serviceControlPolicyInputList(),
                    "ServiceControlPolicyInputList",
                    "Service control policy input list of organization policy " + place,
                    PolicyType.SERVICE_CONTROL));
        }
        return levels;
    }

    private static @Nullable SimulatedPolicy resourcePolicy(SimulationInput input, List<SimulatedResource> resources) {
        if (input.resourcePolicy() == null) {
            return null;
        }
        if (resources.isEmpty()) {
            throw Refused.invalidInput("Invalid Entity Arn: * does not clearly define entity type and name.");
        }
        boolean roles = resources.stream().allMatch(SimulatedResource::isRole);
        return new SimulatedPolicy(
                SimulatedPolicy.RESOURCE,
                SimulatedPolicy.read(
                        input.resourcePolicy(), roles ? PolicyType.TRUST : PolicyType.RESOURCE, "Resource policy"));
    }

    private static void requireNamed(SimulationInput input) {
        if (input.actions().stream().anyMatch(action -> action.indexOf(':') < 0)) {
            throw Refused.invalidInput("The action is invalid since it is missing names");
        }
    }

    private static void requireHandled(SimulationInput input, List<SimulatedResource> resources) {
        String option = input.resourceHandlingOption();
        if (option == null || resources.isEmpty()) {
            return;
        }
        for (String action : input.actions()) {
            if (!LAUNCHES.contains(option) || !action.toLowerCase(Locale.ROOT).equals(LAUNCH)) {
                throw Refused.invalidInput("Invalid input resource handling options. Action does not support resource"
                        + " handling options: " + action + ". Please refer to the documentation for more details:"
                        + " https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html");
            }
        }
    }

    private static int offset(@Nullable String marker, String scope) {
        if (marker == null) {
            return 0;
        }
        try {
            return Integer.parseInt(Marker.read(marker, scope));
        } catch (Refused foreign) {
            throw Refused.invalidInput("Invalid marker for pagination.");
        }
    }
}
