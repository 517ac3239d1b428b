package io.claviger.server.road;

import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import io.claviger.operations.gate.Call;
import io.claviger.server.http.IncomingRequest;
import io.claviger.server.road.Handled.InFlight;
import io.claviger.server.road.Handled.Stage.Signed;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
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

    /** How a request came, whoever signed it. */
    static Circumstances circumstances(InFlight inFlight, String region) {
        IncomingRequest incoming = inFlight.incoming();
        return new Circumstances(
                inFlight.at(),
                region,
                incoming.peer(),
                incoming.secure(),
                header(incoming.request(), "User-Agent"),
                header(incoming.request(), "Referer"));
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
