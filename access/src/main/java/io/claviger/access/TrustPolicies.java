package io.claviger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.access.Resource.Trust;
import io.claviger.policy.decision.ResourcePolicies;
import io.claviger.policy.document.PolicyType;
import java.util.List;

/**
 * Whom roles trust, in the form that decides. A text never changes its meaning, so what was compiled once is kept, within
 * bounds, and never stale. Thread-safe.
 */
final class TrustPolicies {

    // What was compiled takes several times the room of its text; this is an eighth of the memory at most.
    private static final int HEAP_BYTES_PER_CHARACTER = 128;

    private final Cache<Trusting, ResourcePolicies> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_CHARACTER)
            .weigher((Trusting trusting, ResourcePolicies _) ->
                    trusting.document().length())
            .build();

    private record Trusting(String accountId, String document) {}

    /** The policies of a role of this account; nobody is trusted if there is no such role. */
    ResourcePolicies of(String accountId, Trust trust) {
        String document = trust.document();
        return document == null
                ? ResourcePolicies.role(accountId, null, List.of())
                : kept.get(new Trusting(accountId, document), TrustPolicies::compiled);
    }

    private static ResourcePolicies compiled(Trusting trusting) {
        return ResourcePolicies.role(
                trusting.accountId(),
                CompiledPolicies.compile("trust policy", trusting.document(), PolicyType.TRUST),
                List.of());
    }
}
