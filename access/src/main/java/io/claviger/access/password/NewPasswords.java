package io.claviger.access.password;

import io.claviger.iam.LoginProfile;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.PasswordPolicy;
import java.util.List;
import java.util.Optional;

/** New passwords of users, under the account's password policy. Thread-safe. */
public final class NewPasswords {

    private static final String TOO_SIMPLE = "Password does not conform to the account password policy.";

    private static final String USED_BEFORE =
            "Policy constraint violation with password reuse prevention during password change.";

    private final Passwords passwords;

    /** Hashes by these passwords. */
    public NewPasswords(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Why a password cannot be set, in AWS's words; empty if it can. Takes as long as the earlier ones to compare take. */
    public Optional<String> violation(
            String password, Optional<PasswordPolicy> policy, Optional<LoginProfile> present) {
        boolean isMet =
                policy.map(rules -> rules.isMetBy(password)).orElseGet(() -> PasswordPolicy.defaultIsMetBy(password));
        if (!isMet) {
            return Optional.of(TOO_SIMPLE);
        }
        List<PasswordHash> earlier =
                present.map(profile -> profile.latest(remembered(policy))).orElse(List.of());
        return earlier.stream().anyMatch(hash -> passwords.matches(password, hash))
                ? Optional.of(USED_BEFORE)
                : Optional.empty();
    }

    /** How many passwords a profile remembers besides a new one. */
    public static int remembered(Optional<PasswordPolicy> policy) {
        return policy.map(PasswordPolicy::reusePrevention).orElse(0);
    }

    /** The hash of a password, as it is kept. */
    public PasswordHash hash(String password) {
        return passwords.hash(password);
    }
}
