package io.claviger.policy.validation;

import io.claviger.policy.validation.StatementView.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Actions and resources that another one of the same list includes. */
final class ElementRedundancyChecks implements StatementChecks {

    /** Beyond so many patterns, a list is not compared with itself: nobody reads it, and the time would be noticed. */
    private static final int MOST = 3_000;

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Choice actions = statement.actions();
        if (actions != null) {
            List<int[]> patterns = actions.texts().stream()
                    .map(action -> PatternTokens.action(action.text()))
                    .toList();
            for (List<Node> group : groups(actions.texts(), patterns)) {
                scope.report()
                        .add(
                                Check.REDUNDANT_ACTION,
                                "The " + group.size() + " action(s) are redundant because they provide similar"
                                        + " permissions. Update the policy to remove the redundant action such as: "
                                        + group.get(1).text() + '.',
                                places(group));
            }
        }
        Choice resources = statement.resources();
        if (resources != null) {
            PatternTokens tokens = new PatternTokens();
            List<int[]> patterns = resources.texts().stream()
                    .map(resource -> tokens.resource(resource.text()))
                    .toList();
            for (List<Node> group : groups(resources.texts(), patterns)) {
                scope.report()
                        .add(
                                Check.REDUNDANT_RESOURCE,
                                "The " + group.size() + " resource ARN(s) are redundant because they reference the same"
                                        + " resource. Review the use of wildcards (*), or remove the resource "
                                        + group.get(1).text() + " to remove the redundancy.",
                                places(group));
            }
        }
    }

    /** For each pattern that includes others and is itself included in none: that one, then those. */
    private static List<List<Node>> groups(List<Node> nodes, List<int[]> tokens) {
        List<List<Node>> groups = new ArrayList<>();
        if (nodes.size() > MOST) {
            return groups;
        }
        List<Pattern> patterns = tokens.stream().map(Pattern::new).toList();
        boolean[] spent = new boolean[nodes.size()];
        for (int wide = 0; wide < nodes.size(); wide++) {
            if (spent[wide] || includedElsewhere(patterns, wide)) {
                continue;
            }
            List<Node> group = new ArrayList<>(List.of(nodes.get(wide)));
            for (int narrow = 0; narrow < nodes.size(); narrow++) {
                boolean candidate = narrow != wide && !spent[narrow];
                if (candidate && includes(patterns, wide, narrow)) {
                    spent[narrow] = true;
                    group.add(nodes.get(narrow));
                }
            }
            if (group.size() > 1) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** Of patterns that mean the same, the first includes the others. */
    private static boolean includedElsewhere(List<Pattern> patterns, int narrow) {
        for (int wide = 0; wide < patterns.size(); wide++) {
            if (wide != narrow
                    && includes(patterns, wide, narrow)
                    && (wide < narrow || !includes(patterns, narrow, wide))) {
                return true;
            }
        }
        return false;
    }

    private static boolean includes(List<Pattern> patterns, int wide, int narrow) {
        return patterns.get(wide).includes(patterns.get(narrow));
    }

    /** A pattern without wildcards includes only its like; most of a long list are such. */
    private static final class Pattern {

        private final int[] tokens;
        private final int hash;
        private final boolean wild;

        Pattern(int[] tokens) {
            this.tokens = tokens;
            this.hash = Arrays.hashCode(tokens);
            this.wild = Arrays.stream(tokens).anyMatch(token -> token < 0);
        }

        boolean includes(Pattern narrow) {
            return (wild || hash == narrow.hash) && GlobInclusion.includes(tokens, narrow.tokens);
        }
    }

    private static List<Location> places(List<Node> group) {
        return group.stream()
                .map(Node::location)
                .sorted((one, other) -> Integer.compare(
                        one.span().start().offset(), other.span().start().offset()))
                .toList();
    }
}
