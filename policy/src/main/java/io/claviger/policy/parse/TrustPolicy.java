package io.claviger.policy.parse;

import io.claviger.policy.document.AwsPrincipal;
import io.claviger.policy.document.AwsPrincipalForm;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.PrincipalTerm.Kind;
import io.claviger.policy.document.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Parses the trust policies of roles where they are stored: as {@link PolicyParser} does, and besides AWS refuses one that
 * names a principal that does not exist or is of another partition, or trusts all users of a
 * {@link SharedIssuers shared} identity provider. A fault's {@link MalformedPolicy#message} is AWS's text for the error
 * {@code MalformedPolicyDocument}. Stateless, and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public final class TrustPolicy {

    private TrustPolicy() {}

    /**
     * Parses a trust policy.
     *
     * @param text any text
     * @param partition the partition that the role is in, as ARNs have it, such as {@code aws-cn}
     * @param exists whether there is such an account, user, role or session; is never asked about everybody. The role of a
     *     session must exist, the session need not
     * @return the policy, or the first thing wrong with it in the order in which AWS looks; never throws unless the
     *     predicate does
     */
    public static ParsedPolicy parse(String text, String partition, Predicate<AwsPrincipal> exists) {
        Partitions partitions = Partitions.only(partition);
        ParsedPolicy parsed = PolicyParser.parse(text, PolicyType.TRUST);
        if (parsed instanceof PolicyDocument policy) {
            for (Statement statement : policy.statements()) {
                for (PrincipalTerm term : terms(statement)) {
                    if (isForeign(term, partitions) || !exists(term, exists)) {
                        String message = PrincipalCheck.invalid(term);
                        return new MalformedPolicy(message, message, term.at());
                    }
                }
                Optional<MalformedPolicy> shared = SharedIssuers.fault(statement);
                if (shared.isPresent()) {
                    return shared.get();
                }
            }
        }
        return parsed;
    }

    private static List<PrincipalTerm> terms(Statement statement) {
        PrincipalSelection principals = statement.principals();
        return principals == null ? List.of() : principals.terms();
    }

    private static boolean isForeign(PrincipalTerm term, Partitions partitions) {
        return term.text().startsWith("arn:") && !partitions.accept(term.text().split(":", 3)[1]);
    }

    private static boolean exists(PrincipalTerm term, Predicate<AwsPrincipal> exists) {
        if (term.kind() != Kind.AWS || term.everybody()) {
            return true;
        }
        AwsPrincipal principal = AwsPrincipalForm.parse(term.text());
        return principal != null && exists.test(principal);
    }
}
