package io.claviger.server.road;

import io.claviger.access.Caller;
import io.claviger.operations.gate.Call;
import io.claviger.server.http.IncomingRequest;
import io.claviger.sigv4.Verification.Verified;
import io.claviger.wire.OperationModel;
import io.claviger.wire.Service;
import io.claviger.wire.WireError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * A request that has come down the road, as far as it came, and what became of it. Immutable.
 *
 * @param reached the last stage that it passed
 */
record Handled(InFlight inFlight, Stage reached, Outcome outcome) {

    /**
     * A request as it sets out.
     *
     * @param at when it came in
     */
    record InFlight(IncomingRequest incoming, Instant at, String requestId) {

        /** Ends here, refused. */
        Handled refused(Stage reached, WireError error) {
            return new Handled(this, reached, new Outcome.Failed(error));
        }
    }

    /** How far a request came, with what was learnt of it on the way. */
    sealed interface Stage {

        /**
         * Nobody is known to have signed it.
         *
         * @param claimedKey the key that it claims to be signed with; unproven
         */
        record Unsigned(@Nullable String claimedKey) implements Stage {}

        /**
         * It was signed, but could not be read.
         *
         * @param action what it asks for, if it says so; not known to be an operation
         */
        record Signed(
                Call call,
                Verified<Caller> signature,
                Service service,
                @Nullable String action) implements Stage {}

        /**
         * It was read; whether it was admitted and done, the outcome says.
         *
         * @param caller who asks; null while a request that nobody need sign has not proved it
         */
        record Bound(
                Service service, String region, @Nullable Caller caller, OperationModel model, AwsRequest request)
                implements Stage {

            /** The same request, of which it is known now who makes it. */
            Bound by(Caller proven) {
                return new Bound(service, region, proven, model, request);
            }
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        /** It was done. */
        record Done(OperationModel model, AwsResponse response) implements Outcome {}

        /** It was refused, or failed. */
        record Failed(WireError error) implements Outcome {}
    }
}
