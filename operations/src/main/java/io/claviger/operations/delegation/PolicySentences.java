package io.claviger.operations.delegation;

import io.claviger.policy.catalog.AccessLevel;
import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.Service;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Selection;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A policy in English sentences: for each statement and service what may be done, to what, and under which conditions. */
final class PolicySentences {

    private static final String EVERYTHING = "everything";
    private static final String ANYTHING = "any resource";

    private PolicySentences() {}

    static List<String> of(PolicyDocument policy) {
        List<String> sentences = new ArrayList<>();
        for (Statement statement : policy.statements()) {
            String effect = statement.effect() == Effect.ALLOW ? "Allowed: " : "Denied: ";
            String about = " on " + resources(statement.resources()) + conditions(statement) + ".";
            for (String deed : deeds(statement.actions())) {
                sentences.add("- " + effect + deed + about);
            }
        }
        return sentences;
    }

    /** One for each service; one for all if the statement names none. */
    private static List<String> deeds(Selection actions) {
        String names = actions.terms().stream().map(Term::text).sorted().collect(Collectors.joining(", "));
        if (actions.excluding()) {
            return List.of(EVERYTHING + " but " + names);
        }
        if (actions.terms().stream().anyMatch(term -> term.text().matches("\\*(:\\*)?"))) {
            return List.of(EVERYTHING + " in all services");
        }
        Map<String, List<String>> byService = new TreeMap<>();
        for (Term term : actions.terms()) {
            String prefix = term.text().substring(0, term.text().indexOf(':')).toLowerCase(Locale.ROOT);
            byService.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(term.text());
        }
        return byService.entrySet().stream()
                .map(service -> deed(service.getKey(), service.getValue()))
                .toList();
    }

    private static String deed(String prefix, List<String> patterns) {
        Service service = ServiceCatalog.aws().service(prefix);
        Set<AccessLevel> levels = EnumSet.noneOf(AccessLevel.class);
        patterns.forEach(pattern -> ServiceCatalog.aws().matching(pattern).stream()
                .map(Action::levels)
                .forEach(levels::addAll));
        String kinds = levels.stream().map(PolicySentences::word).collect(Collectors.joining(", "));
        return (kinds.isEmpty() ? "use" : kinds) + " in " + (service == null ? prefix : service.name()) + " ("
                + patterns.stream().sorted().collect(Collectors.joining(", ")) + ")";
    }

    private static String word(AccessLevel level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String resources(Selection resources) {
        List<String> named = resources.terms().stream().map(Term::text).sorted().toList();
        String names = named.contains("*") ? ANYTHING : String.join(", ", named);
        return resources.excluding() ? ANYTHING + " but " + names : names;
    }

    private static String conditions(Statement statement) {
        return statement.conditions().isEmpty()
                ? ""
                : statement.conditions().stream()
                        .map(condition -> condition.key() + " " + condition.operatorName() + " "
                                + condition.values().stream().map(Term::text).collect(Collectors.joining(" or ")))
                        .collect(Collectors.joining(", and ", ", if ", ""));
    }
}
