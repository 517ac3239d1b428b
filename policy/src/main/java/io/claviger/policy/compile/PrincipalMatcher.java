package io.claviger.policy.compile;

import io.claviger.policy.document.AwsPrincipal;
import io.claviger.policy.document.AwsPrincipalForm;
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
import java.util.HashSet;
import java.util.Set;

/** The {@code Principal} or {@code NotPrincipal} of a statement, ready to be tested. Immutable. */
final class PrincipalMatcher {

    private final boolean excluding;
    private final boolean denying;
    private final boolean everybody;
    private final boolean canonicalUsers;
    private final Set<String> accounts;
    private final Set<String> names;
    private final Set<String> services;
    private final Set<String> providers;

    PrincipalMatcher(PrincipalSelection selection, Effect effect) {
        Set<String> accountNumbers = new HashSet<>();
        Set<String> arnsAndIds = new HashSet<>();
        boolean star = false;
        for (PrincipalTerm term : selection.terms()) {
            if (term.kind() == Kind.AWS) {
                switch (AwsPrincipalForm.parse(term.text())) {
                    case AwsPrincipal.Everybody _ -> star = true;
                    case AwsPrincipal.AccountNumber(String accountId) -> accountNumbers.add(accountId);
                    case AwsPrincipal.UserOrRole(String arn) -> arnsAndIds.add(arn);
                    case AwsPrincipal.SessionNamed(String arn) -> arnsAndIds.add(arn);
                    case AwsPrincipal.UniqueId(String id) -> arnsAndIds.add(id);
                    case null -> throw new IllegalArgumentException("no principal: " + term.text());
                }
            }
        }
        this.excluding = selection.excluding();
        this.denying = effect == Effect.DENY;
        this.everybody = star;
        this.canonicalUsers = !texts(selection, Kind.CANONICAL_USER).isEmpty();
        this.accounts = Set.copyOf(accountNumbers);
        this.names = Set.copyOf(arnsAndIds);
        this.services = texts(selection, Kind.SERVICE);
        this.providers = texts(selection, Kind.FEDERATED);
    }

    private static Set<String> texts(PrincipalSelection selection, Kind kind) {
        Set<String> texts = new HashSet<>();
        for (PrincipalTerm term : selection.terms()) {
            if (term.kind() == kind) {
                texts.add(term.text());
            }
        }
        return Set.copyOf(texts);
    }

    /**
     * Whether the statement is about the caller. No caller here has a canonical ID, so it is not known whom such an ID names:
     * a statement that denies is then about everyone.
     */
    boolean admits(Grantee grantee) {
        if (excluding) {
            return grantee.bounded() || !excludes(grantee.requester());
        }
        return reach(grantee.requester()).compareTo(grantee.least()) >= 0 || (denying && canonicalUsers);
    }

    /** How far the statement goes; {@code NotPrincipal} excludes wholly, or not at all. */
    Reach reach(Grantee grantee) {
        if (excluding) {
            return admits(grantee) ? Reach.DIRECT : Reach.NONE;
        }
        return reach(grantee.requester());
    }

    private Reach reach(Requester requester) {
        if (everybody) {
            return Reach.DIRECT;
        }
        return switch (requester) {
            case Root root -> accounts.contains(root.accountId()) ? Reach.DIRECT : Reach.NONE;
            case User user ->
                names.contains(user.arn()) || names.contains(user.id()) ? Reach.DIRECT : byAccount(user.accountId());
            case RoleSession session ->
                session(session.sessionArn(), session.roleArn(), session.roleId(), session.accountId());
            case FederatedUser session ->
                session(session.sessionArn(), session.parentArn(), session.parentId(), session.accountId());
            case Service service -> services.contains(service.name()) ? Reach.DIRECT : Reach.NONE;
            case Federated federated -> providers.contains(federated.provider()) ? Reach.DIRECT : Reach.NONE;
            case Anonymous _ -> Reach.NONE;
        };
    }

    private Reach session(String sessionArn, String ofArn, String ofId, String accountId) {
        if (names.contains(sessionArn)) {
            return Reach.DIRECT;
        }
        return names.contains(ofArn) || names.contains(ofId) ? Reach.SESSION_OF : byAccount(accountId);
    }

    private Reach byAccount(String accountId) {
        return accounts.contains(accountId) ? Reach.ACCOUNT : Reach.NONE;
    }

    /** Whether {@code NotPrincipal} lists the caller: the account too, and of a session also what it is of. */
    private boolean excludes(Requester requester) {
        return everybody
                || switch (requester) {
                    case Root root -> accounts.contains(root.accountId());
                    case User user ->
                        accounts.contains(user.accountId())
                                && (names.contains(user.arn()) || names.contains(user.id()));
                    case RoleSession session ->
                        accounts.contains(session.accountId())
                                && names.contains(session.sessionArn())
                                && (names.contains(session.roleArn()) || names.contains(session.roleId()));
                    case FederatedUser session ->
                        accounts.contains(session.accountId())
                                && names.contains(session.sessionArn())
                                && (session.madeByRoot()
                                        || names.contains(session.parentArn())
                                        || names.contains(session.parentId()));
                    case Service service -> services.contains(service.name());
                    case Federated federated -> providers.contains(federated.provider());
                    case Anonymous _ -> false;
                };
    }
}
