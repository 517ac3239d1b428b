package io.claviger.operations;

import io.claviger.iam.User;
import io.claviger.iam.access.Principal.IamUser;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.FreshCache.Loaded;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Store;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What can be seen of the entities that requests name, from where one stands. */
sealed interface Sight {

    /** Asks the store; all that one question finds is of one state. */
    <T> T ask(Function<Reading, T> question);

    /** The user of this name. */
    Optional<User> userNamed(String accountId, String name);

    /** The user who calls, as it is now; as it was when its signature was verified, if it is no more. */
    User self(IamUser caller);

    /** From outside of any transaction: each answer is as fresh as the store, but the next may be of a later state. */
    final class Latest implements Sight {
        private final Store store;
        private final FreshCache<UserKey, User> users;

        Latest(Store store, int cachedUsers) {
            this.store = store;
            this.users = new FreshCache<>(store.changes(), cachedUsers);
        }

        private record UserKey(String accountId, String nameKey) {}

        @Override
        public <T> T ask(Function<Reading, T> question) {
            return store.read(question);
        }

        @Override
        public Optional<User> userNamed(String accountId, String name) {
            return users.get(
                    new UserKey(accountId, name.toLowerCase(Locale.ROOT)),
                    _ -> store.read(reading -> reading.users().named(accountId, name))
                            .map(user -> new Loaded<>(user, Set.of(user.id()))));
        }

        @Override
        public User self(IamUser caller) {
            return caller.user();
        }
    }

    /** From within a transaction: nothing that is seen changes before its end. */
    record Within(Reading reading) implements Sight {

        @Override
        public <T> T ask(Function<Reading, T> question) {
            return question.apply(reading);
        }

        @Override
        public Optional<User> userNamed(String accountId, String name) {
            return reading.users().named(accountId, name);
        }

        @Override
        public User self(IamUser caller) {
            return reading.users().byId(caller.userId()).orElse(caller.user());
        }
    }
}
