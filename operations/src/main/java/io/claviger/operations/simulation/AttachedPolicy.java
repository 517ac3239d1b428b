package io.claviger.operations.simulation;

/**
 * A policy that hangs on a user or a group.
 *
 * @param origin how it hangs there
 * @param policy the policy
 * @param holder on whom it hangs; of a managed policy that hangs on several, the first
 */
public record AttachedPolicy(Origin origin, SimulatedPolicy policy, Holder holder) {

    /**
     * A user, a group or a role.
     *
     * @param kind {@code user}, {@code group} or {@code role}
     */
    public record Holder(String kind, String name) {}

    /** How a policy hangs on somebody. */
    public sealed interface Origin {}

    /**
     * It belongs to them.
     *
     * @param ownerType {@code user} or {@code group}
     * @param ownerName whose it is
     * @param name what they call it
     */
    public record Inline(String ownerType, String ownerName, String name) implements Origin {}

    /**
     * It is a managed policy.
     *
     * @param arn the policy's ARN
     */
    public record Managed(String arn) implements Origin {}
}
