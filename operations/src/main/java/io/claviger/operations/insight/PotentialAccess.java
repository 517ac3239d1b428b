package io.claviger.operations.insight;

import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.ActionResource;
import io.claviger.policy.catalog.Service;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Selection;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.pattern.Glob;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What policies may allow, taken together: an action counts if a statement allows it on some resource, whatever its
 * conditions, and no statement denies it on all resources without conditions. Boundaries, trust and control policies do not
 * count.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html">Last accessed
 *     information</a>
 */
final class PotentialAccess {

    private static final String EVERYTHING = "*";

    private final List<Grant> allowing;
    private final List<Grant> denying;

    PotentialAccess(Collection<PolicyDocument> policies) {
        this.allowing = policies.stream()
                .flatMap(policy -> policy.statements().stream())
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .map(Grant::of)
                .toList();
        this.denying = policies.stream()
                .flatMap(policy -> policy.statements().stream())
                .filter(statement -> statement.effect() == Effect.DENY
                        && statement.conditions().isEmpty())
                .map(Grant::of)
                .filter(Grant::isOnEverything)
                .toList();
    }

    /** A statement's actions, and the services whose resources it is about. */
    private record Grant(boolean excluding, List<Pattern> actions, boolean isOnEverything, List<Glob> arnServices) {

        static Grant of(Statement statement) {
            Selection resources = statement.resources();
            boolean everything = !resources.excluding()
                    && resources.terms().stream().map(Term::text).anyMatch(EVERYTHING::equals);
            return new Grant(
                    statement.actions().excluding(),
                    statement.actions().terms().stream().map(Pattern::of).toList(),
                    everything,
                    resources.excluding() || everything
                            ? List.of(Glob.ignoringCase(EVERYTHING))
                            : resources.terms().stream()
                                    .map(term -> term.text().split(":", 4))
                                    .map(parts -> Glob.ignoringCase(parts.length > 2 ? parts[2] : EVERYTHING))
                                    .toList());
        }

        boolean selects(Action action) {
            return excluding != actions.stream().anyMatch(pattern -> pattern.matches(action));
        }

        /** An action without resources is about everything. */
        boolean reaches(Action action) {
            return isOnEverything
                    || action.resources().stream()
                            .map(ActionResource::type)
                            .anyMatch(type -> arnServices.stream().anyMatch(glob -> glob.matches(type.arnService())));
        }
    }

    /** A pattern for actions, such as {@code s3:Get*}. */
    private record Pattern(Glob service, Glob action) {

        static Pattern of(Term term) {
            String text = term.text().toLowerCase(Locale.ROOT);
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Pattern(Glob.ignoringCase(text), Glob.ignoringCase(EVERYTHING))
                    : new Pattern(
                            Glob.ignoringCase(text.substring(0, colon)), Glob.ignoringCase(text.substring(colon + 1)));
        }

        boolean matches(Action named) {
            return service.matches(named.service()) && action.matches(named.name());
        }
    }

    /** The services of AWS of which an action may be allowed, by namespace, with those actions. */
    SortedMap<String, List<Action>> services() {
        SortedMap<String, List<Action>> services = new TreeMap<>();
        if (allowing.isEmpty()) {
            return services;
        }
        for (String namespace : ServiceCatalog.aws().prefixes()) {
            if (allowing.stream().anyMatch(grant -> mayConcern(grant, namespace))) {
                Service service = Objects.requireNonNull(ServiceCatalog.aws().service(namespace));
                List<Action> actions =
                        service.actions().stream().filter(this::isPossible).toList();
                if (!actions.isEmpty()) {
                    services.put(namespace, actions);
                }
            }
        }
        return services;
    }

    private static boolean mayConcern(Grant grant, String namespace) {
        return grant.excluding()
                || grant.actions().stream()
                        .anyMatch(pattern -> pattern.service().matches(namespace));
    }

    private boolean isPossible(Action action) {
        return allowing.stream().anyMatch(grant -> grant.selects(action) && grant.reaches(action))
                && denying.stream().noneMatch(grant -> grant.selects(action));
    }
}
