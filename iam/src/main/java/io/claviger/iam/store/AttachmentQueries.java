package io.claviger.iam.store;

import io.claviger.iam.Attachment;
import java.util.List;

/** What can be asked about managed policies that are attached; {@link Reading} says what holds for all answers. */
public interface AttachmentQueries {

    /**
     * What is attached to a user, a group or a role; the slice's path prefix is compared with the path in the policy's ARN.
     * Since two policies of one name can be attached, the slice's position is a policy's ARN, and ARNs order equal
     * names.
     */
    List<Attachment> ofOwner(String ownerId, Slice slice);

    /** Whether the policy is attached to the owner. */
    boolean exists(String ownerId, String policyArn);
}
