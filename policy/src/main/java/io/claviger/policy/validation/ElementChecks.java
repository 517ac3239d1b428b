package io.claviger.policy.validation;

import io.claviger.policy.validation.StatementView.Choice;
import io.claviger.policy.validation.StatementView.Principals;

/** Which elements a statement of this type of policy must have, and which it must not. */
final class ElementChecks implements StatementChecks {

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Choice resources = statement.resources();
        if (resources == null && !policy.trust()) {
            scope.report()
                    .add(
                            Check.MISSING_RESOURCE,
                            "Add a Resource or NotResource element to the policy statement.",
                            statement.node().location());
        }
        if (resources != null && policy.trust()) {
            scope.report()
                    .add(
                            Check.ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE,
                            "Role trust policies apply to the role that they are attached to. You cannot specify a"
                                    + " resource. Remove the Resource or NotResource element.",
                            resources.element().key());
        }
        Principals principals = statement.principals();
        if (principals == null) {
            missingPrincipal(statement, scope);
            return;
        }
        switch (scope.type()) {
            case IDENTITY_POLICY ->
                scope.report()
                        .add(
                                Check.UNSUPPORTED_PRINCIPAL,
                                "The policy type IDENTITY_POLICY does not support the Principal element. Remove the"
                                        + " Principal element.",
                                principals.element().key());
            case SERVICE_CONTROL_POLICY ->
                scope.report()
                        .add(
                                Check.SCP_SYNTAX_ERROR_PRINCIPAL,
                                "SCPs do not support specifying principals. Remove the Principal or NotPrincipal"
                                        + " element.",
                                principals.element().key());
            case RESOURCE_POLICY, RESOURCE_CONTROL_POLICY -> {}
        }
    }

    private static void missingPrincipal(StatementView statement, Scope scope) {
        switch (scope.type()) {
            case RESOURCE_POLICY, RESOURCE_CONTROL_POLICY ->
                scope.report()
                        .add(
                                Check.MISSING_PRINCIPAL,
                                "Add a Principal element to the policy statement.",
                                statement.node().location());
            case IDENTITY_POLICY, SERVICE_CONTROL_POLICY -> {}
        }
    }
}
