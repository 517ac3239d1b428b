package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.Denied;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.Requester;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every combination of what policies may say, against the formula of the documentation. */
class FormulaTest {

    private static final String ACCOUNT = "111111111111";
    private static final String OTHER = "222222222222";
    private static final String USER = "arn:aws:iam::111111111111:user/bob";
    private static final String USER_ID = "AIDABBBBBBBBBBBBBBBBB";
    private static final String ROLE = "arn:aws:iam::111111111111:role/r";
    private static final String SESSION = "arn:aws:sts::111111111111:assumed-role/r/s";
    private static final String FEDERATED = "arn:aws:sts::111111111111:federated-user/fred";
    private static final AuthorizationRequest REQUEST =
            new AuthorizationRequest("s3:GetObject", "arn:aws:s3:::b/k", MapContext.empty());

    /** What policies of one kind say. */
    private enum Say {
        ABSENT,
        NOTHING,
        ALLOW,
        DENY
    }

    /** Whom the resource's policy allows. */
    private enum Named {
        NOBODY,
        EVERYBODY,
        ITSELF,
        PARENT,
        ACCOUNT,
        STRANGER
    }

    private record Case(
            Requester requester,
            String owner,
            boolean explicitTrust,
            Named named,
            boolean denied,
            Say identity,
            Say boundary,
            Say session,
            Say serviceControl,
            Say resourceControl) {

        boolean root() {
            return requester instanceof Requester.Root;
        }

        boolean linked() {
            return requester instanceof Requester.RoleSession session && session.serviceLinked();
        }

        boolean explicitDeny() {
            return denied
                    || (!root() && (identity == Say.DENY || boundary == Say.DENY))
                    || session == Say.DENY
                    || (!linked() && (serviceControl == Say.DENY || resourceControl == Say.DENY));
        }

        private static boolean bounds(Say say) {
            return say == Say.ABSENT || say == Say.ALLOW;
        }

        boolean sessionAllows() {
            return session == Say.ALLOW || (session == Say.ABSENT && !(requester instanceof Requester.FederatedUser));
        }

        boolean withinBounds() {
            return (root() || bounds(boundary)) && sessionAllows();
        }

        boolean allowed() {
            boolean controls = linked() || (bounds(serviceControl) && bounds(resourceControl));
            boolean direct = named == Named.EVERYBODY
                    || named == Named.ITSELF
                    || (root() && named == Named.ACCOUNT)
                    || (requester instanceof Requester.User && named == Named.PARENT);
            boolean ofSession = named == Named.PARENT && !root();
            boolean account = named == Named.ACCOUNT;
            boolean identityAllows = root() || identity == Say.ALLOW;
            if (explicitDeny() || !controls) {
                return false;
            }
            if (owner.equals(OTHER)) {
                return (direct || ofSession || account) && identityAllows && withinBounds();
            }
            return (direct && (!root() || sessionAllows()))
                    || (ofSession && withinBounds())
                    || (identityAllows && withinBounds() && (!explicitTrust || account || (direct && root())));
        }
    }

    private static final String ALL = "{'Effect':'Allow','Action':'*','Resource':'*'}";
    private static final String NO = "{'Effect':'Deny','Action':'s3:*','Resource':'*'}";

    private final Map<String, CompiledPolicy> compiled = new HashMap<>();

    private CompiledPolicy policy(PolicyType type, String... statements) {
        return compiled.computeIfAbsent(type + String.join(",", statements), key -> {
            String text = "{'Version':'2012-10-17','Statement':[%s]}".formatted(String.join(",", statements));
            return CompiledPolicy.compile(type.toString(), Policies.parsed(text.replace('\'', '"'), type));
        });
    }

    private CompiledPolicy saying(PolicyType type, Say say) {
        String principal = type.namesPrincipals() ? "'Principal':'*'," : "";
        String elsewhere = "{'Effect':'Allow'," + principal + "'Action':'x:y','Resource':'*'}";
        String all = ALL.replace("'Action'", principal + "'Action'");
        return switch (say) {
            case ABSENT, NOTHING -> policy(type, elsewhere);
            case ALLOW -> policy(type, elsewhere, all);
            case DENY -> policy(type, all, NO.replace("'Action'", principal + "'Action'"));
        };
    }

