package io.claviger.iam.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.store.Reading;
import io.claviger.policy.CompiledPolicy;
import io.claviger.policy.MalformedPolicy;
import io.claviger.policy.PolicyDocument;
import io.claviger.policy.PolicyParser;
import io.claviger.policy.PolicyType;
import java.util.Optional;

/**
 * Stored policies in the form in which they decide. A version of a managed policy never changes, so what was compiled
 * once is kept, within bounds, and never stale. Thread-safe.
 */
final class CompiledPolicies {

    // What was compiled takes several times the room of its text.
    private static final int HEAP_BYTES_PER_CHARACTER = 32;

    private final Cache<String, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_CHARACTER)
            .weigher((String key, Kept policy) -> key.length() + policy.characters())
            .build();

    private record Kept(CompiledPolicy policy, int characters) {}

    /**
     * A managed policy in force.
     *
     * @param id the policy's unique ID, on which whoever is bound by it depends
     */
    record InForce(String id, CompiledPolicy policy) {}

    /** The version in force of the policy of this ARN, AWS managed or one of the account's own. */
    Optional<InForce> managed(Reading reading, String accountId, String arn, PolicyType type) {
        if (arn.startsWith(Arns.AWS_MANAGED_POLICY)) {
            return AwsManagedPolicies.find(arn)
                    .map(policy -> new InForce(
                            policy.id(),
                            kept(arn, policy.defaultVersionId(), type, AwsManagedPolicies.document(policy))));
        }
        return reading.policyNamed(accountId, Arns.nameIn(arn))
                .filter(policy -> policy.arn().equals(arn))
                .map(policy -> new InForce(policy.id(), versionInForce(reading, policy, type)));
    }

    /**
     * Compiles a stored document.
     *
     * @throws IllegalStateException when it cannot be parsed: it was accepted when it was written, so the store is
     *     damaged, and what such a policy denied must not become allowed
     */
    static CompiledPolicy compile(String name, String document, PolicyType type) {
        return switch (PolicyParser.parse(document, type)) {
            case PolicyDocument parsed -> CompiledPolicy.compile(name, parsed);
            case MalformedPolicy malformed ->
                throw new IllegalStateException("stored policy " + name + ": " + malformed.message());
        };
    }

    private CompiledPolicy versionInForce(Reading reading, ManagedPolicy policy, PolicyType type) {
        PolicyVersion version = reading.version(policy.id(), policy.defaultVersion())
                .orElseThrow(() -> new IllegalStateException("no default version of " + policy.arn()));
        return kept(policy.arn(), policy.id() + version.versionId(), type, version.document());
    }

    private CompiledPolicy kept(String arn, String version, PolicyType type, String document) {
        return kept.get(
                        type + " " + arn + " " + version,
                        key -> new Kept(compile(arn, document, type), document.length()))
                .policy();
    }
}
