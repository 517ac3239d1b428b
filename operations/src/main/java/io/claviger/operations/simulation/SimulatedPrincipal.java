package io.claviger.operations.simulation;

import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.Partition;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.EntityArn;
import io.claviger.operations.request.NamedGroup;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.operations.request.NamedRole;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.simulation.AttachedPolicy.Holder;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A user, a group or a role that exists, with the policies that bind it.
 *
 * @param arn its own, though the request may give another path
 * @param id its unique ID
 * @param policies its own and, of a user, those of its groups
 * @param boundary the permissions boundary of a user or role that has one
 */
public record SimulatedPrincipal(
        EntityArn arn,
        String id,
        List<AttachedPolicy> policies,
        @Nullable AttachedPolicy boundary) {

    /** What a policy does that is not there, or cannot be evaluated: the gate denies by it too. */
    private static final String DENY_ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    /**
     * What the gate judges for a request about such an entity: the entity, if there is one of this name, however its path
     * is given.
     *
     * @return it refuses what is no ARN of an entity in the partition that is called
     */
    public static <Q> Finder<Q> target(Function<Q, String> sourceArn) {
        return (view, call, request) -> target(view, call, sourceArn.apply(request));
    }

    private static Target target(EntityView view, Call call, String sourceArn) {
        EntityArn arn = required(call, sourceArn);
        if (!arn.accountId().equals(call.accountId())) {
            // This shows nothing of the account; the operation refuses it.
            return Target.shownAs("*", sourceArn, call);
        }
        Target target = switch (arn.kind()) {
            case USER -> NamedUser.target(view, call, arn.name());
            case GROUP -> NamedGroup.target(view, call, arn.name());
            case ROLE -> NamedRole.target(view, call, arn.name());
        };
        return new Target(target.resource(), sourceArn);
    }

    /**
     * The entity of this ARN.
     *
     * @throws Refused when it is none of the caller's account
     */
    public static SimulatedPrincipal find(Reading reading, Call call, String sourceArn) {
        EntityArn arn = required(call, sourceArn);
        if (!arn.accountId().equals(call.accountId())) {
            throw Refused.invalidInput("Invalid Policy Source Arn: caller's account " + call.accountId()
                    + " does not have access to policies in account " + arn.accountId() + ".");
        }
        return switch (arn.kind()) {
            case USER ->
                reading.users()
                        .named(call.accountId(), arn.name())
                        .map(user -> ofUser(reading, call.partition(), user))
                        .orElseThrow(SimulatedPrincipal::unknown);
            case GROUP ->
                reading.groups()
                        .named(call.accountId(), arn.name())
                        .map(group -> ofGroup(reading, call.partition(), group))
                        .orElseThrow(SimulatedPrincipal::unknown);
            case ROLE ->
                reading.roles()
                        .named(call.accountId(), arn.name())
                        .map(role -> ofRole(reading, call.partition(), role))
                        .orElseThrow(SimulatedPrincipal::unknown);
        };
    }

    /** The form is checked when the target is found, and so before any policy is asked. */
    private static EntityArn required(Call call, String sourceArn) {
        return EntityArn.parse(sourceArn)
                .filter(arn -> arn.text().startsWith("arn:" + call.partition().id() + ":"))
                .orElseThrow(() -> Refused.invalidInput("Invalid ARN provided in the request: " + sourceArn));
    }

    private static Refused unknown() {
        return Refused.noSuchEntity("Unable to retrieve specified IAM entity.");
    }

    private static SimulatedPrincipal ofUser(Reading reading, Partition partition, User user) {
        Attached attached = new Attached(reading, user.accountId());
        attached.add("user", user.id(), user.name());
        for (Group group : reading.groups().ofUser(user.id(), Slice.ALL)) {
            attached.add("group", group.id(), group.name());
        }
        String boundary = user.boundaryArn();
        return new SimulatedPrincipal(
                new EntityArn(user.arn(partition), user.accountId(), EntityArn.Kind.USER, user.name()),
                user.id(),
                attached.policies(),
                boundary == null
                        ? null
                        : attached.managed(boundary, PolicyType.PERMISSIONS_BOUNDARY, new Holder("user", user.name())));
    }

    private static SimulatedPrincipal ofRole(Reading reading, Partition partition, Role role) {
        Attached attached = new Attached(reading, role.accountId());
        attached.add("role", role.id(), role.name());
        String boundary = role.boundaryArn();
        return new SimulatedPrincipal(
                new EntityArn(role.arn(partition), role.accountId(), EntityArn.Kind.ROLE, role.name()),
                role.id(),
                attached.policies(),
                boundary == null
                        ? null
                        : attached.managed(boundary, PolicyType.PERMISSIONS_BOUNDARY, new Holder("role", role.name())));
    }

    private static SimulatedPrincipal ofGroup(Reading reading, Partition partition, Group group) {
        Attached attached = new Attached(reading, group.accountId());
        attached.add("group", group.id(), group.name());
        return new SimulatedPrincipal(
                new EntityArn(group.arn(partition), group.accountId(), EntityArn.Kind.GROUP, group.name()),
                group.id(),
                attached.policies(),
                null);
    }

    /** Collects what is attached; a managed policy once, however often it is. */
    private record Attached(
            Reading reading, String accountId, List<AttachedPolicy> inline, Map<String, AttachedPolicy> managed) {

        Attached(Reading reading, String accountId) {
            this(reading, accountId, new ArrayList<>(), new LinkedHashMap<>());
        }

        void add(String ownerType, String ownerId, String ownerName) {
            Holder holder = new Holder(ownerType, ownerName);
            for (InlinePolicy policy : reading.inlinePolicies().ofOwner(ownerId, Slice.ALL)) {
                String id = ownerType + "_" + ownerName + "_" + policy.name();
                inline.add(new AttachedPolicy(
                        new AttachedPolicy.Inline(ownerType, ownerName, policy.name()),
                        new SimulatedPolicy(id, parsed(policy.document(), PolicyType.IDENTITY)),
                        holder));
            }
            for (Attachment attachment : reading.attachments().ofOwner(ownerId, Slice.ALL)) {
                managed.computeIfAbsent(attachment.policyArn(), arn -> managed(arn, PolicyType.IDENTITY, holder));
            }
        }

        List<AttachedPolicy> policies() {
            List<AttachedPolicy> all = new ArrayList<>(inline);
            all.addAll(managed.values());
            return all;
        }

        AttachedPolicy managed(String arn, PolicyType type, Holder holder) {
            PolicyDocument document =
                    parsed(NamedPolicy.document(reading, accountId, arn).orElse(DENY_ALL), type);
            return new AttachedPolicy(
                    new AttachedPolicy.Managed(arn), new SimulatedPolicy(Arns.nameIn(arn), document), holder);
        }

        private static PolicyDocument parsed(String text, PolicyType type) {
            return switch (PolicyParser.parse(text, type)) {
                case PolicyDocument document -> document;
                case MalformedPolicy _ -> parsed(DENY_ALL, type);
            };
        }
    }
}
