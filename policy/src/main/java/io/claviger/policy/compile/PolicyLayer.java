package io.claviger.policy.compile;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Policies of one kind that count together: one statement that denies is enough to deny, and one that allows is enough for
 * this layer to allow. Immutable.
 */
public final class PolicyLayer {

    // Loops, not streams, make layers: a question about all principals of an account makes one for each of them.

    /** From so many policies on, their statements are brought together in one index. */
    private static final int MANY = 32;

    /** And from so many on that look the resource up, so that it is looked up once. */
    private static final int MANY_CROWDED = 4;

    private static final Map<PolicyType, Decision> MISSING = new EnumMap<>(PolicyType.class);

    static {
        for (PolicyType type : PolicyType.values()) {
            MISSING.put(type, new ImplicitlyDenied(type));
        }
    }

    private final PolicyType type;
    private final Decision missing;
    private final List<CompiledPolicy> policies;
    private final Indexes denying;
    private final Indexes allowing;
    private final int merged;

    /**
     * Brings policies together.
     *
     * @throws IllegalArgumentException if one names principals though policies of the layer's type must not, or the other
     *     way round
     */
    public PolicyLayer(PolicyType type, List<CompiledPolicy> policies) {
        for (CompiledPolicy policy : policies) {
            if (policy.type().namesPrincipals() != type.namesPrincipals()) {
                throw new IllegalArgumentException(policy.name() + " is not a policy of type " + type);
            }
        }
        this.type = type;
        this.missing = Objects.requireNonNull(MISSING.get(type));
        this.policies = List.copyOf(policies);
        if (policies.size() < MANY
                && crowded(policies, CompiledPolicy::denying) < MANY_CROWDED
                && crowded(policies, CompiledPolicy::allowing) < MANY_CROWDED) {
            this.denying = Indexes.of(policies, CompiledPolicy::denying);
            this.allowing = Indexes.of(policies, CompiledPolicy::allowing);
            this.merged = 0;
        } else {
            this.denying = new Indexes(merged(policies, true));
            this.allowing = new Indexes(merged(policies, false));
            this.merged = policies.stream()
                    .mapToInt(policy -> policy.statements().size())
                    .sum();
        }
    }

    /** The one layer of a kind that has no levels. */
    public static PolicyLayer[] only(PolicyType type, List<CompiledPolicy> policies) {
        return new PolicyLayer[] {new PolicyLayer(type, policies)};
    }

    /** The layers of a kind that has levels, in the order of the levels. */
    public static PolicyLayer[] levels(PolicyType type, List<List<CompiledPolicy>> levels) {
        PolicyLayer[] layers = new PolicyLayer[levels.size()];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = new PolicyLayer(type, levels.get(i));
        }
        return layers;
    }

    private static int crowded(List<CompiledPolicy> policies, Function<CompiledPolicy, ActionIndex> index) {
        int crowded = 0;
        for (CompiledPolicy policy : policies) {
            crowded += index.apply(policy).isCrowded() ? 1 : 0;
        }
        return crowded;
    }

    private static ActionIndex merged(List<CompiledPolicy> policies, boolean denying) {
        ActionIndex.Builder index = new ActionIndex.Builder();
        for (CompiledPolicy policy : policies) {
            policy.statements().stream()
                    .filter(statement -> statement.denies() == denying)
                    .forEach(index::add);
        }
        return index.build();
    }

    /** How many statements are in an index that this layer shares with no other. */
    public int merged() {
        return merged;
    }

    /** As what its policies are evaluated. */
    public PolicyType type() {
        return type;
    }

    /** Its policies, in the order given. */
    public List<CompiledPolicy> policies() {
        return policies;
    }

    /** The denial by a statement; null if none denies. */
    public @Nullable ExplicitlyDenied denial(AuthorizationRequest request, @Nullable Grantee grantee) {
        CompiledStatement found = denying.find(request, grantee);
        return found == null ? null : new ExplicitlyDenied(found.identity(), type);
    }

    /** The decision if none of its statements allows, and one must. */
    public Decision missing() {
        return missing;
    }

    /** A statement that allows; null if none does. */
    public @Nullable CompiledStatement allowance(AuthorizationRequest request, @Nullable Grantee grantee) {
        return allowing.find(request, grantee);
    }

    /** Indexes and, next to each other in memory, the services that each of them is about. */
    private static final class Indexes {

        private final ActionIndex[] indexes;
        private final long[] services;

        private Indexes(ActionIndex... indexes) {
            this.indexes = indexes;
            this.services = new long[indexes.length];
            for (int i = 0; i < indexes.length; i++) {
                services[i] = indexes[i].services();
            }
        }

        /** Those that are about any service at all. */
        private static Indexes of(List<CompiledPolicy> policies, Function<CompiledPolicy, ActionIndex> index) {
            List<ActionIndex> found = new ArrayList<>(policies.size());
            for (CompiledPolicy policy : policies) {
                ActionIndex one = index.apply(policy);
                if (one.services() != 0) {
                    found.add(one);
                }
            }
            return new Indexes(found.toArray(ActionIndex[]::new));
        }

        private @Nullable CompiledStatement find(AuthorizationRequest request, @Nullable Grantee grantee) {
            long service = ActionIndex.bit(request.serviceHash());
            for (int i = 0; i < services.length; i++) {
                if ((services[i] & service) != 0) {
                    CompiledStatement found = indexes[i].find(request, grantee);
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        }
    }
}
