package io.claviger.policy.validation;

import io.claviger.policy.catalog.Service;
import io.claviger.policy.validation.StatementView.Choice;
import io.claviger.policy.validation.StatementView.PrincipalView;
import io.claviger.policy.validation.StatementView.Principals;
import java.util.List;

/**
 * What only resource control policies are bound to.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html">Syntax</a>
 */
final class ControlPolicyChecks implements StatementChecks {

    private static final String IMPACT =
            "RCPs impact IAM roles, users, and AWS service principals. To prevent unintended" + " impact to ";
    private static final String IS_SERVICE = "aws:PrincipalIsAWSService";
    private static final List<String> OF_PRINCIPALS =
            List.of("aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths");
    private static final List<String> OF_SERVICES =
            List.of("aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceAccount");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        if (scope.type() != DocumentType.RESOURCE_CONTROL_POLICY) {
            return;
        }
        Principals principals = statement.principals();
        if (principals != null && (principals.not() || !everybody(principals))) {
            scope.report()
                    .add(
                            Check.RCP_SYNTAX_ERROR_PRINCIPAL,
                            "The Principal element contents are not valid. RCPs only support specifying all principals"
                                    + " (\"*\") in the Principal element. The NotPrincipal element is not supported for"
                                    + " RCPs.",
                            principals.element().value().location());
        }
        actions(statement, scope);
        if (statement.allows() && !everything(statement)) {
            scope.report()
                    .add(
                            Check.RCP_SYNTAX_ERROR_ALLOW,
                            "RCPs only support specifying all principals (\"*\") in the Principal element, all resources"
                                    + " (\"*\") in the Resource element, and no Condition element with an effect of"
                                    + " Allow.",
                            statement.node().location());
        }
        if (statement.denies()) {
            statement.conditions().forEach(condition -> company(condition, statement, scope));
        }
    }

    private static boolean everybody(Principals principals) {
        return principals.everybody()
                || (principals.named().size() == 1 && all(principals.named().getFirst()));
    }

    private static boolean all(PrincipalView principal) {
        return principal.kind().equals("AWS") && principal.value().text().equals("*");
    }

    private static boolean everything(StatementView statement) {
        Choice resources = statement.resources();
        Principals principals = statement.principals();
        return principals != null
                && !principals.not()
                && everybody(principals)
                && resources != null
                && !resources.not()
                && resources.texts().stream()
                        .allMatch(resource -> resource.text().equals("*"))
                && !statement.elements().containsKey("Condition");
    }

    private static void actions(StatementView statement, Scope scope) {
        Choice actions = statement.actions();
        if (actions == null) {
            return;
        }
        if (actions.not()) {
            scope.report()
                    .add(
                            Check.RCP_SYNTAX_ERROR_NOTACTION,
                            "RCPs do not support the NotAction element. Update to use the Action element.",
                            actions.element().key());
            return;
        }
        for (Node action : actions.texts()) {
            int colon = action.text().indexOf(':');
            Service service =
                    colon < 0 ? null : scope.catalog().service(action.text().substring(0, colon));
            boolean bound = service != null && service.boundByResourceControl();
            boolean whole = statement.allows() && action.text().equals("*");
            if (!bound && !whole) {
                scope.report()
                        .add(
                                Check.RCP_SYNTAX_ERROR_ACTION,
                                "RCPs only support specifying select service prefixes in the Action element. "
                                        + action.text() + " is of none of these services.",
                                action.location());
            }
        }
    }

    private static void company(ConditionView condition, StatementView statement, Scope scope) {
        if (OF_PRINCIPALS.stream().anyMatch(condition::on) && !says(statement, IS_SERVICE, "false")) {
            scope.report()
                    .add(
                            Check.RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY,
                            IMPACT + "services acting on your behalf using a service principal, an additional statement"
                                    + " should be added to the Condition block \"BoolIfExists\": {"
                                    + " \"aws:PrincipalIsAWSService\": \"false\"} whenever a principal key "
                                    + condition.key() + " is used.",
                            condition.keyLocation());
        }
        boolean source =
                !condition.operatorName().equals("Null") && OF_SERVICES.stream().anyMatch(condition::on);
        if (source && !says(statement, IS_SERVICE, "true")) {
            scope.report()
                    .add(
                            Check.RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY,
                            IMPACT + "your principals, an additional statement should be added to the Condition block"
                                    + " \"BoolIfExists\": { \"aws:PrincipalIsAWSService\": \"true\"} whenever the key "
                                    + condition.key() + " is used.",
                            condition.keyLocation());
        }
        boolean present = statement.conditions().stream()
                .anyMatch(other -> other.operatorName().equals("Null")
                        && (other.on("aws:SourceAccount") || other.on("aws:SourceArn"))
                        && other.values().stream()
                                .allMatch(value -> value.text().equals("false")));
        if (source && !present) {
            scope.report()
                    .add(
                            Check.RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK,
                            "The specified service may have a service integration that does not require the use of the "
                                    + condition.key()
                                    + " condition key. To prevent unintended impact to services acting"
                                    + " on your behalf using a service principal, an additional statement should be"
                                    + " added to the Condition block \"Null\": { \"aws:SourceAccount\": \"false\"} or"
                                    + " \"Null\": { \"aws:SourceArn\": \"false\"} whenever the key " + condition.key()
                                    + " is used.",
                            condition.keyLocation());
        }
    }

    private static boolean says(StatementView statement, String key, String truth) {
        return statement.on(key).stream()
                .anyMatch(condition -> condition.values().stream()
                        .anyMatch(value -> value.text().equals(truth)));
    }
}
