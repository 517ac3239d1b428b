package io.claviger.operations.insight;

import io.claviger.iam.Group;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.insight.Snapshot.Entity;
import io.claviger.operations.request.EntityArn;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a report on last accesses is about: the policies that give access, and the users and roles that have it.
 *
 * @param entities of a user or role that one, of a group its members, of a policy all that it is attached to, directly or
 *     through a group
 */
record ReportSubject(Collection<PolicyDocument> policies, Set<Entity> entities) {

    /** Finds the target of a request: a user, a group, a role or a policy. */
    static Target target(EntityView view, Call call, String arn) {
        return isPolicy(arn)
                ? NamedPolicy.<String>read(named -> named).find(view, call, arn)
                : ServiceAccess.target(view, call, arn);
    }

    private static boolean isPolicy(String arn) {
        return arn.contains(":policy/");
    }

    /**
     * The subject of this ARN.
     *
     * @throws Refused when there is none
     */
    static ReportSubject of(Reading reading, Call call, String arn) {
        if (isPolicy(arn)) {
            return ofPolicy(reading, call, arn);
        }
        EntityArn entity = ServiceAccess.required(call, arn);
        GrantingPolicies policies = ServiceAccess.policies(reading, call, entity);
        Set<Entity> entities = new LinkedHashSet<>();
        switch (entity.kind()) {
            case USER -> reading.users().named(call.accountId(), entity.name()).ifPresent(user -> add(entities, user));
            case GROUP ->
                reading.groups()
                        .named(call.accountId(), entity.name())
                        .ifPresent(group -> addMembers(reading, entities, group));
            case ROLE -> reading.roles().named(call.accountId(), entity.name()).ifPresent(role -> add(entities, role));
        }
        return new ReportSubject(policies.documents(), entities);
    }

    private static ReportSubject ofPolicy(Reading reading, Call call, String arn) {
        String document = NamedPolicy.document(reading, call, arn).orElseThrow(() -> unknown(arn));
        List<PolicyDocument> policies = new ArrayList<>();
        if (PolicyParser.parse(document, PolicyType.IDENTITY) instanceof PolicyDocument parsed) {
            policies.add(parsed);
        }
        Set<Entity> entities = new LinkedHashSet<>();
        String account = call.accountId();
        reading.users().withPolicy(account, arn, Slice.ALL).forEach(user -> add(entities, user));
        reading.groups().withPolicy(account, arn, Slice.ALL).forEach(group -> addMembers(reading, entities, group));
        reading.roles().withPolicy(account, arn, Slice.ALL).forEach(role -> add(entities, role));
        return new ReportSubject(policies, entities);
    }

    private static void add(Set<Entity> entities, User user) {
        entities.add(new Entity(false, user.id()));
    }

    private static void add(Set<Entity> entities, Role role) {
        entities.add(new Entity(true, role.id()));
    }

    private static void addMembers(Reading reading, Set<Entity> entities, Group group) {
        reading.users().inGroup(group.id(), Slice.ALL).forEach(user -> add(entities, user));
    }

    private static Refused unknown(String arn) {
        return Refused.noSuchEntity("ARN " + arn + " was not found.");
    }
}
