package io.claviger.access.password;

import java.util.Locale;

/**
 * Who claims to be whom.
 *
 * @param accountId of an account that need not exist
 * @param userName of a user or the root user, who need not exist either
 * @param password a whole text, see {@link PasswordText}
 */
public record Claim(String accountId, String userName, String password) {

    /** Whom failures count against, besides the network. */
    String whom() {
        return accountId + "/" + userName.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Claim[" + accountId + ", " + userName + "]";
    }
}
