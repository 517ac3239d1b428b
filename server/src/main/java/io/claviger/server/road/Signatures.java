package io.claviger.server.road;

import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import io.claviger.operations.gate.Call;
import io.claviger.server.arrival.Arrival;
import io.claviger.server.road.Handled.InFlight;
import io.claviger.server.road.Handled.Stage.Signed;
import io.claviger.sigv4.Verification.Verified;
import io.claviger.wire.Service;
import org.jspecify.annotations.Nullable;

/** What a verified signature says of a request. */
final class Signatures {

    private Signatures() {}

    /** The request, known to be signed. */
    static Signed signed(InFlight inFlight, Verified<Caller> verified, @Nullable String action) {
        return new Signed(call(inFlight, verified), verified, service(verified), action);
    }

    private static Call call(InFlight inFlight, Verified<Caller> verified) {
        return new Call(
                verified.principal(), circumstances(inFlight, verified.scope().region()));
    }

    /** How a request came, with or without a signature. */
    static Circumstances circumstances(InFlight inFlight, String region) {
        return Arrival.circumstances(inFlight.incoming(), inFlight.at(), region);
    }

    /** The verifier takes scopes of these two services alone. */
    private static Service service(Verified<Caller> verified) {
        return verified.scope().service().equals(Service.STS.signingName()) ? Service.STS : Service.IAM;
    }
}
