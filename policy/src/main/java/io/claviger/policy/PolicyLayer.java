package io.claviger.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies of which one is enough to deny, and one to allow. Immutable. */
final class PolicyLayer {

    private final List<CompiledPolicy> denying;
    private final List<CompiledPolicy> allowing;

    PolicyLayer(List<CompiledPolicy> policies) {
        this.denying = policies.stream().filter(CompiledPolicy::canDeny).toList();
        this.allowing = policies.stream().filter(CompiledPolicy::canAllow).toList();
    }

    @Nullable
    CompiledStatement denial(AuthorizationRequest request, int service, int serviceHash, int actionHash) {
        for (int i = 0; i < denying.size(); i++) {
            CompiledStatement found = denying.get(i).denial(request, service, serviceHash, actionHash);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Nullable
    CompiledStatement allowance(AuthorizationRequest request, int service, int serviceHash, int actionHash) {
        for (int i = 0; i < allowing.size(); i++) {
            CompiledStatement found = allowing.get(i).allowance(request, service, serviceHash, actionHash);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
