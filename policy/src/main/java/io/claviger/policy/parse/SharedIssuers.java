package io.claviger.policy.parse;

import io.claviger.policy.condition.Family;
import io.claviger.policy.condition.Quantifier;
import io.claviger.policy.document.Condition;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.PrincipalTerm.Kind;
import io.claviger.policy.document.Statement;
import io.claviger.policy.pattern.AsciiCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issuers of OpenID Connect that work for everybody under one name. A role that trusts one of them without asking who the
 * token is about trusts everybody, so AWS refuses such a trust policy. Stateless, and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">
 *     Identity-provider controls for shared OIDC providers</a>
 */
final class SharedIssuers {

    private static final String PROVIDER = ":oidc-provider/";
    private static final List<String> SUBJECT = List.of("sub");

    /** Which claims say whose token it is; a condition on one of them is needed. Add an issuer here. */
    private static final Map<String, List<String>> CLAIMS = Map.ofEntries(
            Map.entry("accounts.google.com", List.of("sub", "aud", "oaud", "email")),
            Map.entry("agent.buildkite.com", SUBJECT),
            Map.entry("api.pulumi.com/oidc", List.of("aud", "sub")),
            Map.entry("app.terraform.io", SUBJECT),
            Map.entry("cognito-identity.amazonaws.com", List.of("aud")),
            Map.entry("gitlab.com", SUBJECT),
            Map.entry("oidc-configuration.audit-log.githubusercontent.com", SUBJECT),
            Map.entry("oidc.codefresh.io", SUBJECT),
            Map.entry("oidc.vercel.com", List.of("aud", "sub")),
            Map.entry("proidc.upbound.io", SUBJECT),
            Map.entry("sandboxes.cloud", List.of("aud", "sub")),
            Map.entry("scalr.io", SUBJECT),
            Map.entry("studio.datachain.ai/api", SUBJECT),
            Map.entry("token.actions.githubusercontent.com", SUBJECT),
            Map.entry("tokens.cloud.shisho.dev", SUBJECT),
            Map.entry("vstoken.actions.githubusercontent.com", SUBJECT));

    private SharedIssuers() {}

    /** Why a trust policy cannot have this statement; empty if it can. */
    static Optional<MalformedPolicy> fault(Statement statement) {
        PrincipalSelection principals = statement.principals();
        if (principals == null || statement.effect() != Effect.ALLOW) {
            return Optional.empty();
        }
        return principals.terms().stream()
                .filter(term -> term.kind() == Kind.FEDERATED)
                .flatMap(term -> fault(statement, term).stream())
                .findFirst();
    }

    private static Optional<MalformedPolicy> fault(Statement statement, PrincipalTerm term) {
        String issuer = issuer(term.text());
        List<String> claims = CLAIMS.get(issuer);
        if (claims == null || statement.conditions().stream().anyMatch(condition -> asks(condition, issuer, claims))) {
            return Optional.empty();
        }
        String keys = String.join(
                ", ", claims.stream().map(claim -> issuer + ":" + claim).toList());
        String message = "The role trust policy must evaluate the condition key " + keys + " for the shared identity"
                + " provider " + issuer + ".";
        return Optional.of(new MalformedPolicy(message, message, term.at()));
    }

    private static String issuer(String principal) {
        int provider = principal.indexOf(PROVIDER);
        return AsciiCase.lower(provider < 0 ? principal : principal.substring(provider + PROVIDER.length()));
    }

    /** Whether the condition lets in only some of an issuer's tokens, and none that lacks the claim. */
    private static boolean asks(Condition condition, String issuer, List<String> claims) {
        String key = AsciiCase.lower(condition.key());
        boolean isOnClaim = claims.stream().anyMatch(claim -> key.equals(issuer + ":" + claim));
        return isOnClaim
                && condition.operator().quantifier() != Quantifier.FOR_ALL_VALUES
                && !condition.operator().ifExists()
                && !condition.operator().kind().negated()
                && isText(condition.operator().kind().family())
                && condition.values().stream().noneMatch(value -> isAnything(condition, value.text()));
    }

    private static boolean isText(Family family) {
        return family == Family.STRING || family == Family.STRING_IGNORING_CASE || family == Family.STRING_LIKE;
    }

    /** A pattern without a letter that stands for itself. */
    private static boolean isAnything(Condition condition, String value) {
        return condition.operator().kind().family() == Family.STRING_LIKE
                && value.chars().allMatch(c -> c == '*' || c == '?');
    }
}
