package io.claviger.policy.compile;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The control policies on an account's way down an organization: those of the root, of every unit between, and of the
 * account. Each level must allow by itself. Without levels there is no organization, or the account manages it, and then
 * nothing is bounded. Immutable.
 */
public final class ControlLevels {

    private final List<PolicyLayer> levels;

    public ControlLevels(PolicyType type, List<List<CompiledPolicy>> levels) {
        this.levels =
                levels.stream().map(policies -> new PolicyLayer(type, policies)).toList();
    }

    public List<PolicyLayer> levels() {
        return levels;
    }

    public @Nullable ExplicitlyDenied denial(AuthorizationRequest request, @Nullable Asker asker) {
        for (int i = 0; i < levels.size(); i++) {
            ExplicitlyDenied denied = levels.get(i).denial(request, asker);
            if (denied != null) {
                return denied;
            }
        }
        return null;
    }

    public boolean allow(AuthorizationRequest request, @Nullable Asker asker) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).allowance(request, asker) == null) {
                return false;
            }
        }
        return true;
    }
}
