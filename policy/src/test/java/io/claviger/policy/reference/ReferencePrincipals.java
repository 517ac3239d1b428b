package io.claviger.policy.reference;

import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.PrincipalTerm.Kind;
import io.claviger.policy.request.Requester;
import io.claviger.policy.request.Requester.Anonymous;
import io.claviger.policy.request.Requester.Federated;
import io.claviger.policy.request.Requester.FederatedUser;
import io.claviger.policy.request.Requester.RoleSession;
import io.claviger.policy.request.Requester.Root;
import io.claviger.policy.request.Requester.Service;
import io.claviger.policy.request.Requester.User;
import java.util.List;

/** Whether a statement names the one who asks. */
final class ReferencePrincipals {

    private ReferencePrincipals() {}

    /** How nearly a statement names the one who asks; its other elements do not count. */
    static Naming naming(PrincipalSelection principals, Effect effect, Requester requester, boolean bounded) {
        List<PrincipalTerm> terms = principals.terms();
        if (principals.excluding()) {
            // "Always denies any principal that has a permissions boundary"; it is for denials only.
            return bounded || !spared(terms, requester) ? Naming.ITSELF : Naming.NOT;
        }
        Naming nearest = Naming.NOT;
        for (PrincipalTerm term : terms) {
            // Nobody here has a canonical ID: a grant to one grants nothing, a denial of one denies everybody.
            boolean unknowable = term.kind() == Kind.CANONICAL_USER && effect == Effect.DENY;
            nearest = nearest.orNearer(unknowable ? Naming.ITSELF : naming(term, requester));
        }
        return nearest;
    }

    private static Naming naming(PrincipalTerm term, Requester requester) {
        if (everybody(term)) {
            return Naming.ITSELF;
        }
        return switch (requester) {
            case Root root -> account(term, root.accountId()) ? Naming.ITSELF : Naming.NOT;
            case User user -> {
                if (aws(term, user.arn()) || aws(term, user.id())) {
                    yield Naming.ITSELF;
                }
                yield account(term, user.accountId()) ? Naming.ACCOUNT : Naming.NOT;
            }
            case RoleSession session -> {
                if (aws(term, session.sessionArn())) {
                    yield Naming.ITSELF;
                }
                if (aws(term, session.roleArn()) || aws(term, session.roleId())) {
                    yield Naming.PARENT;
                }
                yield account(term, session.accountId()) ? Naming.ACCOUNT : Naming.NOT;
            }
            case FederatedUser session -> {
                if (aws(term, session.sessionArn())) {
                    yield Naming.ITSELF;
                }
                if (aws(term, session.parentArn()) || aws(term, session.parentId())) {
                    yield Naming.PARENT;
                }
                yield account(term, session.accountId()) ? Naming.ACCOUNT : Naming.NOT;
            }
            case Service service -> named(term, Kind.SERVICE, service.name()) ? Naming.ITSELF : Naming.NOT;
            case Federated federated -> named(term, Kind.FEDERATED, federated.provider()) ? Naming.ITSELF : Naming.NOT;
            // "Allowed only by a resource policy whose Principal is * or {AWS: *}".
            case Anonymous anonymous -> Naming.NOT;
        };
    }

    /** Whether a list under {@code NotPrincipal} holds all that stands for the one who asks: account, role and session. */
    private static boolean spared(List<PrincipalTerm> terms, Requester requester) {
        if (terms.stream().anyMatch(ReferencePrincipals::everybody)) {
            return true;
        }
        return switch (requester) {
            case Root root -> lists(terms, root.accountId());
            case User user -> lists(terms, user.accountId()) && (lists(terms, user.arn()) || lists(terms, user.id()));
            case RoleSession session ->
                lists(terms, session.accountId())
                        && (lists(terms, session.roleArn()) || lists(terms, session.roleId()))
                        && lists(terms, session.sessionArn());
            case FederatedUser session ->
                lists(terms, session.accountId())
                        && (lists(terms, session.parentArn()) || lists(terms, session.parentId()))
                        && lists(terms, session.sessionArn());
            case Service service -> terms.stream().anyMatch(term -> named(term, Kind.SERVICE, service.name()));
            case Federated federated ->
                terms.stream().anyMatch(term -> named(term, Kind.FEDERATED, federated.provider()));
            case Anonymous anonymous -> false;
        };
    }

    private static boolean everybody(PrincipalTerm term) {
        return aws(term, "*");
    }

    /** An account's number and the ARN of its root are the same. */
    private static boolean account(PrincipalTerm term, String accountId) {
        return aws(term, accountId)
                || (term.kind() == Kind.AWS && term.text().matches("arn:[a-z-]+:iam::" + accountId + ":root"));
    }

    private static boolean lists(List<PrincipalTerm> terms, String principal) {
        return terms.stream()
                .anyMatch(term -> principal.matches("\\d{12}") ? account(term, principal) : rootOr(term, principal));
    }

    private static boolean rootOr(PrincipalTerm term, String arn) {
        return arn.endsWith(":root") ? account(term, arn.split(":", 6)[4]) : aws(term, arn);
    }

    private static boolean aws(PrincipalTerm term, String text) {
        return named(term, Kind.AWS, text);
    }

    private static boolean named(PrincipalTerm term, Kind kind, String text) {
        return term.kind() == kind && term.text().equals(text);
    }
}
