package io.claviger.operations.gate;

import io.claviger.access.Principal.IamUser;
import io.claviger.iam.Entity;
import io.claviger.iam.OidcProvider;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.EntityMemory;
import io.claviger.iam.store.FreshCache;
import io.claviger.iam.store.FreshCache.Loaded;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Transactions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The entities that requests name, as they are now or as a transaction has them. */
public sealed interface EntityView {

    /** Asks the store; all that one question finds is of one state. */
    <T> T ask(Function<Reading, T> question);

    /** The user of this name. */
    Optional<User> userNamed(String accountId, String name);

    /** The role of this name. */
    Optional<Role> roleNamed(String accountId, String name);

    /** The OIDC provider of this issuer, which has no scheme here. */
    Optional<OidcProvider> oidcProvider(String accountId, String url);

    /** The user who calls, as it is now; as it was when its signature was verified, if it is no more. */
    User self(IamUser caller);

    /** From outside of any transaction: each answer is as fresh as the store, but the next may be of a later state. */
    final class Latest implements EntityView {
        private final Transactions store;
        private final ChangeLog changes;
        private final FreshCache<NamedKey, User> users;
        private final FreshCache<NamedKey, Role> roles;
        private final FreshCache<NamedKey, OidcProvider> providers;

        /** Keeps at most so many entities of a kind in memory. */
        public Latest(Transactions store, ChangeLog changes, int cached) {
            this.store = store;
            this.changes = changes;
            this.users = new FreshCache<>(changes, cached);
            this.roles = new FreshCache<>(changes, cached);
            this.providers = new FreshCache<>(changes, cached);
        }

        private record NamedKey(String accountId, String nameKey) {}

        @Override
        public <T> T ask(Function<Reading, T> question) {
            return store.read(question);
        }

        @Override
        public Optional<User> userNamed(String accountId, String name) {
            return users.get(
                    new NamedKey(accountId, name.toLowerCase(Locale.ROOT)),
                    _ -> store.readOne(reading -> reading.users().named(accountId, name))
                            .map(user -> new Loaded<>(user, Set.of(user.id()))));
        }

        @Override
        public Optional<Role> roleNamed(String accountId, String name) {
            return roles.get(
                    new NamedKey(accountId, name.toLowerCase(Locale.ROOT)),
                    _ -> store.readOne(reading -> reading.roles().named(accountId, name))
                            .map(role -> new Loaded<>(role, Set.of(role.id()))));
        }

        @Override
        public Optional<OidcProvider> oidcProvider(String accountId, String url) {
            return providers.get(
                    new NamedKey(accountId, url),
                    _ -> store.readOne(reading -> reading.oidcProviders().of(accountId, url))
                            .map(provider -> new Loaded<>(provider, Set.of(provider.id()))));
        }

        @Override
        public User self(IamUser caller) {
            return caller.user();
        }

        /** Looks from now on. */
        Once once() {
            return new Once(this);
        }
    }

    /**
     * The latest entities, each looked up once: what was seen of one does not change any more, though another may be of a
     * later state. One thread looks entities up; then any thread may ask what is remembered, and still holds.
     */
    final class Once implements EntityView, EntityMemory {
        private final Latest latest;
        private final long since;
        private final Map<Asked<?>, Optional<?>> seen = new HashMap<>();

        private Once(Latest latest) {
            this.latest = latest;
            this.since = latest.changes.latest();
        }

        /** Looks again, from now on. */
        Once again() {
            return latest.once();
        }

        private record Asked<T>(Class<T> kind, String accountId, String name) {}

        @Override
        public <T> T ask(Function<Reading, T> question) {
            return latest.ask(question);
        }

        @Override
        public Optional<User> userNamed(String accountId, String name) {
            return once(new Asked<>(User.class, accountId, name), latest::userNamed);
        }

        @Override
        public Optional<Role> roleNamed(String accountId, String name) {
            return once(new Asked<>(Role.class, accountId, name), latest::roleNamed);
        }

        @Override
        public Optional<OidcProvider> oidcProvider(String accountId, String url) {
            return once(new Asked<>(OidcProvider.class, accountId, url), latest::oidcProvider);
        }

        @Override
        public User self(IamUser caller) {
            return latest.self(caller);
        }

        @Override
        public Optional<User> user(String accountId, String name) {
            return remembered(new Asked<>(User.class, accountId, name));
        }

        @Override
        public Optional<Role> role(String accountId, String name) {
            return remembered(new Asked<>(Role.class, accountId, name));
        }

        private <E extends Entity> Optional<E> remembered(Asked<E> asked) {
            ChangeLog changes = latest.changes;
            return seen.getOrDefault(asked, Optional.empty())
                    .map(asked.kind()::cast)
                    .filter(entity -> changes.holds(entity.touches(), since, changes.latest()));
        }

        private <T> Optional<T> once(Asked<T> asked, BiFunction<String, String, Optional<T>> lookUp) {
            return seen.computeIfAbsent(asked, _ -> lookUp.apply(asked.accountId(), asked.name()))
                    .map(asked.kind()::cast);
        }
    }

    /** From within a transaction: nothing that is seen changes before its end. */
    record Within(Reading reading) implements EntityView {

        @Override
        public <T> T ask(Function<Reading, T> question) {
            return question.apply(reading);
        }

        @Override
        public Optional<User> userNamed(String accountId, String name) {
            return reading.users().named(accountId, name);
        }

        @Override
        public Optional<Role> roleNamed(String accountId, String name) {
            return reading.roles().named(accountId, name);
        }

        @Override
        public Optional<OidcProvider> oidcProvider(String accountId, String url) {
            return reading.oidcProviders().of(accountId, url);
        }

        @Override
        public User self(IamUser caller) {
            return reading.users().byId(caller.userId()).orElse(caller.user());
        }
    }
}
