package io.claviger.operations.gate;

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
     * Nothing: AWS lets every authenticated caller do it, whatever their policies say.
     *
     * @param reason where AWS says so
     */
    record SignatureOnly<Q>(String reason) implements Need<Q> {}
}
