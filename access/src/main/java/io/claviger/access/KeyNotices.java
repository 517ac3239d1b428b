package io.claviger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log that an access key is refused because it has ended, which its user cannot see in the answer, or that it
 * is about to end. A line for each key, an hour apart. Thread-safe.
 */
final class KeyNotices {

    private static final Logger LOG = LoggerFactory.getLogger(KeyNotices.class);
    private static final Duration SILENCE = Duration.ofHours(1);
    private static final int MOST_KEYS = 10_000;

    private final Cache<String, Boolean> said = Caffeine.newBuilder()
            .expireAfterWrite(SILENCE)
            .maximumSize(MOST_KEYS)
            .build();

    void ended(String accessKeyId, String ownerArn, KeyEnd end) {
        if (isTimeFor("ended " + accessKeyId)) {
            LOG.warn(
                    "the access key {} of {} is refused with InvalidClientTokenId: it ended at {} by {}",
                    accessKeyId,
                    ownerArn,
                    end.time(),
                    end.reason());
        }
    }

    void near(String accessKeyId, String ownerArn, KeyEnd end) {
        if (isTimeFor(accessKeyId)) {
            LOG.warn(
                    "the access key {} of {}, which was just used, ends at {} by {}",
                    accessKeyId,
                    ownerArn,
                    end.time(),
                    end.reason());
        }
    }

    private boolean isTimeFor(String notice) {
        return said.asMap().putIfAbsent(notice, Boolean.TRUE) == null;
    }
}
