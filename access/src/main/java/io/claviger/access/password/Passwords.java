package io.claviger.access.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.claviger.iam.PasswordHash;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Hashes passwords by Argon2id and checks them against their hash. A hash takes 19 MiB and tens of milliseconds, on
 * purpose, so one is made at a time. Thread-safe.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id">OWASP on
 *     password storage</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 */
public final class Passwords {

    /** The least that a root user's password may have, in characters. */
    public static final int MIN_LENGTH = 8;

    /** The most that a password may have, in characters. */
    public static final int MAX_LENGTH = 128;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int LENGTH = 32;

    /** The hash of no password: to check against it takes as long as against any, and always fails. */
    static final PasswordHash NOBODYS = new PasswordHash(
            "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdC4uLg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    private final ReentrantLock turn = new ReentrantLock(true);

    /**
     * Why the text cannot be a root user's new password, as a sentence that does not repeat it; empty if it can.
     */
    public static Optional<String> complaint(String text) {
        Optional<String> unreadable = PasswordText.complaint(text);
        if (unreadable.isPresent()) {
            return unreadable;
        }
        int length = PasswordText.length(text);
        return length < MIN_LENGTH || length > MAX_LENGTH
                ? Optional.of("the password must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters")
                : Optional.empty();
    }

    /**
     * Hashes a password under a salt of its own.
     *
     * @throws IllegalArgumentException if the text is damaged, see {@link PasswordText}
     */
    public PasswordHash hash(String password) {
        String text = PasswordText.normalized(password);
        return new PasswordHash(inTurn(() -> argon2().hash(text).getResult()));
    }

    /** Whether the hash is the password's; no hash is that of a damaged text. */
    public boolean matches(String password, PasswordHash hash) {
        return PasswordText.complaint(password).isEmpty()
                && inTurn(() -> Argon2Function.getInstanceFromHash(hash.encoded())
                        .check(PasswordText.normalized(password), hash.encoded()));
    }

    /** The function, which keeps its 19 MiB once it is made: a server that is asked for no password does without. */
    private static Argon2Function argon2() {
        return Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, LENGTH, Argon2.ID);
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
