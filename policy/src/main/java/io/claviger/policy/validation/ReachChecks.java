package io.claviger.policy.validation;

import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.ActionResource;
import io.claviger.policy.catalog.ResourceType;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.validation.StatementView.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Actions that act on none of the resources of their statement, which then says nothing about them: {@code s3:ListBucket}
 * on the objects of a bucket. Looks only where each resource names one thing, of a type that the catalog knows: what AWS's
 * lists of resource types say of wildcards is less certain, and AWS's own policies are full of them.
 */
final class ReachChecks implements StatementChecks {

    /** Whose list of resource types is known to be incomplete: stack sets need rights on types of resources. */
    private static final Set<String> INCOMPLETE = Set.of("cloudformation");

    private static final int MOST_TYPES = 4;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int NAME = 5;

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Choice actions = statement.actions();
        Choice resources = statement.resources();
        if (policy.trust()
                || actions == null
                || actions.not()
                || resources == null
                || resources.not()
                || resources.texts().isEmpty()) {
            return;
        }
        List<String[]> arns = new ArrayList<>();
        for (Node resource : resources.texts()) {
            String[] parts = ArnParts.split(resource.text());
            if (!namesOne(parts) || !known(parts, scope.catalog())) {
                return;
            }
            arns.add(parts);
        }
        for (Node action : actions.texts()) {
            List<Action> meant =
                    action.text().equals("*") ? List.of() : scope.catalog().matching(action.text());
            if (!meant.isEmpty() && meant.stream().noneMatch(each -> actsOnOne(each, arns))) {
                report(statement, action, meant, resources, scope);
            }
        }
    }

    /** Whether an ARN names one thing; all objects of one bucket are one thing too. */
    private static boolean namesOne(String[] parts) {
        if (parts.length < ResourceChecks.PARTS || INCOMPLETE.contains(parts[2])) {
            return false;
        }
        boolean bucket = parts[2].equals("s3") && parts[REGION].isEmpty() && parts[ACCOUNT].isEmpty();
        String name = bucket ? parts[NAME].split("/", 2)[0] : parts[NAME];
        return !name.isEmpty() && !ArnParts.open(name) && !ArnParts.open(parts[2]);
    }

    private static boolean known(String[] parts, ServiceCatalog catalog) {
        return catalog.resourceTypes(parts[2]).stream().anyMatch(type -> has(type, parts));
    }

    private static boolean actsOnOne(Action action, List<String[]> arns) {
        return action.resources().stream()
                .map(ActionResource::type)
                .anyMatch(type -> arns.stream().anyMatch(parts -> has(type, parts)));
    }

    /** Whether a resource of the type can have the ARN. */
    private static boolean has(ResourceType type, String[] parts) {
        for (String form : type.arn().split(", ", -1)) {
            if (fits(ArnParts.split(form), parts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String[] form, String[] parts) {
        // what varies in a form may have slashes in it, as the paths of users have; only of buckets it is known better
        if (form.length < parts.length || (form[NAME].equals("${BucketName}") && parts[NAME].indexOf('/') >= 0)) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!GlobOverlap.overlap(ArnParts.tokens(form[i]), ArnParts.tokens(parts[i]))) {
                return false;
            }
        }
        return true;
    }

    private static void report(
            StatementView statement, Node action, List<Action> meant, Choice resources, Scope scope) {
        List<ResourceType> types = meant.stream()
                .flatMap(each -> each.resources().stream())
                .map(ActionResource::type)
                .distinct()
                .toList();
        String what = resources.texts().size() == 1
                ? resources.texts().getFirst().text()
                : "any of the " + resources.texts().size() + " resources";
        String without = statement.denies() ? "denies" : "allows";
        String advice = types.isEmpty()
                ? "It acts on no resource of its own: name \"*\" for it."
                : "It acts on " + names(types) + '.';
        scope.report()
                .add(
                        statement.denies() ? Check.CLAVIGER_DENY_WITHOUT_EFFECT : Check.CLAVIGER_ACTION_NOT_ON_RESOURCE,
                        "The action " + action.text() + " does not act on " + what + ", so the statement " + without
                                + " nothing by it. " + advice,
                        action.location());
    }

    private static String names(List<ResourceType> types) {
        String names = types.stream()
                .limit(MOST_TYPES)
                .map(type -> type.name() + " (" + type.arn() + ')')
                .collect(Collectors.joining(", "));
        return types.size() > MOST_TYPES ? names + " and " + (types.size() - MOST_TYPES) + " more types" : names;
    }
}
