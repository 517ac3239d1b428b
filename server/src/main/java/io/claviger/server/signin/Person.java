package io.claviger.server.signin;

import io.claviger.iam.Account;
import io.claviger.iam.LoginProfile;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.PasswordPolicy;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Writing;
import java.time.Instant;
import java.util.Optional;

/** Somebody who can sign in: the root user, or a user with a login profile. Immutable. */
public sealed interface Person {

    /** What the root user is called at signing in. No user of this name can sign in with a password. */
    String ROOT = "root";

    /** The person of this name in an account. */
    static Optional<Person> named(Reading reading, String accountId, String name) {
        if (name.equals(ROOT)) {
            return reading.accounts().byId(accountId).map(Root::new);
        }
        return reading.users()
                .named(accountId, name)
                .flatMap(user -> reading.passwords()
                        .ofUser(user.id())
                        .map(profile ->
                                new Member(user, profile, reading.passwords().policy(accountId))));
    }

    /** The person of this unique ID: a user who has a password, or a root user. */
    static Optional<Person> ofOwner(Reading reading, String accountId, String ownerId) {
        return ownerId.equals(accountId)
                ? named(reading, accountId, ROOT)
                : reading.users().byId(ownerId).flatMap(user -> named(reading, accountId, user.name()));
    }

    /** The account that the person is in. */
    String accountId();

    /** A user's unique ID, or the account's for its root user. */
    String ownerId();

    /** The hash of the password, as it was when the person was looked up. */
    PasswordHash password();

    /** Notes when the person last signed in. */
    void noteSignIn(Writing writing, Instant now);

    /** The root user, whom no password policy binds. */
    record Root(Account account) implements Person {

        @Override
        public String accountId() {
            return account.accountId();
        }

        @Override
        public String ownerId() {
            return account.accountId();
        }

        @Override
        public PasswordHash password() {
            return account.rootPassword();
        }

        @Override
        public void noteSignIn(Writing writing, Instant now) {
            writing.accounts().byId(accountId()).ifPresent(latest -> writing.update(latest.signedIn(now)));
        }
    }

    /** A user. */
    record Member(User user, LoginProfile profile, Optional<PasswordPolicy> policy) implements Person {

        @Override
        public String accountId() {
            return user.accountId();
        }

        @Override
        public String ownerId() {
            return user.id();
        }

        @Override
        public PasswordHash password() {
            return profile.password();
        }

        @Override
        public void noteSignIn(Writing writing, Instant now) {
            writing.users().byId(ownerId()).ifPresent(latest -> writing.update(latest.signedIn(now)));
        }

        /** Whether the password has expired, and only an administrator can set another one. */
        boolean isShutOut(Instant now) {
            return hasExpired(now)
                    && policy.filter(rules -> Boolean.TRUE.equals(rules.hardExpiry()))
                            .isPresent();
        }

        /** Whether the person has to set another password to sign in. */
        boolean needsNewPassword(Instant now) {
            return profile.resetRequired() || hasExpired(now);
        }

        private boolean hasExpired(Instant now) {
            return policy.filter(rules -> rules.hasExpired(profile.passwordDate(), now))
                    .isPresent();
        }
    }
}
