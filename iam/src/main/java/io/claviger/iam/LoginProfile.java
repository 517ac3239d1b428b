package io.claviger.iam;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user's password, with which they sign in.
 *
 * @param createDate when the user was first given one
 * @param passwordDate when the present password was set
 * @param resetRequired whether the user has to set another one when they sign in
 * @param earlier the passwords before this one, latest first, as far as the password policy remembers them
 */
public record LoginProfile(
        String accountId,
        String userId,
        Instant createDate,
        PasswordHash password,
        Instant passwordDate,
        boolean resetRequired,
        List<PasswordHash> earlier)
        implements Entity {

    /** Copies the list. */
    public LoginProfile {
        earlier = List.copyOf(earlier);
    }

    /**
     * The same profile with a new password.
     *
     * @param remembered how many passwords are remembered, the new one not counted
     */
    public LoginProfile with(PasswordHash next, Instant now, boolean reset, int remembered) {
        List<PasswordHash> before = latest(remembered);
        return new LoginProfile(accountId, userId, createDate, next, now, reset, before);
    }

    /** The same profile, whose user has to set another password or need not. */
    public LoginProfile withReset(boolean required) {
        return new LoginProfile(accountId, userId, createDate, password, passwordDate, required, earlier);
    }

    /** Its latest passwords, the present one first; no more than this. */
    public List<PasswordHash> latest(int most) {
        return Stream.concat(Stream.of(password), earlier.stream()).limit(most).toList();
    }

    @Override
    public List<String> touches() {
        return List.of(userId);
    }
}
