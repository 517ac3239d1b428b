package io.claviger.policy.validation;

import io.claviger.policy.validation.StatementView.PrincipalView;
import io.claviger.policy.validation.StatementView.Principals;
import java.util.regex.Pattern;

/** Who is named in a resource policy. */
final class PrincipalChecks implements StatementChecks {

    private static final Pattern ROLE_ID = Pattern.compile("AROA[A-Z0-9]{12,124}");
    private static final Pattern USER_ID = Pattern.compile("AIDA[A-Z0-9]{12,124}");
    private static final Pattern AWS_PRINCIPAL =
            Pattern.compile("\\d{12}|arn:aws[a-z-]{0,16}:(?:iam|sts)::.+" + "|A(?:ROA|IDA)[A-Z0-9]{12,124}");
    private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-f]{64}");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Principals principals = statement.principals();
        if (principals == null || scope.type() != DocumentType.RESOURCE_POLICY) {
            return;
        }
        if (principals.not() && statement.allows() && !policy.trust()) {
            scope.report()
                    .add(
                            Check.ALLOW_WITH_NOT_PRINCIPAL,
                            "Using Allow with NotPrincipal can be overly permissive. We recommend that you use Principal"
                                    + " instead.",
                            principals.element().key());
        }
        for (PrincipalView principal : principals.named()) {
            check(principal, policy, scope);
        }
    }

    private static void check(PrincipalView principal, PolicyView policy, Scope scope) {
        Node value = principal.value();
        String text = value.text();
        if (principal.kind().equals("Federated") && !policy.trust()) {
            scope.report()
                    .add(
                            Check.FEDERATED_PRINCIPAL_NOT_SUPPORTED,
                            "The policy type does not support a federated identity provider in the principal element."
                                    + " Use a supported principal.",
                            value.location());
        }
        if (text.contains("${")) {
            return;
        }
        if (text.contains("*") || text.contains("?")) {
            wildcard(principal, scope);
            return;
        }
        if (ROLE_ID.matcher(text).matches()) {
            reference(scope, Check.INVALID_ROLE_REFERENCE, "role", value);
        } else if (USER_ID.matcher(text).matches()) {
            reference(scope, Check.INVALID_USER_REFERENCE, "user", value);
        }
        boolean formed = switch (principal.kind()) {
            case "AWS" -> AWS_PRINCIPAL.matcher(text).matches();
            case "CanonicalUser" -> CANONICAL_ID.matcher(text).matches();
            default -> true;
        };
        if (!formed) {
            scope.report()
                    .add(
                            Check.INVALID_PRINCIPAL_FORMAT,
                            "The Principal element contents are not valid. " + text + " is not the identifier of a"
                                    + " principal of the kind " + principal.kind() + '.',
                            value.location());
        }
    }

    private static void wildcard(PrincipalView principal, Scope scope) {
        if (principal.kind().equals("AWS") && principal.value().text().equals("*")) {
            return;
        }
        scope.report()
                .add(
                        Check.UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
                        "Wildcards (*, ?) are not supported with the principal key " + principal.kind()
                                + ". Replace the wildcard with a valid principal value.",
                        principal.value().location());
    }

    private static void reference(Scope scope, Check check, String entity, Node value) {
        scope.report()
                .add(
                        check,
                        "The Principal element includes the IAM " + entity + " ID " + value.text()
                                + ". We recommend that you use a " + entity + " ARN instead.",
                        value.location());
    }
}
