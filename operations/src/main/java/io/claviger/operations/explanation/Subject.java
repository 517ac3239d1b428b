package io.claviger.operations.explanation;

import io.claviger.access.Principal;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.SupposedKeys;
import io.claviger.iam.Arns;
import io.claviger.iam.store.Reading;
import io.claviger.operations.explanation.Explained.Step;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.EntityArn;
import io.claviger.operations.simulation.AttachedPolicy;
import io.claviger.operations.simulation.SimulatedCaller;
import io.claviger.operations.simulation.SimulatedPrincipal;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.RequestContext;
import io.claviger.policy.request.Requester;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody about whom a question is asked: a user, a role, a session of one, the root user, or anybody who has the policies
 * of a group and no others. Immutable.
 *
 * @param arn as whom they ask
 * @param principal who they are, without policies; null for anybody in a group
 * @param requester the same as policies of resources know them
 * @param policies those that grant to them
 * @param steps from the account to them
 */
public record Subject(
        String arn,
        @Nullable Principal principal,
        Requester requester,
        List<AttachedPolicy> policies,
        @Nullable AttachedPolicy boundary,
        List<Step> steps) {

    private static final Pattern SESSION =
            Pattern.compile("arn:(?<partition>aws[a-z-]*+):sts::(?<account>[0-9]{12}):assumed-role/"
                    + "(?<role>[\\w+=,.@-]++)/(?<name>[\\w+=,.@-]++)");

    private static final String ACCOUNT = "aws:principalaccount";

    /** The ARN of the entity that a principal is, or that a session is of: what a right to simulate is on. */
    public static String entityArn(String principal) {
        Matcher session = SESSION.matcher(principal);
        return session.matches()
                ? "arn:" + session.group("partition") + ":iam::" + session.group("account") + ":role/"
                        + session.group("role")
                : principal;
    }

    /** Whether it is the root user of the account that the call is for. */
    public static boolean isRoot(Call call, String principal) {
        return principal.equals(Arns.root(call.partition(), call.accountId()));
    }

    /**
     * The principal of this ARN.
     *
     * @throws Refused when it is none of the caller's account
     */
    public static Subject find(Reading reading, Call call, String principal) {
        Step account = new Step("account", call.accountId(), Arns.root(call.partition(), call.accountId()));
        if (isRoot(call, principal)) {
            RootUser root =
                    new RootUser(reading.accounts().byId(call.accountId()).orElseThrow(), call.partition());
            return new Subject(principal, root, root.requester(), List.of(), null, List.of(account));
        }
        SimulatedPrincipal found = SimulatedPrincipal.find(reading, call, entityArn(principal));
        EntityArn arn = found.arn();
        Step entity = new Step(arn.kind().name().toLowerCase(Locale.ROOT), arn.name(), arn.text());
        return switch (arn.kind()) {
            case USER -> of(found, user(reading, call, arn), List.of(account, entity));
            case ROLE -> session(reading, call, found, principal, List.of(account, entity));
            case GROUP ->
                new Subject(
                        arn.text(),
                        null,
                        SimulatedCaller.of(arn, found.id()).requester(),
                        found.policies(),
                        null,
                        List.of(account, entity));
        };
    }

    private static Principal user(Reading reading, Call call, EntityArn arn) {
        return new IamUser(
                reading.users().named(call.accountId(), arn.name()).orElseThrow(),
                PrincipalPolicies.none(),
                call.partition());
    }

    private static Subject session(
            Reading reading, Call call, SimulatedPrincipal found, String principal, List<Step> toRole) {
        Matcher session = SESSION.matcher(principal);
        boolean isNamed = session.matches();
        var role = reading.roles().named(call.accountId(), found.arn().name()).orElseThrow();
        List<Step> steps = new ArrayList<>(toRole);
        if (isNamed) {
            steps.add(new Step("session", session.group("name"), principal));
        }
        String name = isNamed ? session.group("name") : "";
        return of(found, new AssumedRole(role, name, role.tags(), PrincipalPolicies.none(), call.partition()), steps);
    }

    private static Subject of(SimulatedPrincipal found, Principal principal, List<Step> steps) {
        return new Subject(
                principal.policyArn(), principal, principal.requester(), found.policies(), found.boundary(), steps);
    }

    /** The condition keys of what they ask: those that are given, and those that describe them. */
    public RequestContext asking(Map<String, ContextValue> given) {
        if (principal != null) {
            return new SupposedKeys(principal, given);
        }
        Map<String, ContextValue> keys = new HashMap<>(given);
        String account = requester.accountId();
        if (account != null) {
            keys.putIfAbsent(ACCOUNT, new ContextValue.Text(account));
        }
        return MapContext.of(keys);
    }
}
