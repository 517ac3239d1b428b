package io.claviger.operations.policy;

import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Refused;

/** The policies of a user or a group. */
public final class OwnedPolicies {

    private OwnedPolicies() {}

    /** Refuses to delete an owner that still has policies. */
    public static void requireNone(Reading reading, String ownerId) {
        Slice any = new Slice("/", null, 1);
        if (!reading.inlinePolicies().ofOwner(ownerId, any).isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must delete policies first.");
        }
        if (!reading.attachments().ofOwner(ownerId, any).isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must detach all policies first.");
        }
    }
}
