package io.claviger.iam.store;

import io.claviger.iam.User;
import java.util.List;
import java.util.Optional;

/** What can be asked about users; {@link Reading} says what holds for all answers. */
public interface UserQueries {

    /** The user of this name. */
    Optional<User> named(String accountId, String name);

    /** The user of this unique ID, in any account. */
    Optional<User> byId(String userId);

    /** The account's users. */
    List<User> list(String accountId, Slice slice);

    /** The users in a group. */
    List<User> inGroup(String groupId, Slice slice);

    /** The account's users to whom the policy of this ARN is attached. */
    List<User> withPolicy(String accountId, String policyArn, Slice slice);

    /** The account's users whom the policy of this ARN bounds. */
    List<User> boundedBy(String accountId, String policyArn, Slice slice);
}
