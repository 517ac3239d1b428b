package io.claviger.operations;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.ExplainedStatement;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.MatchedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.Statement;

/** All the policies of a simulation, ready to decide, and what results say of their statements. For one thread. */
final class SimulatedPolicies {

    private final List<SimulatedPolicy> all = new ArrayList<>();
    private final Map<MatchedStatement, Statement> shapes = new HashMap<>();
    private final PrincipalPolicies principal;
    private final @Nullable CompiledPolicy resource;
    private final boolean bounded;
    private final int levels;

    /**
     * Compiles policies.
     *
     * @param identity those that grant to the principal
     * @param boundary the principal's boundary, if it has one
     * @param levels the service control policies of the levels of an organization, from its root on; empty for none
     * @param resource the policy of every resource, if they have one
     */
    SimulatedPolicies(
            List<SimulatedPolicy> identity,
            @Nullable SimulatedPolicy boundary,
            List<List<SimulatedPolicy>> levels,
            @Nullable SimulatedPolicy resource) {
        this.principal = PrincipalPolicies.of(
                compiled(identity),
                boundary == null ? null : compiled(boundary),
                null,
                levels.stream().map(this::compiled).toList());
        this.resource = resource == null ? null : compiled(resource);
        this.bounded = boundary != null;
        this.levels = levels.size();
    }

    private List<CompiledPolicy> compiled(List<SimulatedPolicy> policies) {
        return policies.stream().map(this::compiled).toList();
    }

    /** Two policies may have one name, so decisions call a policy by its place here. */
    private CompiledPolicy compiled(SimulatedPolicy policy) {
        all.add(policy);
        return CompiledPolicy.compile(Integer.toString(all.size() - 1), policy.document());
    }

    private SimulatedPolicy source(MatchedStatement statement) {
        return all.get(Integer.parseInt(statement.policy()));
    }

    PrincipalPolicies principal() {
        return principal;
    }

    @Nullable
    CompiledPolicy resource() {
        return resource;
    }

    /** Whether the principal has a boundary. */
    boolean bounded() {
        return bounded;
    }

    /** How many levels of service control policies there are; none without an organization. */
    int levels() {
        return levels;
    }

    /** How long they can become together, in characters, with the values of their variables. */
    long length(long longestValue) {
        return all.stream().mapToLong(policy -> policy.length(longestValue)).sum();
    }

    /** What results say of a statement. */
    Statement shape(ExplainedStatement statement) {
        return shapes.computeIfAbsent(statement.statement(), matched -> {
            SimulatedPolicy source = source(matched);
            StatementPositions positions =
                    new StatementPositions(source.document().text());
            return Statement.builder()
                    .sourcePolicyId(source.id())
                    .sourcePolicyType(title(statement.type()))
                    .startPosition(positions.start(statement.span()))
                    .endPosition(positions.end(statement.span()))
                    .build();
        });
    }

    /** What AWS calls the policies of a type in results; its own model has other words, which it does not use. */
    static String title(PolicyType type) {
        return switch (type) {
            case IDENTITY -> "IAM Policy";
            case PERMISSIONS_BOUNDARY -> "Permissions Boundary Policy";
            case RESOURCE, TRUST -> "Resource Policy";
            case SERVICE_CONTROL -> "Service Control Policy";
            case RESOURCE_CONTROL -> "Resource Control Policy";
            case SESSION -> "Session Policy";
        };
    }

    /** The condition keys that the policies refer to and that were not given, each once. */
    List<String> keysBeyond(Set<String> given) {
        Map<String, String> missing = new LinkedHashMap<>();
        for (SimulatedPolicy policy : all) {
            for (String key : policy.contextKeys()) {
                missing.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            }
        }
        missing.keySet().removeAll(given);
        return List.copyOf(missing.values());
    }
}
