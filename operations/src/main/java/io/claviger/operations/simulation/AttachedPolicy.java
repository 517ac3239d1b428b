package io.claviger.operations.simulation;

/**
 * A policy that hangs on a user or a group.
 *
 * @param origin how it hangs there
 * @param policy the policy
 */
record AttachedPolicy(Origin origin, SimulatedPolicy policy) {

    /** How a policy hangs on somebody. */
    sealed interface Origin {}

    /**
     * It belongs to them.
     *
     * @param ownerType {@code user} or {@code group}
     * @param ownerName whose it is
     * @param name what they call it
     */
    record Inline(String ownerType, String ownerName, String name) implements Origin {}

    /**
     * It is a managed policy.
     *
     * @param arn the policy's ARN
     */
    record Managed(String arn) implements Origin {}
}
