package io.claviger.policy.corpus;

import io.claviger.policy.document.PolicyType;
import org.jspecify.annotations.Nullable;

/**
 * What a row expects. Immutable.
 *
 * @param decision the word for it
 * @param reason the kind of policies to blame
 * @param by the statement that decides
 */
record Verdict(
        String decision,
        @Nullable PolicyType reason,
        @Nullable String by) {

    static final Verdict ALLOWED = new Verdict("Allowed", null, null);

    static Verdict denies(PolicyType in) {
        return new Verdict("ExplicitlyDenied", in, null);
    }

    static Verdict missing(PolicyType in) {
        return new Verdict("ImplicitlyDenied", in, null);
    }

    Verdict by(String statement) {
        return new Verdict(decision, reason, statement);
    }

    String json() {
        return "`decision`: `%s`%s%s"
                .formatted(
                        decision,
                        reason == null ? "" : ", `reason`: `" + reason + "`",
                        by == null ? "" : ", `by`: `" + by + "`");
    }
}
