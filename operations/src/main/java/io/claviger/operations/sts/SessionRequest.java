package io.claviger.operations.sts;

import io.claviger.access.Credential;
import io.claviger.access.SessionDetails;
import io.claviger.access.SessionDetails.Policies;
import io.claviger.access.SessionTokens;
import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.Tag;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.RequestedTags;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/**
 * What requests for sessions have in common: policies and tags that are passed.
 *
 * @param policy the policy in the request
 * @param policyArns of managed policies
 * @param tags to be set for the session
 * @param transitiveKeys of those tags that later sessions are to inherit
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Pass session tags</a>
 */
record SessionRequest(@Nullable String policy, List<String> policyArns, List<Tag> tags, List<String> transitiveKeys) {

    /** AWS packs policies and tags and shows how much of its room they take; this is ours, in bytes. */
    private static final int ROOM = 2_048;

    private static final int PERCENT = 100;
    private static final int LONGEST_POLICIES = 2_048;
    private static final int MOST_ARNS = 10;

    static SessionRequest of(
            @Nullable String policy,
            List<PolicyDescriptorType> policyArns,
            List<Tag> tags,
            List<String> transitiveKeys) {
        List<String> arns = policyArns.isEmpty()
                ? List.of()
                : policyArns.stream().map(PolicyDescriptorType::arn).toList();
        return new SessionRequest(policy, arns, tags, transitiveKeys);
    }

    /** Tags in our own form. */
    static List<Tag> tagsOf(List<software.amazon.awssdk.services.sts.model.Tag> tags) {
        return tags.isEmpty()
                ? List.of()
                : tags.stream().map(tag -> new Tag(tag.key(), tag.value())).toList();
    }

    /** Whether anything was passed that takes room. */
    boolean isPacked() {
        return policy != null || !policyArns.isEmpty() || !tags.isEmpty();
    }

    /**
     * The tags of the session: those asked for, and those inherited from the caller's session.
     *
     * @throws Refused when a key stands twice, or asks to change what is inherited
     */
    List<Tag> allTags(Credential caller) {
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Tag tag : tags) {
            if (!keys.add(tag.key())) {
                throw invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
            if (RequestedTags.isReserved(tag.key())) {
                throw invalid(RequestedTags.RESERVED_TEXT);
            }
        }
        if (!keys.containsAll(transitiveKeys)) {
            throw invalid("The specified transitive tag key must be included in the requested tags.");
        }
        List<Tag> inherited = inherited(caller);
        if (inherited.isEmpty()) {
            return tags;
        }
        if (inherited.stream().anyMatch(tag -> keys.contains(tag.key()))) {
            throw invalid("One of the specified transitive tag keys can't be set because it conflicts with a"
                    + " transitive tag key from the calling session.");
        }
        return Tag.overlaid(inherited, tags);
    }

    /** The keys of the tags that later sessions inherit, in lower case. */
    List<String> allTransitiveKeys(Credential caller) {
        List<String> keys = new ArrayList<>();
        inherited(caller).forEach(tag -> keys.add(tag.key().toLowerCase(Locale.ROOT)));
        transitiveKeys.forEach(key -> keys.add(key.toLowerCase(Locale.ROOT)));
        return keys;
    }

    /** The tags that a session inherits from the caller's own. */
    static List<Tag> inherited(Credential caller) {
        return switch (caller) {
            case Credential.LongTerm _, Credential.Proof _ -> List.of();
            case Credential.Temporary session -> session.details().inherited();
        };
    }

    /**
     * The policies that limit the session; null if none were passed.
     *
     * @param accountId whose managed policies may be named, besides AWS's
     * @throws Refused when one is no policy, does not exist, or they are too long
     */
    @Nullable
    Policies policies(EntityView view, Call call, String accountId) {
        if (policy == null && policyArns.isEmpty()) {
            return null;
        }
        if (policy != null && PolicyParser.parse(policy, PolicyType.SESSION) instanceof MalformedPolicy malformed) {
            throw new Refused(ErrorCode.MALFORMED_POLICY_DOCUMENT, malformed.message());
        }
        int length = (policy == null ? 0 : policy.length())
                + policyArns.stream().mapToInt(String::length).sum();
        if (length > LONGEST_POLICIES || policyArns.size() > MOST_ARNS) {
            throw tooLarge(PERCENT * length / LONGEST_POLICIES);
        }
        for (String arn : policyArns) {
            if (!exists(view, call, accountId, arn)) {
                throw new Refused(
                        ErrorCode.MALFORMED_POLICY_DOCUMENT, "Policy " + arn + " does not exist or is not attachable.");
            }
        }
        return new Policies(policy, policyArns);
    }

    private static boolean exists(EntityView view, Call call, String accountId, String arn) {
        return Arns.isAwsManagedPolicy(arn)
                ? AwsManagedPolicies.find(arn).isPresent()
                : view.ask(reading -> reading.policies().named(accountId, Arns.nameIn(arn)))
                        .filter(found -> found.arn(call.partition()).equals(arn))
                        .isPresent();
    }

    /**
     * How much of the room the details take, in percent.
     *
     * @throws Refused when it is not enough
     */
    static int packedPercent(SessionDetails details) {
        int percent = PERCENT * SessionTokens.packedSize(details) / ROOM;
        if (percent > PERCENT) {
            throw tooLarge(percent);
        }
        return percent;
    }

    private static Refused tooLarge(int percent) {
        return new Refused(
                ErrorCode.PACKED_POLICY_TOO_LARGE,
                "Packed policy consumes " + percent + "% of allotted space, please use smaller policy.");
    }

    private static Refused invalid(String message) {
        return new Refused(ErrorCode.INVALID_PARAMETER_VALUE, message);
    }
}
