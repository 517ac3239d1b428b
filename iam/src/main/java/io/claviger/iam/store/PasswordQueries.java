package io.claviger.iam.store;

import io.claviger.iam.LoginProfile;
import io.claviger.iam.PasswordPolicy;
import java.util.Optional;

/** What can be asked about passwords; {@link Reading} says what holds for all answers. */
public interface PasswordQueries {

    /** The login profile of a user. */
    Optional<LoginProfile> ofUser(String userId);

    /** The password policy of an account. */
    Optional<PasswordPolicy> policy(String accountId);
}
