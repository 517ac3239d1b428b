package io.claviger.server.road;

import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import io.claviger.operations.gate.Call;
import io.claviger.server.http.Arrival;
import io.claviger.server.road.Passage.Journey;
import io.claviger.server.road.Passage.Stage.Signed;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Verification.Verified;
import io.claviger.wire.Service;
import org.jspecify.annotations.Nullable;

/** What a verified signature tells of a request. */
final class Signatures {

    private Signatures() {}

    /** The request, known to be signed. */
    static Signed signed(Journey journey, Verified<Caller> verified, @Nullable String action) {
        return new Signed(call(journey, verified), verified, service(verified), action);
    }

    private static Call call(Journey journey, Verified<Caller> verified) {
        Arrival arrival = journey.arrival();
        return new Call(
                verified.principal(),
                new Circumstances(
                        journey.at(),
                        verified.scope().region(),
                        arrival.peer(),
                        arrival.secure(),
                        header(arrival.request(), "User-Agent"),
                        header(arrival.request(), "Referer")));
    }

    /** The verifier takes scopes of these two services alone. */
    private static Service service(Verified<Caller> verified) {
        return verified.scope().service().equals(Service.STS.signingName()) ? Service.STS : Service.IAM;
    }

    /** The value of a header; null when it is absent. */
    static @Nullable String header(HttpRequest request, String name) {
        for (Header header : request.headers()) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }
}
