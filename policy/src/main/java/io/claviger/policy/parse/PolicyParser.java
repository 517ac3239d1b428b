package io.claviger.policy.parse;

import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.Position;

/**
 * Parses policies. What it accepts can be evaluated; what cannot be evaluated it refuses. Stateless, and safe for use by
 * many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar</a>
 */
public final class PolicyParser {

    /**
     * The most characters a policy may have, white space included. The IAM API stops at 131,072, but policies that AWS
     * manages itself are longer.
     */
    public static final int MAX_LENGTH = 262_144;

    private PolicyParser() {}

    /**
     * Parses a policy of any version of the language, as IAM takes them inline.
     *
     * @param text any text
     * @param type what the policy is to be
     * @return the policy, or the first thing wrong with it in the order in which AWS looks; never throws
     */
    public static ParsedPolicy parse(String text, PolicyType type) {
        return parse(text, type, LanguageVersion.V2008_10_17);
    }

    /**
     * Parses a policy that must be written in some version at least: IAM refuses managed policies older than
     * {@link LanguageVersion#V2012_10_17}.
     *
     * @param text any text
     * @param type what the policy is to be
     * @param atLeast the oldest version accepted
     * @return the policy, or the first thing wrong with it in the order in which AWS looks; never throws
     */
    public static ParsedPolicy parse(String text, PolicyType type, LanguageVersion atLeast) {
        return parse(text, type, atLeast, Partitions.ALL);
    }

    /**
     * Parses a policy that is to be stored in a partition: AWS refuses one that names resources of another.
     *
     * @param text any text
     * @param type what the policy is to be
     * @param atLeast the oldest version accepted
     * @param partition the partition as ARNs have it, such as {@code aws-cn}
     * @return the policy, or the first thing wrong with it in the order in which AWS looks; never throws
     */
    public static ParsedPolicy parse(String text, PolicyType type, LanguageVersion atLeast, String partition) {
        return parse(text, type, atLeast, Partitions.only(partition));
    }

    private static ParsedPolicy parse(String text, PolicyType type, LanguageVersion atLeast, Partitions partitions) {
        try {
            return parsed(text, type, atLeast, partitions);
        } catch (PolicyFault fault) {
            return fault.policy();
        }
    }

    private static PolicyDocument parsed(String text, PolicyType type, LanguageVersion atLeast, Partitions partitions)
            throws PolicyFault {
        if (text.length() > MAX_LENGTH) {
            throw new PolicyFault("The policy is longer than " + MAX_LENGTH + " characters.", Position.START);
        }
        StructureFaults faults = StructureFaults.of(type);
        return switch (JsonReader.read(text)) {
            case JsonResult.Fault fault -> throw faults.notJson(fault.reason(), fault.at());
            case JsonResult.Read(var root) ->
                new DraftCheck(type, partitions).complete(new DraftReader(faults).read(root), text, atLeast);
        };
    }
}
