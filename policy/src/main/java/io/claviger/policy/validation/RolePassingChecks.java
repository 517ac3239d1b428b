package io.claviger.policy.validation;

import io.claviger.policy.pattern.Glob;
import io.claviger.policy.validation.StatementView.Choice;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may hand any role to a service, or have any service create a role of its own. */
final class RolePassingChecks implements StatementChecks {

    private static final Danger PASS = new Danger(
            "iam:PassRole",
            false,
            "arn:aws:iam::*:role/*",
            List.of("iam:PassedToService", "iam:AssociatedResourceArn"),
            "be overly permissive because it can allow iam:PassRole permissions on multiple resources",
            "be overly permissive because it allows iam:PassRole permissions on ",
            " We recommend that you specify resource ARNs or add the iam:PassedToService condition key to your"
                    + " statement.");
    private static final Danger CREATE = new Danger(
            "iam:CreateServiceLinkedRole",
            true,
            "arn:aws:iam::*:role/aws-service-role/*",
            List.of("iam:AWSServiceName"),
            "allow creation of unintended service-linked roles",
            "allow creation of unintended service-linked roles because it allows iam:CreateServiceLinkedRole permissions"
                    + " on ",
            " We recommend that you specify resource ARNs instead.");

    /** An action, the resources that are too many for it, and the keys that limit it to some services. */
    private record Danger(
            String action,
            boolean creates,
            String broad,
            List<String> limits,
            String notResource,
            String star,
            String advice) {}

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        if (scope.identity() && statement.allows()) {
            danger(PASS, statement, scope);
            danger(CREATE, statement, scope);
        }
    }

    private static void danger(Danger danger, StatementView statement, Scope scope) {
        Choice actions = statement.actions();
        Choice resources = statement.resources();
        if (actions == null || resources == null) {
            return;
        }
        Node by = granting(actions, danger.action);
        if ((by == null) != actions.not()) {
            return;
        }
        boolean star = by != null && ActionChecks.wild(by.text());
        Location action = by == null ? actions.element().key() : by.location();
        if (resources.not()) {
            notResource(
                    danger,
                    actions.not(),
                    star,
                    scope,
                    action,
                    resources.element().key());
            return;
        }
        if (danger.limits.stream().anyMatch(statement::has)) {
            return;
        }
        List<Location> broad = resources.texts().stream()
                .filter(resource -> covers(resource.text(), danger))
                .map(Node::location)
                .toList();
        if (!broad.isEmpty()) {
            List<Location> places =
                    Stream.concat(Stream.of(action), broad.stream()).toList();
            resource(danger, actions.not(), star, scope, places);
        }
    }

    private static @Nullable Node granting(Choice actions, String action) {
        for (Node node : actions.texts()) {
            if (Glob.ignoringCase(node.text()).matches(action)) {
                return node;
            }
        }
        return null;
    }

    /** Any role of at least one account: a star for the account or a number there makes no difference. */
    private static boolean covers(String resource, Danger danger) {
        String[] parts = ArnParts.split(resource);
        if (parts.length == ResourceChecks.PARTS && parts[4].chars().allMatch(c -> c >= '0' && c <= '9')) {
            parts[4] = "*";
        }
        PatternTokens tokens = new PatternTokens();
        return GlobInclusion.includes(tokens.resource(String.join(":", parts)), tokens.resource(danger.broad));
    }

    private static void notResource(Danger danger, boolean notAction, boolean star, Scope scope, Location... places) {
        Check check;
        String using;
        if (notAction) {
            check = danger.creates()
                    ? Check.CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE
                    : Check.PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE;
            using = "Using NotAction with NotResource";
        } else if (star) {
            check = danger.creates()
                    ? Check.CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE
                    : Check.PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE;
            using = "Using an action with a wildcard (*) and NotResource";
        } else {
            check = danger.creates() ? Check.CREATE_SLR_WITH_NOT_RESOURCE : Check.PASS_ROLE_WITH_NOT_RESOURCE;
            using = "Using the " + danger.action + " action with NotResource";
        }
        scope.report()
                .add(
                        check,
                        using + " can " + danger.notResource + ". We recommend that you specify resource ARNs instead.",
                        places);
    }

    private static void resource(Danger danger, boolean notAction, boolean star, Scope scope, List<Location> places) {
        Check check;
        String using;
        String which = "all resources.";
        if (notAction) {
            check = danger.creates()
                    ? Check.CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION
                    : Check.PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION;
            using = "Using a resource with wildcards (*) and NotAction";
        } else if (star) {
            check = danger.creates()
                    ? Check.CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE
                    : Check.PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE;
            using = "Using wildcards (*) in the action and the resource";
        } else {
            check = danger.creates() ? Check.CREATE_SLR_WITH_STAR_IN_RESOURCE : Check.PASS_ROLE_WITH_STAR_IN_RESOURCE;
            using = "Using the " + danger.action + " action with wildcards (*) in the resource";
            which = "multiple resources.";
        }
        scope.report().add(check, using + " can " + danger.star + which + danger.advice, places);
    }
}
