package io.claviger.operations;

import io.claviger.iam.store.Reading;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the gate judged of a request, kept while the request is executed: whoever is judged by name could be deleted and
 * made anew under another path, or tagged, before the operation finds them by the same name. So each transaction of the
 * execution looks again first, and where it sees something else than what was judged, that is judged within it. All that
 * a decision turns on, but for the caller and the circumstances, is in the checks; so equal checks are decided alike.
 * Immutable.
 */
final class Judgement {

    private static final ScopedValue<Judgement> CURRENT = ScopedValue.newInstance();

    private final Call call;
    private final Function<Targets, List<Check>> checks;
    private final List<Check> judged;

    /**
     * A judgement that allowed all checks.
     *
     * @param checks finds them; empty for a request that needs none
     */
    Judgement(Call call, Function<Targets, List<Check>> checks, List<Check> judged) {
        this.call = call;
        this.checks = checks;
        this.judged = judged;
    }

    /** The judgement on the request that this thread executes. */
    static Judgement current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("an operation is executed without a permit"));
    }

    /** Executes the request that was judged. */
    <T> T during(Supplier<T> execution) {
        return ScopedValue.where(CURRENT, this).call(execution::get);
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
    void confirm(Reading reading) {
        List<Check> found = checks.apply(new Targets(new Sight.Within(reading)));
        if (!found.equals(judged)) {
            Gate.denial(call, found).ifPresent(denied -> {
                throw new Refused(denied.code(), denied.message());
            });
        }
    }
}
