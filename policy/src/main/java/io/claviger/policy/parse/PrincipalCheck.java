package io.claviger.policy.parse;

import io.claviger.policy.document.AwsPrincipalForm;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.PrincipalTerm.Kind;
import io.claviger.policy.parse.DraftPolicy.DraftPrincipals;
import io.claviger.policy.parse.DraftPolicy.DraftStatement;
import java.util.List;
import java.util.regex.Pattern;

/** Checks {@code Principal} and {@code NotPrincipal}: whether they may or must be there, and the principals that they name. */
final class PrincipalCheck {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");
    private static final Pattern PROVIDER =
            Pattern.compile("arn:aws[a-z-]{0,16}:iam::\\d{12}:(?:saml|oidc)-provider/[^*?]+");

    /** The domains of AWS's services, partition by partition. */
    private static final List<String> SERVICE_DOMAINS = List.of(
            ".amazonaws.com",
            ".amazonaws.com.cn",
            ".amazonaws.eu",
            ".c2s.ic.gov",
            ".sc2s.sgov.gov",
            ".cloud.adc-e.uk",
            ".csp.hci.ic.gov");

    private static final String COGNITO = "cognito-identity.amazonaws.com";
    private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-f]{64}");

    /** AWS's words for a trusted identity provider that is none. */
    private static final String NO_PROVIDER = "Federated principals must be valid domain names or SAML metadata ARNs";

    private PrincipalCheck() {}

    static void check(DraftStatement statement, PolicyType type) throws PolicyFault {
        DraftPrincipals principals = statement.principals();
        switch (type) {
            case IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> {
                if (principals != null) {
                    throw new PolicyFault("Policy document should not specify a principal.", principals.at());
                }
            }
            case SERVICE_CONTROL -> {
                if (principals != null) {
                    throw PolicyFault.control("A service control policy names no principals", principals.at());
                }
            }
            case RESOURCE_CONTROL -> {
                if (principals == null
                        || principals.selection().excluding()
                        || principals.selection().terms().size() != 1
                        || !principals.selection().terms().getFirst().everybody()) {
                    throw PolicyFault.control(
                            "The Principal of a resource control policy is \"*\"",
                            principals == null ? statement.at() : principals.at());
                }
            }
            case RESOURCE, TRUST -> named(statement, type);
        }
    }

    private static void named(DraftStatement statement, PolicyType type) throws PolicyFault {
        DraftPrincipals principals = statement.principals();
        if (principals == null) {
            throw new PolicyFault("Missing required field Principal", statement.at());
        }
        if (principals.selection().terms().isEmpty()) {
            throw new PolicyFault("Missing required field Principal cannot be empty!", principals.at());
        }
        if (principals.selection().excluding()) {
            if (!statement.effect().text().equalsIgnoreCase("Deny")) {
                throw new PolicyFault("Allow with NotPrincipal is not allowed.", principals.at());
            }
            if (type == PolicyType.TRUST) {
                throw new PolicyFault("AssumeRole policy must not contain NotPrincipal field.", principals.at());
            }
        }
        if (principals.bare() && type == PolicyType.TRUST) {
            throw new PolicyFault(
                    "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".",
                    "A trust policy trusts everyone with {\"AWS\": \"*\"}, not with \"*\" alone",
                    principals.at());
        }
        for (PrincipalTerm term : principals.selection().terms()) {
            if (!wellFormed(term, type)) {
                boolean provider = type == PolicyType.TRUST && term.kind() == Kind.FEDERATED;
                throw new PolicyFault(provider ? NO_PROVIDER : invalid(term), term.at());
            }
            if (type == PolicyType.TRUST
                    && term.kind() == Kind.FEDERATED
                    && term.text().equals(COGNITO)
                    && statement.conditions().isEmpty()) {
                throw new PolicyFault("A condition block must be present for the Cognito provider", term.at());
            }
        }
    }

    /** AWS's words for a principal that is none. */
    static String invalid(PrincipalTerm term) {
        return "Invalid principal in policy: \"" + term.kind().name() + "\":\"" + term.text() + "\"";
    }

    private static boolean wellFormed(PrincipalTerm term, PolicyType type) {
        return switch (term.kind()) {
            case AWS -> AwsPrincipalForm.parse(term.text()) != null;
            case SERVICE ->
                DOMAIN.matcher(term.text()).matches()
                        && (type != PolicyType.TRUST || SERVICE_DOMAINS.stream().anyMatch(term.text()::endsWith));
            case FEDERATED ->
                DOMAIN.matcher(term.text()).matches()
                        || PROVIDER.matcher(term.text()).matches();
            case CANONICAL_USER ->
                type == PolicyType.RESOURCE && CANONICAL_ID.matcher(term.text()).matches();
        };
    }
}
