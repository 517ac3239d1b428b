package io.claviger.policy;

import org.jspecify.annotations.Nullable;

/**
 * A policy, ready to be evaluated; it may be shared by all the principals it is attached to. Immutable, and safe for use
 * by many threads.
 */
public final class CompiledPolicy {

    private final String name;
    private final ActionIndex denying;
    private final ActionIndex allowing;

    private CompiledPolicy(String name, ActionIndex denying, ActionIndex allowing) {
        this.name = name;
        this.denying = denying;
        this.allowing = allowing;
    }

    /**
     * Compiles a policy.
     *
     * @param name what decisions call it, such as its ARN
     * @param document the policy
     */
    public static CompiledPolicy compile(String name, PolicyDocument document) {
        ActionIndex.Builder denying = new ActionIndex.Builder();
        ActionIndex.Builder allowing = new ActionIndex.Builder();
        for (Statement statement : document.statements()) {
            CompiledStatement compiled = new CompiledStatement(name, statement, document.version());
            (compiled.denies() ? denying : allowing).add(statement.actions(), compiled);
        }
        return new CompiledPolicy(name, denying.build(), allowing.build());
    }

    /** What decisions call the policy. */
    public String name() {
        return name;
    }

    boolean canDeny() {
        return !denying.isEmpty();
    }

    boolean canAllow() {
        return !allowing.isEmpty();
    }

    @Nullable
    CompiledStatement denial(AuthorizationRequest request, int service, int serviceHash, int actionHash) {
        return denying.find(request, service, serviceHash, actionHash);
    }

    @Nullable
    CompiledStatement allowance(AuthorizationRequest request, int service, int serviceHash, int actionHash) {
        return allowing.find(request, service, serviceHash, actionHash);
    }

    @Override
    public String toString() {
        return name;
    }
}
