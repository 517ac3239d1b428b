package io.claviger.operations.gate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the gate authorized of a request, kept while the request is executed: the user that was judged by name could be
 * deleted and made again under another path, or tagged, before the operation finds it by the same name. So each
 * transaction of the execution looks again first. If it sees something else than what was judged, that is judged within
 * it. All that a decision turns on, apart from the caller and the circumstances, is in the checks; so equal checks are
 * decided alike. Immutable.
 */
final class Judgement {

    private final Function<EntityView, List<Check>> checks;
    private final List<Check> judged;
    private final Function<List<Check>, Optional<Denied>> judge;

    /**
     * A judgement that allowed all checks.
     *
     * @param checks finds them; empty for a request that needs none
     * @param judge judges others
     */
    Judgement(
            Function<EntityView, List<Check>> checks,
            List<Check> judged,
            Function<List<Check>, Optional<Denied>> judge) {
        this.checks = checks;
        this.judged = judged;
        this.judge = judge;
    }

    /** A judgement on a request that needs no right. */
    static Judgement none() {
        return new Judgement(_ -> List.of(), List.of(), _ -> Optional.empty());
    }

    /** Whether this very target was judged. */
    boolean covers(Target target) {
        return judged.stream().anyMatch(check -> check.target().equals(target));
    }

    /**
     * Looks again.
     *
     * @throws Refused when something else is there than was judged, and it is denied
     */
    void confirm(EntityView view) {
        List<Check> found = checks.apply(view);
        if (!found.equals(judged)) {
            judge.apply(found).ifPresent(denied -> {
                throw new Refused(denied.code(), denied.message());
            });
        }
    }
}
