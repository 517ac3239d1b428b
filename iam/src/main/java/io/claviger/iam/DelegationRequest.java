package io.claviger.iam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account asks of another: that its programs may act there for some hours with the rights of somebody who
 * approves of it. Immutable.
 *
 * @param accountId the account that asks
 * @param id unique in the deployment
 * @param terms what is asked for
 * @param ownerAccountId the account that is asked; null as long as any account may take the request
 * @param owner who took the request in that account; null as long as nobody has
 * @param notes of the owner for those who can approve; null if there are none
 * @param progress how far the request is
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html">IAM temporary
 *     delegation</a>
 */
public record DelegationRequest(
        String accountId,
        String id,
        Terms terms,
        Instant created,
        @Nullable String ownerAccountId,
        @Nullable Identity owner,
        @Nullable String notes,
        Progress progress)
        implements Entity {

    /** How long a request waits for an owner. */
    public static final Duration WAITS = Duration.ofDays(1);

    /** How long a request that has an owner stays in a state. */
    public static final Duration STAYS = Duration.ofDays(7);

    /**
     * What the account asks for, which never changes.
     *
     * @param workflowId the account's own name for it, unique among its requests
     * @param message to those who decide; null if there is none
     * @param templateArn the managed policy that the permissions were made of
     * @param parameters the values that were put into it
     * @param policy the permissions: a policy document
     * @param channel where the account wants to be notified: the ARN of a topic
     * @param redirectUrl where the owner goes afterwards; null for nowhere
     * @param session how long the access lasts, from the moment at which the exchange token is sent
     * @param onlySentByOwner whether nobody but the owner may send the exchange token
     */
    public record Terms(
            String workflowId,
            String description,
            @Nullable String message,
            String templateArn,
            List<Parameter> parameters,
            String policy,
            String channel,
            @Nullable String redirectUrl,
            Duration session,
            boolean onlySentByOwner) {

        /** Copies the parameters. */
        public Terms {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A value for the template.
     *
     * @param type {@code string} or {@code stringList}; null if the request did not say
     */
    public record Parameter(
            String name, List<String> values, @Nullable String type) {

        /** Copies the values. */
        public Parameter {
            values = List.copyOf(values);
        }
    }

    /**
     * Who did something to a request.
     *
     * @param id the unique ID, as {@code aws:userid} has it
     * @param arn as GetCallerIdentity shows it
     * @param session what is to be known of the session in which they did it; null if they had none, or it does not matter
     */
    public record Identity(String id, String arn, @Nullable String session) {}

    /** How far a request is, and since when. */
    public sealed interface Progress {

        /** When the request came so far. */
        Instant since();
    }

    /** Nobody has taken it. */
    public record Unassigned(Instant since) implements Progress {}

    /** It has an owner, who looks at it. */
    public record Assigned(Instant since) implements Progress {}

    /** The owner has handed it to those who can approve. */
    public record PendingApproval(Instant since) implements Progress {}

    /** Somebody approved of it: their rights are what is delegated. */
    public record Accepted(Instant since, Identity approver) implements Progress {}

    /** Somebody said no, with a reason or without. */
    public record Rejected(Instant since, @Nullable String reason) implements Progress {}

    /** The exchange token was sent, and the access has begun. Only the token's hash is kept. */
    public record Finalized(Instant since, Identity approver, SecretHash token) implements Progress {}

    /** A state as it is shown. */
    public enum State {
        UNASSIGNED,
        ASSIGNED,
        PENDING_APPROVAL,
        ACCEPTED,
        REJECTED,
        FINALIZED,
        EXPIRED
    }

    /** The state at a time. */
    public State state(Instant now) {
        if (!now.isBefore(expires())) {
            return State.EXPIRED;
        }
        return switch (progress) {
            case Unassigned _ -> State.UNASSIGNED;
            case Assigned _ -> State.ASSIGNED;
            case PendingApproval _ -> State.PENDING_APPROVAL;
            case Accepted _ -> State.ACCEPTED;
            case Rejected _ -> State.REJECTED;
            case Finalized _ -> State.FINALIZED;
        };
    }

    /** The first moment at which the request is expired, unless it comes further before. */
    public Instant expires() {
        return progress.since().plus(progress instanceof Unassigned ? WAITS : STAYS);
    }

    /** {@code arn:aws:iam::123456789012:delegation-request/id}, as an account sees it. */
    public static String arn(Partition partition, String accountId, String id) {
        return "arn:" + partition.id() + ":iam::" + accountId + ":delegation-request/" + id;
    }

    /** The same request, taken by somebody of an account. */
    public DelegationRequest takenBy(String account, Identity taker, Instant at) {
        return new DelegationRequest(accountId, id, terms, created, account, taker, notes, new Assigned(at));
    }

    /** The same request, with other notes. */
    public DelegationRequest noted(@Nullable String others) {
        return new DelegationRequest(accountId, id, terms, created, ownerAccountId, owner, others, progress);
    }

    /** The same request, further than before. */
    public DelegationRequest at(Progress further) {
        return new DelegationRequest(accountId, id, terms, created, ownerAccountId, owner, notes, further);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
