package io.claviger.access;

import io.claviger.iam.AccessKey;
import io.claviger.iam.AccountProperty;
import io.claviger.iam.KeyLimit;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an access key ends by itself. Immutable.
 *
 * @param time the first moment at which the key is refused
 * @param reason what ends it, to follow "by"
 */
public record KeyEnd(Instant time, String reason) {

    private static final String BY_TAG = "the tag " + KeyLimit.TAG + " of its user";
    private static final String BY_PROPERTY = "the property " + KeyLimit.PROPERTY + " of its account";

    /**
     * The end of a key: by its user's tag or by its account's rule, whichever comes first; null if nothing ends it. It
     * depends on the user and on the account.
     */
    public static @Nullable KeyEnd of(Reading reading, AccessKey key) {
        KeyEnd byTag = reading.users()
                .byId(key.ownerId())
                .map(User::tags)
                .map(tags -> byTag(key, tags))
                .orElse(null);
        KeyEnd byRule = reading.accounts()
                .property(key.accountId(), KeyLimit.PROPERTY)
                .map(AccountProperty::value)
                .flatMap(KeyLimit::days)
                .map(days -> new KeyEnd(days.end(key.createDate()), BY_PROPERTY))
                .orElse(null);
        if (byTag == null || byRule == null) {
            return byTag == null ? byRule : byTag;
        }
        return byRule.time.isBefore(byTag.time) ? byRule : byTag;
    }

    private static @Nullable KeyEnd byTag(AccessKey key, List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.isNamed(KeyLimit.TAG))
                .findAny()
                .map(tag -> new KeyEnd(KeyLimit.of(tag.value()).end(key.createDate()), BY_TAG))
                .orElse(null);
    }

    /** Whether a key has ended by itself. */
    public static boolean hasCome(Reading reading, AccessKey key, Instant now) {
        KeyEnd end = of(reading, key);
        return end != null && end.hasCome(now);
    }

    /** Whether it has come. */
    public boolean hasCome(Instant now) {
        return !now.isBefore(time);
    }

    /** Whether it is so near that its user is warned. */
    public boolean isNear(Instant now) {
        return now.isAfter(time.minus(KeyLimit.NOTICE));
    }
}
