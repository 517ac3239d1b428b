package io.claviger.policy.validation;

import io.claviger.policy.pattern.Glob;
import io.claviger.policy.validation.StatementView.Choice;
import io.claviger.policy.validation.StatementView.PrincipalView;
import io.claviger.policy.validation.StatementView.Principals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What trust policies of roles alone can say, and what only they cannot. */
final class TrustChecks implements StatementChecks {

    private static final Pattern SAML_PROVIDER = Pattern.compile("arn:aws[a-z-]{0,16}:iam::\\d{12}:saml-provider/.+");
    private static final Pattern OIDC_PROVIDER = Pattern.compile("arn:aws[a-z-]{0,16}:iam::\\d{12}:oidc-provider/.+");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]{0,16}:iam::(\\d{12}):role/(?:.+/)?([^/]+)");
    private static final Pattern SESSION =
            Pattern.compile("arn:aws[a-z-]{0,16}:(?:sts|iam)::(\\d{12}):assumed-role/([^/]+)/.+");
    private static final List<String> ROLES_ANYWHERE =
            List.of("sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Principals principals = statement.principals();
        if (!policy.trust() || principals == null) {
            return;
        }
        if (principals.not()) {
            scope.report()
                    .add(
                            Check.ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL,
                            "Role trust policies do not support NotPrincipal. Update the policy to use a Principal"
                                    + " element instead.",
                            principals.element().key());
        }
        if (principals.everybody()) {
            scope.report()
                    .add(
                            Check.ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
                            "\"Principal:\" \"*\" is not supported in the principal element of a role trust policy."
                                    + " Replace the wildcard with a valid principal value.",
                            principals.element().value().location());
        }
        for (PrincipalView principal : principals.named()) {
            if (principal.kind().equals("Federated")
                    && !wellFormed(principal.value().text())) {
                scope.report()
                        .add(
                                Check.INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY,
                                "The principal value specifies a federated principal that does not match the expected"
                                        + " format. Update the federated principal to a domain name or a SAML metadata"
                                        + " ARN.",
                                principal.value().location());
            }
        }
        sessions(principals, scope);
        Choice actions = statement.actions();
        if (actions != null && !actions.not()) {
            actions.texts().forEach(action -> mismatched(action, principals, scope));
            rolesAnywhere(statement, actions, principals, scope);
        }
    }

    private static boolean wellFormed(String provider) {
        return SAML_PROVIDER.matcher(provider).matches()
                || OIDC_PROVIDER.matcher(provider).matches()
                || DOMAIN.matcher(provider).matches();
    }

    private static void mismatched(Node action, Principals principals, Scope scope) {
        List<PrincipalView> wrong = new ArrayList<>();
        for (PrincipalView principal : principals.named()) {
            boolean federated = principal.kind().equals("Federated");
            boolean saml =
                    federated && SAML_PROVIDER.matcher(principal.value().text()).matches();
            boolean fits = switch (action.text().toLowerCase(Locale.ROOT)) {
                case "sts:assumerole" -> !federated;
                case "sts:assumerolewithsaml" -> saml;
                case "sts:assumerolewithwebidentity" -> federated && !saml;
                default -> true;
            };
            if (!fits) {
                wrong.add(principal);
            }
        }
        if (wrong.isEmpty()) {
            return;
        }
        List<Location> places = new ArrayList<>(List.of(action.location()));
        wrong.forEach(principal -> places.add(principal.value().location()));
        String names = wrong.stream().map(principal -> principal.value().text()).collect(Collectors.joining(", "));
        scope.report()
                .add(
                        Check.MISMATCHED_ACTION_FOR_PRINCIPAL,
                        "The " + action.text() + " action is invalid with the following principal(s): " + names
                                + ". Use a SAML provider principal with the sts:AssumeRoleWithSAML action or use an OIDC"
                                + " provider principal with the sts:AssumeRoleWithWebIdentity action. Ensure the"
                                + " provider is Federated if you use either of the two options.",
                        places);
    }

    private static void rolesAnywhere(StatementView statement, Choice actions, Principals principals, Scope scope) {
        boolean named = principals.named().stream()
                .anyMatch(principal -> principal.kind().equals("Service")
                        && principal.value().text().equals("rolesanywhere.amazonaws.com"));
        boolean complete = ROLES_ANYWHERE.stream()
                .allMatch(needed -> actions.texts().stream()
                        .anyMatch(action -> Glob.ignoringCase(action.text()).matches(needed)));
        if (named && statement.allows() && !complete) {
            scope.report()
                    .add(
                            Check.MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY,
                            "The rolesanywhere.amazonaws.com service principal requires the sts:AssumeRole,"
                                    + " sts:SetSourceIdentity, and sts:TagSession permissions to assume a role. Add the"
                                    + " missing permissions to the policy.",
                            actions.element().value().location());
        }
    }

    private static void sessions(Principals principals, Scope scope) {
        for (PrincipalView principal : principals.named()) {
            Matcher session = SESSION.matcher(principal.value().text());
            if (!session.matches()) {
                continue;
            }
            for (PrincipalView other : principals.named()) {
                Matcher role = ROLE.matcher(other.value().text());
                if (role.matches()
                        && role.group(1).equals(session.group(1))
                        && role.group(2).equals(session.group(2))) {
                    scope.report()
                            .add(
                                    Check.REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY,
                                    "The assumed-role principal "
                                            + principal.value().text()
                                            + " is redundant with its parent role "
                                            + other.value().text()
                                            + ". Remove the assumed-role principal.",
                                    principal.value().location(),
                                    other.value().location());
                }
            }
        }
    }
}
