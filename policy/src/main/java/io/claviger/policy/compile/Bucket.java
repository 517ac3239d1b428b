package io.claviger.policy.compile;

import io.claviger.policy.request.AuthorizationRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that are about the same action or service. Immutable. */
sealed interface Bucket permits Bucket.Named, Bucket.Wild, PrefixIndex {

    /** From so many statements on, they are looked up by their resources too. */
    int LARGE = 12;

    /** The first statement found that matches. */
    @Nullable
    CompiledStatement find(AuthorizationRequest request, @Nullable Grantee grantee);

    /**
     * A statement, and one of its patterns of actions.
     *
     * @param action null if the statement is about all actions but those it lists
     */
    record Candidate(@Nullable ActionPattern action, CompiledStatement statement) {

        boolean covers(String requested) {
            return action == null ? statement.covers(requested) : action.matches(requested);
        }
    }

    /** Statements about one action, each with its name. */
    static Bucket named(List<Candidate> candidates) {
        return candidates.size() < LARGE
                ? new Named(candidates.stream().map(Candidate::statement).toArray(CompiledStatement[]::new))
                : PrefixIndex.of(candidates);
    }

    /** Statements about actions that match a pattern with wildcards. */
    static Bucket wild(List<Candidate> candidates) {
        return candidates.size() < LARGE ? new Wild(candidates.toArray(Candidate[]::new)) : PrefixIndex.of(candidates);
    }

    /** A few statements that name the action. */
    final class Named implements Bucket {

        private final CompiledStatement[] statements;

        private Named(CompiledStatement[] statements) {
            this.statements = statements;
        }

        @Override
        public @Nullable CompiledStatement find(AuthorizationRequest request, @Nullable Grantee grantee) {
            for (CompiledStatement statement : statements) {
                if (statement.matches(request, grantee)) {
                    return statement;
                }
            }
            return null;
        }
    }

    /** A few statements whose patterns of actions are still to be matched. */
    final class Wild implements Bucket {

        private final Candidate[] candidates;

        Wild(Candidate[] candidates) {
            this.candidates = candidates;
        }

        @Override
        public @Nullable CompiledStatement find(AuthorizationRequest request, @Nullable Grantee grantee) {
            for (Candidate candidate : candidates) {
                if (candidate.covers(request.action()) && candidate.statement().matches(request, grantee)) {
                    return candidate.statement();
                }
            }
            return null;
        }
    }
}
