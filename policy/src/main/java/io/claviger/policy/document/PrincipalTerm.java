package io.claviger.policy.document;

import io.claviger.policy.json.Position;

/**
 * A principal that a policy names. Immutable.
 *
 * @param kind what kind of principal
 * @param text how the policy names it
 * @param at where it stands
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public record PrincipalTerm(Kind kind, String text, Position at) {

    /** The kinds of principals, by the names under which policies list them. */
    public enum Kind {
        /**
         * {@code *} for everybody, an account's number or the ARN of its root for the account, the ARN or unique ID of a
         * user or role, or the ARN of a session.
         */
        AWS("AWS"),
        /** A service, such as {@code ec2.amazonaws.com}. */
        SERVICE("Service"),
        /** An identity provider: the ARN of a SAML or OIDC provider, or the domain of a well-known one. */
        FEDERATED("Federated"),
        /** The canonical ID of an account, as S3 has them. */
        CANONICAL_USER("CanonicalUser");

        private final String member;

        Kind(String member) {
            this.member = member;
        }

        /** The name in policies. */
        public String member() {
            return member;
        }
    }

    /** Whether it stands for everybody, anonymous callers too. */
    public boolean everybody() {
        return kind == Kind.AWS && text.equals("*");
    }
}
