package io.claviger.iam.store;

import io.claviger.iam.Group;
import java.util.List;
import java.util.Optional;

/** What can be asked about groups and who is in them; {@link Reading} says what holds for all answers. */
public interface GroupQueries {

    /** The group of this name. */
    Optional<Group> named(String accountId, String name);

    /** The group of this unique ID, in any account. */
    Optional<Group> byId(String groupId);

    /** The account's groups. */
    List<Group> list(String accountId, Slice slice);

    /** The groups that a user is in. */
    List<Group> ofUser(String userId, Slice slice);

    /** The account's groups to which the policy of this ARN is attached. */
    List<Group> withPolicy(String accountId, String policyArn, Slice slice);

    /** Whether the user is in the group. */
    boolean isMember(String groupId, String userId);
}
