package io.claviger.server.road;

import io.claviger.operations.gate.ErrorCode;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.http.Arrival;
import io.claviger.server.http.TlsSession;
import io.claviger.server.metrics.RequestMeter;
import io.claviger.server.road.Passage.Outcome.Done;
import io.claviger.server.road.Passage.Outcome.Failed;
import io.claviger.server.road.Passage.Stage.Bound;
import io.claviger.server.road.Passage.Stage.Signed;
import io.claviger.server.road.Passage.Stage.Unsigned;
import io.claviger.wire.RequestParameters;
import io.claviger.wire.Service;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes down every passage: one line in the audit trail, and the meters. Thread-safe. */
public final class Ledger {

    private final AuditTrail trail;
    private final RequestMeter meter;

    /** Writes to this trail and these meters. */
    public Ledger(AuditTrail trail, RequestMeter meter) {
        this.trail = trail;
        this.meter = meter;
    }

    void note(Passage passage, long elapsedNanos) {
        trail.record(event(passage));
        String code = switch (passage.outcome()) {
            case Done _ -> RequestMeter.OK;
            case Failed failed -> failed.error().code();
        };
        Duration elapsed = Duration.ofNanos(elapsedNanos);
        switch (passage.reached()) {
            case Unsigned _ -> {
                meter.signatureRefused(code);
                meter.answered(RequestMeter.UNKNOWN, RequestMeter.UNKNOWN, code, elapsed);
            }
            case Signed signed -> meter.answered(signed.service().signingName(), RequestMeter.UNKNOWN, code, elapsed);
            case Bound bound -> {
                meter.decided(!code.equals(ErrorCode.ACCESS_DENIED.wireName()));
                meter.answered(
                        bound.signed().service().signingName(), bound.model().name(), code, elapsed);
            }
        }
    }

    private static AuditEvent event(Passage passage) {
        Arrival arrival = passage.journey().arrival();
        return new AuditEvent(
                passage.journey().at(),
                identity(passage),
                action(passage),
                new AuditEvent.Origin(
                        arrival.peer(),
                        Signatures.header(arrival.request(), "User-Agent"),
                        Signatures.header(arrival.request(), "Host"),
                        arrival.secure(),
                        tls(arrival)),
                outcome(passage),
                passage.journey().requestId());
    }

    private static AuditEvent.@Nullable Tls tls(Arrival arrival) {
        TlsSession session = arrival.tls();
        return session == null ? null : new AuditEvent.Tls(session.version(), session.cipherSuite());
    }

    private static AuditedIdentity identity(Passage passage) {
        return switch (passage.reached()) {
            case Unsigned unsigned -> AuditedIdentity.unknown(unsigned.claimedKey());
            case Signed signed -> AuditedIdentity.of(signed.call().caller());
            case Bound bound -> AuditedIdentity.of(bound.signed().call().caller());
        };
    }

    private static AuditEvent.Action action(Passage passage) {
        return switch (passage.reached()) {
            case Unsigned _ -> {
                Claimed claimed = Claimed.of(passage.journey().arrival().request());
                yield new AuditEvent.Action(
                        source(claimed.service()),
                        AuditEvent.Kind.UNVERIFIED_API_CALL,
                        claimed.action(),
                        claimed.region(),
                        AuditEvent.NOTHING);
            }
            case Signed signed ->
                new AuditEvent.Action(
                        source(signed.service()),
                        AuditEvent.Kind.API_CALL,
                        signed.action() == null ? Claimed.UNKNOWN : signed.action(),
                        signed.call().circumstances().region(),
                        AuditEvent.NOTHING);
            case Bound bound ->
                new AuditEvent.Action(
                        source(bound.signed().service()),
                        AuditEvent.Kind.API_CALL,
                        bound.model().name(),
                        bound.signed().call().circumstances().region(),
                        () -> RequestParameters.of(bound.model(), bound.request()));
        };
    }

    private static String source(Service service) {
        return service.signingName() + ".amazonaws.com";
    }

    private static Map<String, Object> elements(Done done) {
        Map<String, Object> elements = RequestParameters.responseElements(done.model(), done.response());
        return elements == null ? Map.of() : elements;
    }

    private static AuditEvent.Outcome outcome(Passage passage) {
        return switch (passage.outcome()) {
            case Done done -> new AuditEvent.Outcome.Done(() -> elements(done));
            case Failed failed ->
                new AuditEvent.Outcome.Failed(
                        failed.error().code(), failed.error().message());
        };
    }
}
