package io.claviger.operations.gate;

import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import java.util.List;

/** What a caller needs for an operation beyond a valid signature. */
public sealed interface Need<Q> {

    /** That policies allow everything that this finds; it always finds something. */
    @FunctionalInterface
    non-sealed interface Permission<Q> extends Need<Q> {

        /** What is to be checked for this request, in the order in which a refusal names it. */
        List<Check> checks(EntityView view, Call call, Q request);
    }

    /**
     * That the request itself proves who asks, so that nobody has to sign it, and that policies then allow everything that
     * the permission finds.
     */
    record Proven<Q>(Prover<Q> prover, Permission<Q> permission) implements Need<Q> {}

    /** Finds out who asks from the request alone. */
    @FunctionalInterface
    interface Prover<Q> {

        /**
         * Who asks.
         *
         * @return a caller whose principal is {@link io.claviger.access.Federated}
         * @throws Refused when the request does not prove it
         */
        Caller caller(EntityView view, Circumstances circumstances, Q request);
    }

    /**
     * Nothing: AWS lets every authenticated caller do it, whatever their policies say.
     *
     * @param reason where AWS says so
     */
    record SignatureOnly<Q>(String reason) implements Need<Q> {}
}
