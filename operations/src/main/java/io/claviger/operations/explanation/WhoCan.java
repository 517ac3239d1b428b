package io.claviger.operations.explanation;

import io.claviger.access.Authorizer;
import io.claviger.access.Federated;
import io.claviger.access.Principal;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.PrincipalPages;
import io.claviger.access.PrincipalPages.Bound;
import io.claviger.access.PrincipalPages.GroupPolicies;
import io.claviger.access.PrincipalPages.Sources;
import io.claviger.access.SupposedKeys;
import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.policy.decision.ResourcePolicies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.MatchedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/**
 * Who of an account may do something: the root user, its users and its roles, page by page. It asks the engine that the gate
 * asks. Each page is of one state; a later one may be of a later state. Thread-safe.
 */
public final class WhoCan {

    private static final String ACTION = "iam:SimulatePrincipalPolicy";
    private static final int PAGE = 1_000;
    private static final String INLINE = "inline:";

    private final Authorizer authorizer;
    private final PrincipalPages pages;

    /** Asks this authorizer about these principals. */
    public WhoCan(Authorizer authorizer, PrincipalPages pages) {
        this.authorizer = authorizer;
        this.pages = pages;
    }

    /**
     * Somebody who may.
     *
     * @param type {@code root}, {@code user} or {@code role}
     * @param because the policies that allow it, with whose they are
     */
    public record Able(String arn, String type, String name, List<String> because) {

        /** Copies the list. */
        public Able {
            because = List.copyOf(because);
        }
    }

    /** Takes what is found, as it is found. */
    public interface Listener {

        /** Somebody may do it. */
        void found(Able able);

        /** So many were looked at, of so many. */
        void progress(long seen, long of);
    }

    /** A search that was allowed and has not begun. */
    public interface Search {

        /** Searches to the end; what the listener throws is thrown on. */
        void run(Listener listener);
    }

    /**
     * The operation that searches, for one question. It needs the right to simulate the policies of everybody.
     *
     * @param then gets the search
     */
    public Operation<SimulatePrincipalPolicyRequest> about(Question question, Consumer<Search> then) {
        return Operation.on(ACTION, SimulatePrincipalPolicyRequest.class, Finder.anything(), execution -> {
            Call call = execution.call();
            then.accept(listener -> execution
                    .read(reading -> new Searching(call, question, TargetPolicy.of(reading, call, question), listener))
                    .through(execution));
            return SimulatePrincipalPolicyResponse.builder().build();
        });
    }

    /** Reads a page of principals. */
    private interface Page {
        List<Bound> of(Reading reading, String accountId, Slice slice);
    }

    /** One search. For one thread. */
    private final class Searching {
        private final Call call;
        private final Question question;
        private final @Nullable ResourcePolicies resource;
        private final Map<String, ContextValue> given;
        private final Listener listener;
        private long seen;

        Searching(Call call, Question question, TargetPolicy target, Listener listener) {
            this.call = call;
            this.question = question;
            this.resource = target.compiled();
            this.given = question.keys();
            this.listener = listener;
        }

        void through(Execution<?> store) {
            long total = store.read(reading -> 1
                    + reading.accounts().count(call.accountId(), Counted.USERS)
                    + reading.accounts().count(call.accountId(), Counted.ROLES));
            if (!question.isAboutAssuming()) {
                judge(store.read(this::root));
            }
            listener.progress(++seen, total);
            all(store, pages::users, total);
            all(store, pages::roles, total);
        }

        private Bound root(Reading reading) {
            Account account = reading.accounts().byId(call.accountId()).orElseThrow();
            return new Bound(new RootUser(account, call.partition()), Sources.NONE);
        }

        private void all(Execution<?> store, Page page, long total) {
            Slice slice = new Slice("/", null, PAGE);
            List<Bound> found;
            do {
                Slice now = slice;
                found = store.read(reading -> page.of(reading, call.accountId(), now));
                found.forEach(this::judge);
                seen += found.size();
                if (!found.isEmpty()) {
                    listener.progress(seen, Math.max(seen, total));
                    slice = new Slice("/", name(found.getLast().principal()), PAGE);
                }
            } while (found.size() == PAGE);
        }

        private void judge(Bound bound) {
            Principal principal = bound.principal();
            AuthorizationRequest request = new AuthorizationRequest(
                    question.action(), question.resource(), new SupposedKeys(principal, given));
            if (authorizer.suppose(principal, resource, request) instanceof Allowed allowed) {
                listener.found(new Able(
                        principal.policyArn(), type(principal), name(principal), because(bound, allowed.by())));
            }
        }
    }

    private static String type(Principal principal) {
        return switch (principal) {
            case Principal.RootUser _ -> "root";
            case Principal.IamUser _ -> "user";
            case Principal.AssumedRole _ -> "role";
            case Principal.FederatedUser _, Federated _ -> "session";
        };
    }

    private static String name(Principal principal) {
        return switch (principal) {
            case Principal.RootUser _ -> "root";
            case Principal.IamUser user -> user.user().name();
            case Principal.AssumedRole session -> session.role().name();
            case Principal.FederatedUser session -> session.name();
            case Federated federated -> federated.subject();
        };
    }

    private static List<String> because(Bound bound, @Nullable MatchedStatement by) {
        if (by == null) {
            return List.of("the root user needs no policy");
        }
        String policy = by.policy();
        String shown = policy.startsWith(INLINE)
                ? "inline policy " + policy.substring(INLINE.length())
                : policy.startsWith("arn:") ? "policy " + Arns.nameIn(policy) : policy;
        List<String> because = new ArrayList<>(List.of(shown));
        if (!bound.sources().own().contains(policy)) {
            bound.sources().groups().stream()
                    .filter(group -> group.policies().contains(policy))
                    .map(GroupPolicies::group)
                    .findFirst()
                    .ifPresent(group -> because.add("group " + group));
        }
        return because;
    }
}
