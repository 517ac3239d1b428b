package io.claviger.operations.request;

import io.claviger.iam.KeyLimit;
import io.claviger.iam.Tag;
import io.claviger.operations.gate.Refused;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tags that a request brings.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">Tags for IAM resources</a>
 */
public final class RequestedTags {

    private static final String RESERVED = "aws:";

    /** What AWS says of such keys. */
    public static final String RESERVED_TEXT = "Tag keys that begin with aws: are reserved for system use.";

    private RequestedTags() {}

    /** Whether AWS keeps keys like this one to itself. */
    public static boolean isReserved(String key) {
        return key.regionMatches(true, 0, RESERVED, 0, RESERVED.length());
    }

    /** The tags in our own form, as they stand; {@link #checked} says whether they may be set. */
    public static List<Tag> of(List<software.amazon.awssdk.services.iam.model.Tag> tags) {
        return tags.stream().map(tag -> new Tag(tag.key(), tag.value())).toList();
    }

    /**
     * The tags in our own form.
     *
     * @throws Refused when two have the same key, case aside, or a key is one of those that AWS keeps to itself,
     *     or the tag that ends access keys does not say when
     */
    public static List<Tag> checked(List<software.amazon.awssdk.services.iam.model.Tag> tags) {
        List<Tag> requested = of(tags);
        // The same notion of case as Tag.isNamed has.
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Tag tag : requested) {
            if (!keys.add(tag.key())) {
                throw Refused.invalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
            if (isReserved(tag.key())) {
                throw Refused.invalidInput(RESERVED_TEXT);
            }
            if (tag.isNamed(KeyLimit.TAG) && KeyLimit.of(tag.value()) instanceof KeyLimit.Unreadable) {
                throw Refused.invalidInput("The tag " + KeyLimit.TAG
                        + " must be a number of days, such as 90, or a time, such as 2026-12-31 or"
                        + " 2026-12-31T18:00:00Z.");
            }
        }
        return requested;
    }

    /** The present tags with the requested ones laid over them, within the quota. */
    public static List<Tag> overlaid(List<Tag> present, List<Tag> requested, int quota) {
        List<Tag> result = Tag.overlaid(present, requested);
        if (result.size() > quota) {
            throw Refused.limitExceeded("The number of tags has reached the maximum limit.");
        }
        return result;
    }
}
