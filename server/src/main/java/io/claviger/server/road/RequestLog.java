package io.claviger.server.road;

import io.claviger.access.Caller;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.server.arrival.Arrival;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.metrics.RequestMeter;
import io.claviger.server.road.Handled.Outcome.Done;
import io.claviger.server.road.Handled.Outcome.Failed;
import io.claviger.server.road.Handled.Stage.Bound;
import io.claviger.server.road.Handled.Stage.Signed;
import io.claviger.server.road.Handled.Stage.Unsigned;
import io.claviger.wire.RequestParameters;
import io.claviger.wire.Service;
import java.time.Duration;
import java.util.Map;

/** Takes down every request: one line in the audit trail, and the meters. Thread-safe. */
public final class RequestLog {

    private final AuditTrail trail;
    private final RequestMeter meter;

    /** Writes to this trail and these meters. */
    public RequestLog(AuditTrail trail, RequestMeter meter) {
        this.trail = trail;
        this.meter = meter;
    }

    void note(Handled handled, long elapsedNanos) {
        trail.record(event(handled));
        String code = switch (handled.outcome()) {
            case Done _ -> RequestMeter.OK;
            case Failed failed -> failed.error().code();
        };
        Duration elapsed = Duration.ofNanos(elapsedNanos);
        switch (handled.reached()) {
            case Unsigned _ -> {
                meter.signatureRefused(code);
                meter.answered(RequestMeter.UNKNOWN, RequestMeter.UNKNOWN, code, elapsed);
            }
            case Signed signed -> meter.answered(signed.service().signingName(), RequestMeter.UNKNOWN, code, elapsed);
            case Bound bound -> {
                meter.decided(!code.equals(ErrorCode.ACCESS_DENIED.wireName()));
                meter.answered(bound.service().signingName(), bound.model().name(), code, elapsed);
            }
        }
    }

    private static AuditEvent event(Handled handled) {
        return new AuditEvent(
                handled.inFlight().at(),
                identity(handled),
                action(handled),
                Arrival.origin(handled.inFlight().incoming()),
                outcome(handled),
                handled.inFlight().requestId());
    }

    private static AuditedIdentity identity(Handled handled) {
        return switch (handled.reached()) {
            case Unsigned unsigned -> AuditedIdentity.unknown(unsigned.claimedKey());
            case Signed signed -> AuditedIdentity.of(signed.call().caller());
            case Bound bound -> {
                Caller caller = bound.caller();
                yield caller == null ? AuditedIdentity.unknown(null) : AuditedIdentity.of(caller);
            }
        };
    }

    private static AuditEvent.Action action(Handled handled) {
        return switch (handled.reached()) {
            case Unsigned _ -> {
                UnverifiedClaim claimed =
                        UnverifiedClaim.of(handled.inFlight().incoming().request());
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
                        signed.action() == null ? UnverifiedClaim.UNKNOWN : signed.action(),
                        signed.call().circumstances().region(),
                        AuditEvent.NOTHING);
            case Bound bound ->
                new AuditEvent.Action(
                        source(bound.service()),
                        bound.caller() == null ? AuditEvent.Kind.UNVERIFIED_API_CALL : AuditEvent.Kind.API_CALL,
                        bound.model().name(),
                        bound.region(),
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

    private static AuditEvent.Outcome outcome(Handled handled) {
        return switch (handled.outcome()) {
            case Done done -> new AuditEvent.Outcome.Done(() -> elements(done));
            case Failed failed ->
                new AuditEvent.Outcome.Failed(
                        failed.error().code(), failed.error().message());
        };
    }
}
