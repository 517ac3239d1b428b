package io.claviger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.store.PolicyQueries;
import io.claviger.iam.store.Reading;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stored policies in the form in which they decide. A version of a managed policy never changes, nor does a text, so what
 * was compiled once is kept, within bounds, and never stale; all who are bound by it share it. Thread-safe.
 */
final class CompiledPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(CompiledPolicies.class);
    private static final String DENY_ALL = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}""";

    // What was compiled takes several times the room of its text.
    private static final int HEAP_BYTES_PER_CHARACTER = 32;

    private final Cache<Source, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_CHARACTER)
            .weigher((Source source, Kept policy) -> source.name().length() + policy.characters())
            .build();

    /**
     * What a policy is compiled of.
     *
     * @param version what distinguishes it from others of its name: the version's ID, or an inline policy's text
     */
    private record Source(PolicyType type, String name, String version) {}

    private record Kept(CompiledPolicy policy, int characters) {}

    /**
     * A managed policy in force.
     *
     * @param id the policy's unique ID, on which everyone bound by it depends
     */
    record InForce(String id, CompiledPolicy policy) {}

    /**
     * The version in force of the policy of this ARN, AWS managed or one of the account's own. One that is not there,
     * since AWS retired it or the store is damaged, could have denied anything, so it denies everything.
     */
    InForce managed(Reading reading, String accountId, String arn, PolicyType type) {
        return find(reading, accountId, arn, type).orElseGet(() -> {
            LOG.error(
                    "account {} uses the policy {}, which is not there: anyone who has it is denied everything"
                            + " until it is detached",
                    accountId,
                    arn);
            return new InForce(arn, parsed(arn, DENY_ALL, type).orElseThrow());
        });
    }

    private Optional<InForce> find(Reading reading, String accountId, String arn, PolicyType type) {
        if (Arns.isAwsManagedPolicy(arn)) {
            return AwsManagedPolicies.find(arn)
                    .map(policy -> new InForce(
                            policy.id(),
                            kept(
                                    new Source(type, arn, policy.defaultVersionId()),
                                    () -> AwsManagedPolicies.document(policy))));
        }
        return reading.policies()
                .inForce(accountId, Arns.nameIn(arn))
                .filter(policy -> ManagedPolicy.isNamedBy(arn, accountId, policy.path(), policy.name()))
                .flatMap(policy -> versionInForce(reading, policy, arn, type)
                        .map(compiled -> new InForce(policy.policyId(), compiled)));
    }

    /** A policy that is a user's or a group's own. */
    CompiledPolicy inline(InlinePolicy policy) {
        String text = policy.document();
        return kept(new Source(PolicyType.IDENTITY, "inline:" + policy.name(), text), () -> text);
    }

    /** A policy that was passed when a session was made. */
    CompiledPolicy passed(String text) {
        return kept(new Source(PolicyType.SESSION, "session policy", text), () -> text);
    }

    /**
     * Compiles a stored document. It was accepted when it was written, so one that cannot be parsed means a damaged store;
     * what such a policy denied must not become allowed, so it denies everything.
     */
    static CompiledPolicy compile(String name, String document, PolicyType type) {
        return parsed(name, document, type)
                .or(() -> parsed(name, DENY_ALL, type))
                .orElseThrow();
    }

    private static Optional<CompiledPolicy> parsed(String name, String document, PolicyType type) {
        return switch (PolicyParser.parse(document, type)) {
            case PolicyDocument parsed -> Optional.of(CompiledPolicy.compile(name, parsed));
            case MalformedPolicy malformed -> {
                LOG.error(
                        "the stored policy {} cannot be evaluated, so it denies everything: {}",
                        name,
                        malformed.message());
                yield Optional.empty();
            }
        };
    }

    /** Its document, which is most of what there is to read, is read only if it is not kept. */
    private Optional<CompiledPolicy> versionInForce(
            Reading reading, PolicyQueries.InForce policy, String arn, PolicyType type) {
        Source source = new Source(type, arn, policy.policyId() + ":" + policy.version());
        Kept present = kept.getIfPresent(source);
        return present != null
                ? Optional.of(present.policy())
                : reading.versions()
                        .numbered(policy.policyId(), policy.version())
                        .map(version -> kept(source, version::document));
    }

    private CompiledPolicy kept(Source wanted, Supplier<String> document) {
        return kept.get(wanted, source -> kept(source, document.get())).policy();
    }

    private static Kept kept(Source source, String text) {
        return new Kept(compile(source.name(), text, source.type()), text.length());
    }
}
