package io.claviger.iam.store;

import io.claviger.iam.Attachment;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.Membership;
import java.util.List;

/** What binds many users or roles at once; {@link Reading} says what holds for all answers. The lists have no order. */
public interface BindingQueries {

    /**
     * A stretch of an account's users, or of its roles, by name.
     *
     * @param after the name before the first one; empty for the beginning
     * @param through the last one's name
     */
    record Stretch(String accountId, String after, String through) {}

    /** The managed policies that are attached to these users. */
    List<Attachment> attachedToUsers(Stretch users);

    /** The inline policies of these users. */
    List<InlinePolicy> inlineOfUsers(Stretch users);

    /** The groups that these users are in. */
    List<Membership> groupsOfUsers(Stretch users);

    /** The managed policies that are attached to these roles. */
    List<Attachment> attachedToRoles(Stretch roles);

    /** The inline policies of these roles. */
    List<InlinePolicy> inlineOfRoles(Stretch roles);
}
