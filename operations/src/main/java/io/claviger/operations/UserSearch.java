package io.claviger.operations;

import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * The users of an account whose path begins with a prefix. In an account of many users a page costs a bounded search,
 * however few match: it may then hold fewer than were asked for, or none, and still name the next, as IAM's API allows.
 */
final class UserSearch {

    /** How many users are looked at for one page. */
    static final int MAX_SEARCHED = 10_000;

    private static final int CHUNK = 1000;

    private UserSearch() {}

    static Page<User> page(Reading reading, String accountId, Page.Request asked) {
        Slice wanted = asked.slice();
        if (wanted.pathPrefix().equals("/") || reading.accounts().count(accountId, Counted.USERS) <= MAX_SEARCHED) {
            return asked.of(reading.users().list(accountId, wanted), User::name);
        }
        List<User> found = new ArrayList<>();
        Slice next = new Slice("/", wanted.after(), CHUNK);
        for (int searched = 0; searched < MAX_SEARCHED; searched += CHUNK) {
            List<User> chunk = reading.users().list(accountId, next);
            chunk.stream()
                    .filter(user -> user.path().startsWith(wanted.pathPrefix()))
                    .limit(wanted.limit() - found.size())
                    .forEach(found::add);
            if (found.size() == wanted.limit() || chunk.size() < CHUNK) {
                return asked.of(found, User::name);
            }
            next = new Slice("/", chunk.getLast().name(), CHUNK);
        }
        return new Page<>(found, Marker.after(String.valueOf(next.after()), asked.scope()));
    }
}
