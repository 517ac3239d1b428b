package io.claviger.operations;

import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;

/** The policies that hang on a user or a group. */
final class OwnedPolicies {

    private OwnedPolicies() {}

    /** Refuses to delete an owner that policies still hang on. */
    static void requireNone(Reading reading, String ownerId) {
        Slice any = new Slice("/", null, 1);
        if (!reading.inlinePolicies().ofOwner(ownerId, any).isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must delete policies first.");
        }
        if (!reading.attachments().ofOwner(ownerId, any).isEmpty()) {
            throw Refused.deleteConflict("Cannot delete entity, must detach all policies first.");
        }
    }
}
