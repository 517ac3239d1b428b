package io.claviger.iam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account demands of its users' passwords.
 *
 * @param minimumLength in characters
 * @param usersMayChange whether every user may change their own password
 * @param maxAge days after which a password has expired; 0 if it never does
 * @param reusePrevention how many earlier passwords may not be used again
 * @param hardExpiry whether nobody may sign in to replace a password that has expired; null if nobody said
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">Set an
 *     account password policy for IAM users</a>
 */
public record PasswordPolicy(
        String accountId,
        int minimumLength,
        Classes required,
        boolean usersMayChange,
        int maxAge,
        int reusePrevention,
        @Nullable Boolean hardExpiry)
        implements Entity {

    private static final int DEFAULT_LENGTH = 8;
    private static final int DEFAULT_CLASSES = 3;
    private static final String SYMBOLS = "!@#$%^&*()_+-=[]{}|'";

    /** Classes of characters, each with whether a password has to have, or has, one of it. */
    public record Classes(boolean symbols, boolean numbers, boolean uppercase, boolean lowercase) {

        static Classes in(String password) {
            return new Classes(
                    password.chars().anyMatch(c -> SYMBOLS.indexOf(c) >= 0),
                    password.chars().anyMatch(c -> c >= '0' && c <= '9'),
                    password.chars().anyMatch(c -> c >= 'A' && c <= 'Z'),
                    password.chars().anyMatch(c -> c >= 'a' && c <= 'z'));
        }

        private int count() {
            return (symbols ? 1 : 0) + (numbers ? 1 : 0) + (uppercase ? 1 : 0) + (lowercase ? 1 : 0);
        }

        private boolean include(Classes others) {
            return (symbols || !others.symbols)
                    && (numbers || !others.numbers)
                    && (uppercase || !others.uppercase)
                    && (lowercase || !others.lowercase);
        }
    }

    /** Whether the text is long enough and has what it has to have; earlier passwords are another question. */
    public boolean isMetBy(String password) {
        return password.codePointCount(0, password.length()) >= minimumLength
                && Classes.in(password).include(required);
    }

    /** The same for an account without a password policy: 8 characters of three classes. */
    public static boolean defaultIsMetBy(String password) {
        return password.codePointCount(0, password.length()) >= DEFAULT_LENGTH
                && Classes.in(password).count() >= DEFAULT_CLASSES;
    }

    /** Whether a password that was set at a time has expired by now. */
    public boolean hasExpired(Instant set, Instant now) {
        return maxAge > 0 && !now.isBefore(set.plus(Duration.ofDays(maxAge)));
    }

    @Override
    public List<String> touches() {
        return List.of(accountId);
    }
}
