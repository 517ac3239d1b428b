package io.claviger.server.arrival;

import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.http.IncomingRequest;
import io.claviger.server.http.TlsSession;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Verification;
import io.claviger.sigv4.Verifier;
import java.time.Instant;

/** How a request came, as policies and the audit trail see it, and who signed it. */
public final class Arrival {

    private Arrival() {}

    /** Who signed a request; if a proxy says what it took away from the path, the path is as it was signed. */
    public static Verification<Caller> verify(Verifier<Caller> verifier, HttpRequest request) {
        Verification<Caller> verification = verifier.verify(request);
        return verification instanceof Verification.Refused<Caller> refused
                ? ForwardedPrefix.restored(refused, request)
                        .map(verifier::verify)
                        .orElse(verification)
                : verification;
    }

    /**
     * The circumstances of a request.
     *
     * @param region that its signature names, or that of the server
     */
    public static Circumstances circumstances(IncomingRequest incoming, Instant at, String region) {
        return new Circumstances(
                at,
                region,
                incoming.peer(),
                incoming.secure(),
                SentHeader.value(incoming.request(), "User-Agent"),
                SentHeader.value(incoming.request(), "Referer"));
    }

    /** From where it came. */
    public static AuditEvent.Origin origin(IncomingRequest incoming) {
        TlsSession session = incoming.tls();
        return new AuditEvent.Origin(
                incoming.peer(),
                SentHeader.value(incoming.request(), "User-Agent"),
                SentHeader.value(incoming.request(), "Host"),
                incoming.secure(),
                session == null ? null : new AuditEvent.Tls(session.version(), session.cipherSuite()));
    }
}
