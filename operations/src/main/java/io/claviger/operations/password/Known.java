package io.claviger.operations.password;

import io.claviger.access.password.NewPasswords;
import io.claviger.iam.LoginProfile;
import io.claviger.iam.PasswordPolicy;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import java.util.Optional;

/**
 * What a new password is judged by. A password takes long to hash, so that is not done within a transaction: what was
 * known before is compared with what the transaction finds.
 */
record Known(User user, Optional<LoginProfile> profile, Optional<PasswordPolicy> policy) {

    static Known of(Reading reading, User user) {
        return new Known(
                user, reading.passwords().ofUser(user.id()), reading.passwords().policy(user.accountId()));
    }

    /** The login profile; or a refusal. */
    LoginProfile required() {
        return profile.orElseThrow(
                () -> Refused.noSuchEntity("Login Profile for User " + user.name() + " cannot be found."));
    }

    /** Refuses a password that breaks the account's policy. */
    void requireNoViolation(NewPasswords passwords, String password) {
        passwords.violation(password, policy, profile).ifPresent(text -> {
            throw new Refused(ErrorCode.PASSWORD_POLICY_VIOLATION, text);
        });
    }

    /** Refuses if another user, password or policy is there by now. */
    void requireSame(Known latest) {
        boolean isSame =
                user.id().equals(latest.user.id()) && profile.equals(latest.profile) && policy.equals(latest.policy);
        if (!isSame) {
            throw new Refused(
                    ErrorCode.ENTITY_TEMPORARILY_UNMODIFIABLE,
                    "Login Profile for User " + user.name()
                            + " cannot be modified while login profile is being created.");
        }
    }
}
