package io.claviger.operations.insight;

import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.Service;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Selection;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.pattern.Glob;
import java.util.List;
import java.util.stream.Stream;

/** Which services a policy grants something of: by its actions alone, whatever the resources and the conditions. */
final class GrantedServices {

    private GrantedServices() {}

    /**
     * Whether a statement of the policy allows an action of the service. What it denies is not looked at.
     *
     * @param namespace the service's prefix in policies, such as {@code iam}. Of one that is not in the catalog, no
     *     action is known, so a pattern for its prefix is enough
     */
    static boolean grants(PolicyDocument policy, String namespace) {
        return policy.statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .map(Statement::actions)
                .anyMatch(actions -> selects(actions, namespace));
    }

    private static boolean selects(Selection actions, String namespace) {
        List<Glob> names = actions.terms().stream()
                .flatMap(term -> namesIn(term, namespace))
                .map(Glob::ignoringCase)
                .toList();
        Service service = ServiceCatalog.aws().service(namespace);
        if (service == null) {
            return actions.excluding() == names.isEmpty();
        }
        return service.actions().stream()
                .map(Action::name)
                .anyMatch(action -> actions.excluding() != names.stream().anyMatch(name -> name.matches(action)));
    }

    /** The pattern for the names of actions, if the term's prefix is the service's. */
    private static Stream<String> namesIn(Term term, String namespace) {
        String text = term.text();
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text.equals("*") ? Stream.of("*") : Stream.empty();
        }
        return text.substring(0, colon).equalsIgnoreCase(namespace)
                ? Stream.of(text.substring(colon + 1))
                : Stream.empty();
    }
}
