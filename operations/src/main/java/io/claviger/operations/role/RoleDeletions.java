package io.claviger.operations.role;

import io.claviger.iam.InlinePolicy;
import io.claviger.iam.Role;
import io.claviger.iam.RoleDeletion;
import io.claviger.iam.RoleDeletion.Status;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Transactions;
import io.claviger.iam.store.Writing;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Deletes the service-linked roles whose deletion was submitted, each in a transaction of its own. Tasks are in the
 * store, so that those which the end of a process left undone are done by the next one. Thread-safe.
 *
 * <p>What a caller may do was decided when they submitted the deletion, and the answer says that it will be done. So it is
 * done without their {@link io.claviger.operations.gate.Execution}, which would decide again about a role that was changed
 * meanwhile, and which ends with its process.
 */
public final class RoleDeletions {

    private static final int AT_ONCE = 100;

    private final Transactions store;
    private final Executor background;
    private final AtomicBoolean pending = new AtomicBoolean(true);

    /** Works on the store, when a task is submitted and whenever {@link #run} is called. */
    public RoleDeletions(Transactions store, Executor background) {
        this.store = store;
        this.background = background;
    }

    /** Has the tasks done soon that are in the store. */
    public void submit() {
        pending.set(true);
        background.execute(this::run);
    }

    /** Does all tasks that are in the store, which another process may have put there. Fails as {@link #run}. */
    public void runAll() {
        pending.set(true);
        run();
    }

    /**
     * Does all tasks that are in the store, if there may be any. To be called at the start, and every now and then in
     * case that the database failed.
     *
     * @throws io.claviger.iam.store.StoreFailure when the database fails; the next call tries again
     */
    public void run() {
        if (!pending.getAndSet(false)) {
            return;
        }
        boolean done = false;
        try {
            for (List<RoleDeletion> tasks = pending(); !tasks.isEmpty(); tasks = pending()) {
                tasks.forEach(task -> store.write(writing -> delete(writing, task)));
            }
            done = true;
        } finally {
            if (!done) {
                pending.set(true);
            }
        }
    }

    private List<RoleDeletion> pending() {
        return store.read(reading -> reading.roleDeletions().pending(AT_ONCE));
    }

    /** The task as it is now counts: somebody else may have done it. */
    private static RoleDeletion delete(Writing writing, RoleDeletion listed) {
        RoleDeletion task = writing.roleDeletions()
                .byTaskId(listed.accountId(), listed.taskId())
                .orElse(listed.done());
        if (task.status() == Status.SUCCEEDED) {
            return task;
        }
        writing.roles().byId(task.roleId()).ifPresent(role -> deleteWithPolicies(writing, role));
        writing.update(task.done());
        return task.done();
    }

    private static void deleteWithPolicies(Writing writing, Role role) {
        writing.attachments().ofOwner(role.id(), Slice.ALL).forEach(writing::delete);
        for (InlinePolicy policy : writing.inlinePolicies().ofOwner(role.id(), Slice.ALL)) {
            writing.delete(policy);
        }
        writing.delete(role);
    }
}
