package io.claviger.policy.validation;

import io.claviger.policy.validation.StatementView.PrincipalView;
import io.claviger.policy.validation.StatementView.Principals;
import java.util.List;

/** Trust in identity providers of OpenID Connect, and in GitHub's above all: who else uses the same provider? */
final class IdentityProviderChecks implements StatementChecks {

    private static final String GITHUB = "token.actions.githubusercontent.com";
    private static final String PROVIDER = ":oidc-provider/";

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        audience(statement, scope);
        Principals principals = statement.principals();
        if (!policy.trust() || principals == null || !statement.allows()) {
            return;
        }
        for (PrincipalView principal : principals.named()) {
            String text = principal.value().text();
            if (!principal.kind().equals("Federated") || text.contains(":saml-provider/")) {
                continue;
            }
            int provider = text.indexOf(PROVIDER);
            String issuer = provider < 0 ? text : text.substring(provider + PROVIDER.length());
            if (issuer.equals(GITHUB)) {
                github(statement, principal, scope);
            } else if (statement.conditions().stream().noneMatch(condition -> condition.under(issuer + ':'))) {
                scope.report()
                        .add(
                                Check.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL,
                                "Using an Open ID Connect principal without a condition can be overly permissive. Add"
                                        + " condition keys with a prefix that matches your federated OIDC principals to"
                                        + " ensure that only the intended identity provider assumes the role.",
                                principal.value().location());
            }
        }
    }

    private static void github(StatementView statement, PrincipalView principal, Scope scope) {
        List<ConditionView> subjects = statement.on(GITHUB + ":sub");
        if (subjects.isEmpty()) {
            scope.report()
                    .add(
                            Check.MISSING_GITHUB_REPO_CONDITION_KEY,
                            "Granting a federated GitHub principal permissions without a condition key can allow more"
                                    + " sources to assume the role than you intended. Add the"
                                    + " token.actions.githubusercontent.com:sub condition key and specify the branch and"
                                    + " repository name in the value.",
                            principal.value().location());
        }
        boolean branch = statement.has(GITHUB + ":ref");
        for (ConditionView subject : subjects) {
            for (Node value : subject.values()) {
                if (subject.wildcards() && broad(value.text(), branch)) {
                    scope.report()
                            .add(
                                    Check.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED,
                                    "Using a wildcard (*) in token.actions.githubusercontent.com:sub can allow requests"
                                            + " from more sources than you intended. Specify the value of"
                                            + " token.actions.githubusercontent.com:sub with the repository and branch"
                                            + " name. If the subject claim does not include the branch, specify it in a"
                                            + " token.actions.githubusercontent.com:ref condition key.",
                                    value.location());
                }
            }
        }
    }

    /** A subject is {@code repo:owner/name:…}; only its third part may be open, and that only if the branch is limited. */
    private static boolean broad(String subject, boolean branch) {
        int star = subject.indexOf('*');
        if (star < 0) {
            return false;
        }
        int second = subject.indexOf(':', subject.indexOf(':') + 1);
        return !branch || second < 0 || star < second;
    }

    private static void audience(StatementView statement, Scope scope) {
        for (ConditionView condition : statement.conditions()) {
            if (!condition.key().endsWith(":aud")) {
                continue;
            }
            switch (condition.quantifier()) {
                case NONE -> {}
                case FOR_ANY_VALUE ->
                    scope.report()
                            .add(
                                    Check.FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE,
                                    "Using ForAnyValue qualifier with the single-valued condition key "
                                            + condition.key()
                                            + " can be overly permissive. We recommend that you remove ForAnyValue:.",
                                    condition.operatorKey());
                case FOR_ALL_VALUES ->
                    scope.report()
                            .add(
                                    Check.CONFIRM_AUDIENCE_CLAIM_TYPE,
                                    "The \"" + condition.key()
                                            + "\" (audience) claim key identifies the recipients that"
                                            + " the JSON web token is intended for. Because this claim is single-valued,"
                                            + " do not use a qualifier.",
                                    condition.keyLocation());
            }
        }
    }
}
