package io.claviger.operations.organization;

import io.claviger.iam.Partition;
import io.claviger.iam.store.Reading;
import java.util.List;
import java.util.Optional;

/** The partition that an account is in. The data does not name it; the ARNs of attached policies show it. */
public final class AccountPartition {

    private AccountPartition() {}

    /**
     * Why a server of a partition cannot serve the account: policies that name ARNs of another partition would match
     * nothing, those that deny included. Empty if it can, or if nothing is attached that shows it.
     */
    public static Optional<String> complaint(Reading reading, String accountId, Partition partition) {
        List<String> attached = reading.policies().attachedArns(accountId);
        if (attached.isEmpty() || attached.stream().anyMatch(partition::has)) {
            return Optional.empty();
        }
        String other = attached.getFirst().split(":", 3)[1];
        return Optional.of(
                "the policies of the account " + accountId + " are of the partition " + other + ", and not of "
                        + partition.id() + ": give a --region of " + other + ", as when the account was made");
    }
}