    private @Nullable String name(Requester requester, Named named) {
        return switch (named) {
            case NOBODY -> null;
            case EVERYBODY -> "*";
            case ACCOUNT -> ACCOUNT;
            case STRANGER -> "AIDACCCCCCCCCCCCCCCCC";
            case ITSELF ->
                switch (requester) {
                    case Requester.User user -> user.arn();
                    case Requester.RoleSession session -> session.sessionArn();
                    case Requester.FederatedUser session -> session.sessionArn();
                    default -> ACCOUNT;
                };
            case PARENT -> requester instanceof Requester.RoleSession ? ROLE : USER_ID;
        };
    }

    private Decision decide(Case one) {
        PrincipalPolicies principal = PrincipalPolicies.of(
                List.of(saying(PolicyType.IDENTITY, one.identity())),
                one.boundary() == Say.ABSENT ? null : saying(PolicyType.PERMISSIONS_BOUNDARY, one.boundary()),
                one.session() == Say.ABSENT ? null : List.of(saying(PolicyType.SESSION, one.session())),
                levels(PolicyType.SERVICE_CONTROL, one.serviceControl()));
        List<String> statements = new ArrayList<>();
        String name = name(one.requester(), one.named());
        if (name != null) {
            statements.add("{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'*','Resource':'*'}".formatted(name));
        }
        if (one.denied()) {
            statements.add("{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}");
        }
        CompiledPolicy policy =
                statements.isEmpty() ? null : policy(PolicyType.RESOURCE, statements.toArray(String[]::new));
        ResourcePolicies resource = ResourcePolicies.of(
                one.owner(), policy, levels(PolicyType.RESOURCE_CONTROL, one.resourceControl()), one.explicitTrust());
        return Evaluation.decide(one.requester(), principal, resource, REQUEST);
    }

    private List<List<CompiledPolicy>> levels(PolicyType type, Say say) {
        return say == Say.ABSENT ? List.of() : List.of(List.of(saying(type, Say.ALLOW)), List.of(saying(type, say)));
    }

    @Tag("long")
    @Test
    void everyCombinationIsDecidedAsTheFormulaSays() {
        List<Requester> requesters = List.of(
                new Requester.Root(ACCOUNT),
                new Requester.User(ACCOUNT, USER, USER_ID),
                new Requester.RoleSession(ACCOUNT, ROLE, "AROARRRRRRRRRRRRRRRRR", SESSION, false),
                new Requester.RoleSession(ACCOUNT, ROLE, "AROARRRRRRRRRRRRRRRRR", SESSION, true),
                new Requester.FederatedUser(ACCOUNT, FEDERATED, USER, USER_ID));
        Map<PolicyType, Integer> blamed = new EnumMap<>(PolicyType.class);
        int allowed = 0;
        for (Requester requester : requesters) {
            for (int bits = 0; bits < 8; bits++) {
                for (Named named : Named.values()) {
                    for (int says = 0; says < 1024; says++) {
                        Case one = new Case(
                                requester,
                                (bits & 1) == 0 ? ACCOUNT : OTHER,
                                (bits & 2) != 0,
                                named,
                                (bits & 4) != 0,
                                Say.values()[says & 3],
                                Say.values()[says >> 2 & 3],
                                Say.values()[says >> 4 & 3],
                                Say.values()[says >> 6 & 3],
                                Say.values()[says >> 8 & 3]);
                        Decision decision = decide(one);
                        if (decision instanceof Allowed != one.allowed()
                                || decision instanceof ExplicitlyDenied != one.explicitDeny()) {
                            assertThat(decision).as("%s", one).isEqualTo(one.allowed() ? "allowed" : "denied");
                        }
                        if (decision instanceof Denied denied) {
                            blamed.merge(denied.type(), 1, Integer::sum);
                        } else {
                            allowed++;
                        }
                    }
                }
            }
        }
        assertThat(allowed).isGreaterThan(1_000);
        assertThat(blamed.keySet())
                .containsExactlyInAnyOrder(
                        PolicyType.IDENTITY,
                        PolicyType.RESOURCE,
                        PolicyType.PERMISSIONS_BOUNDARY,
                        PolicyType.SESSION,
                        PolicyType.SERVICE_CONTROL,
                        PolicyType.RESOURCE_CONTROL);
    }
}
