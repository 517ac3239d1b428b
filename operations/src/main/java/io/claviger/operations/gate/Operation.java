package io.claviger.operations.gate;

import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * A row of the catalog: an operation of AWS's API, what it needs and what does it. Only the gate can have it done, see
 * {@link Permit}. Immutable.
 *
 * @param <Q> the request's class in AWS's SDK
 */
public final class Operation<Q extends AwsRequest> {

    /** How long it takes to execute. */
    private enum Pace {
        QUICK,
        USUAL,
        PATIENT
    }

    private final String action;
    private final Class<Q> requestClass;
    private final Need<Q> need;
    private final Function<Execution<Q>, ? extends AwsResponse> execution;
    private final Pace pace;

    private Operation(
            String action,
            Class<Q> requestClass,
            Need<Q> need,
            Function<Execution<Q>, ? extends AwsResponse> execution,
            Pace pace) {
        this.action = action;
        this.requestClass = requestClass;
        this.need = need;
        this.execution = execution;
        this.pace = pace;
    }

    /**
     * An operation whose one check is of its own action on the target that the finder finds.
     *
     * @param action in AWS's words, such as {@code iam:CreateAccessKey}
     */
    public static <Q extends AwsRequest> Operation<Q> on(
            String action,
            Class<Q> requestClass,
            Finder<Q> finder,
            Function<Execution<Q>, ? extends AwsResponse> execution) {
        Need.Permission<Q> need = (view, call, request) -> List.of(new Check(action, finder.find(view, call, request)));
        return needing(action, requestClass, need, execution);
    }

    /** An operation with checks of its own. */
    public static <Q extends AwsRequest> Operation<Q> needing(
            String action,
            Class<Q> requestClass,
            Need.Permission<Q> need,
            Function<Execution<Q>, ? extends AwsResponse> execution) {
        return new Operation<>(action, requestClass, need, execution, Pace.USUAL);
    }

    /** An operation whose requests prove themselves who asks. */
    public static <Q extends AwsRequest> Operation<Q> proven(
            String action,
            Class<Q> requestClass,
            Need.Prover<Q> prover,
            Need.Permission<Q> permission,
            Function<Execution<Q>, ? extends AwsResponse> execution) {
        return new Operation<>(action, requestClass, new Need.Proven<>(prover, permission), execution, Pace.USUAL);
    }

    /**
     * An operation that AWS lets every authenticated caller do.
     *
     * @param reason where AWS says so
     */
    public static <Q extends AwsRequest> Operation<Q> unrestricted(
            String action,
            Class<Q> requestClass,
            String reason,
            Function<Execution<Q>, ? extends AwsResponse> execution) {
        return new Operation<>(action, requestClass, new Need.SignatureOnly<>(reason), execution, Pace.USUAL);
    }

    /** The same operation, marked as one that is answered from memory once its caller is known. */
    public Operation<Q> fromMemory() {
        return new Operation<>(action, requestClass, need, execution, Pace.QUICK);
    }

    /** The same operation, marked as one that may wait for seconds. */
    public Operation<Q> patient() {
        return new Operation<>(action, requestClass, need, execution, Pace.PATIENT);
    }

    /** Its action in AWS's words, such as {@code iam:CreateUser}. */
    public String action() {
        return action;
    }

    /** The class of its requests. */
    public Class<Q> requestClass() {
        return requestClass;
    }

    /** The signing name of its service: {@code iam} or {@code sts}. */
    public String service() {
        return action.substring(0, action.indexOf(':'));
    }

    /** Its name, such as {@code CreateUser}. */
    public String name() {
        return action.substring(action.indexOf(':') + 1);
    }

    /** Whether it is usually answered from memory, so that nobody waits for the database. */
    public boolean isQuick() {
        return pace == Pace.QUICK;
    }

    /** Whether it may wait for seconds, so that it must not take a thread on which others wait for the database. */
    public boolean isPatient() {
        return pace == Pace.PATIENT;
    }

    /** Whether its requests prove themselves who asks, so that nobody has to sign them. */
    public boolean provesItself() {
        return need instanceof Need.Proven<Q>;
    }

    Need<Q> need() {
        return need;
    }

    AwsResponse execute(Execution<Q> admitted) {
        return execution.apply(admitted);
    }
}
