package io.claviger.operations.gate;

import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import io.claviger.iam.Partition;
import java.time.Instant;

/**
 * An authenticated request, apart from what it asks for. Immutable.
 *
 * @param caller who asks
 * @param accountId the account acted in: usually the caller's own, another one where a request crosses accounts
 * @param circumstances how the request came
 */
public record Call(Caller caller, String accountId, Circumstances circumstances) {

    /** A call in the caller's own account. */
    public Call(Caller caller, Circumstances circumstances) {
        this(caller, caller.accountId(), circumstances);
    }

    /** The partition that the accounts are in. */
    public Partition partition() {
        return caller.principal().partition();
    }

    /** When the request came in. */
    public Instant time() {
        return circumstances.time();
    }
}
