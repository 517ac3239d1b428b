package io.claviger.server.road;

import io.claviger.access.Caller;
import io.claviger.operations.Catalog;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Denied;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import io.claviger.operations.gate.Refused;
import io.claviger.server.arrival.Arrival;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.server.road.Handled.InFlight;
import io.claviger.server.road.Handled.Outcome.Done;
import io.claviger.server.road.Handled.Stage.Bound;
import io.claviger.server.road.Handled.Stage.Signed;
import io.claviger.server.road.Handled.Stage.Unsigned;
import io.claviger.sigv4.Refusal;
import io.claviger.sigv4.Verification;
import io.claviger.sigv4.Verification.Verified;
import io.claviger.sigv4.Verifier;
import io.claviger.wire.Decoded;
import io.claviger.wire.OperationModel;
import io.claviger.wire.Parameters;
import io.claviger.wire.ParsedParameters;
import io.claviger.wire.RequestDecoder;
import io.claviger.wire.Service;
import io.claviger.wire.ServiceModel;
import io.claviger.wire.ServiceModel.Requested;
import io.claviger.wire.WireError;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The road of a request, in its stages: {@code verify} who signed it, {@code parse} its parameters, {@code find} the
 * operation, {@code decode} the typed request, {@code admit} it by the caller's policies and execute it; then the answer
 * is written. Each stage takes what the one before it gave, so none can be left out. A request that nobody has to sign goes
 * by {@code prove} instead of {@code verify}. Thread-safe.
 */
public final class Road implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(Road.class);

    private final InstantSource clock;
    private final Verifier<Caller> verifier;
    private final LastUses uses;
    private final Catalog catalog;
    private final Gate gate;
    private final RequestLog log;
    private final String region;
    private final BooleanSupplier current;
    private final MissingOperations missing = new MissingOperations();

    /**
     * A road through these stages; the log takes down every request.
     *
     * @param region of requests that nobody signed, whose signature therefore names none
     * @param current whether what is cached may be relied on; while it is false, every request is refused
     */
    public Road(
            InstantSource clock,
            Verifier<Caller> verifier,
            LastUses uses,
            Catalog catalog,
            Gate gate,
            RequestLog log,
            String region,
            BooleanSupplier current) {
        this.clock = clock;
        this.verifier = verifier;
        this.uses = uses;
        this.catalog = catalog;
        this.gate = gate;
        this.log = log;
        this.region = region;
        this.current = current;
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        return answer(incoming, Answers::of);
    }

    /** The same with an answer in another form. */
    Answer answer(IncomingRequest incoming, Function<Handled, Answer> form) {
        long start = System.nanoTime();
        InFlight inFlight = new InFlight(incoming, clock.instant(), RequestIds.next());
        // Before anything is looked up: what was committed before this moment then counts for this request.
        Handled handled = current.getAsBoolean()
                ? verify(inFlight)
                : inFlight.refused(new Unsigned(null), WireError.serviceUnavailable());
        Answer answer = form.apply(handled);
        log.note(handled, System.nanoTime() - start);
        return answer;
    }

    /**
     * The calls that a server's clients make all the time are answered from memory, but for the first of each caller.
     * What the body begins with is a hint and nothing else: a wrong one costs a wait in the wrong place.
     */
    @Override
    public boolean isQuick(IncomingRequest incoming) {
        String action = Parameters.leadingAction(incoming.request().body());
        return action != null && catalog.isQuick(action);
    }

    @Override
    public boolean isPatient(IncomingRequest incoming) {
        String action = Parameters.leadingAction(incoming.request().body());
        return action != null && catalog.isPatient(action);
    }

    private Handled verify(InFlight inFlight) {
        Verification<Caller> verification;
        try {
            verification = Arrival.verify(verifier, inFlight.incoming().request());
        } catch (RuntimeException fault) {
            return inFlight.refused(new Unsigned(null), fault(inFlight, fault));
        }
        return switch (verification) {
            case Verification.Refused<Caller> refused -> unsigned(inFlight, refused);
            case Verified<Caller> verified -> {
                uses.note(inFlight, verified);
                yield parse(inFlight, verified);
            }
        };
    }

    /** A request without any signature is refused, unless it is for an operation whose requests prove who asks. */
    private Handled unsigned(InFlight inFlight, Verification.Refused<Caller> refused) {
        if (refused.refusal().code() == Refusal.Code.MISSING_AUTHENTICATION_TOKEN
                && ParsedParameters.of(
                                inFlight.incoming().request().query(),
                                inFlight.incoming().request().body())
                        instanceof ParsedParameters.Accepted accepted
                && ServiceModel.of(Service.STS).requested(accepted.parameters()) instanceof Requested.Known known) {
            Optional<Operation<?>> operation =
                    catalog.find(Service.STS.signingName(), known.operation().name());
            if (operation.filter(Operation::provesItself).isPresent()) {
                return decode(inFlight, known.operation(), operation.get(), accepted.parameters());
            }
        }
        return inFlight.refused(new Unsigned(refused.accessKeyId()), Answers.error(refused.refusal()));
    }

    private Handled decode(InFlight inFlight, OperationModel model, Operation<?> operation, Parameters parameters) {
        return switch (RequestDecoder.decode(model, parameters)) {
            case Decoded.Invalid invalid -> inFlight.refused(new Unsigned(null), invalid.error());
            case Decoded.Request request ->
                prove(inFlight, new Bound(Service.STS, region, null, model, request.typed()), operation);
        };
    }

    private <Q extends AwsRequest> Handled prove(InFlight inFlight, Bound bound, Operation<Q> operation) {
        Call call;
        try {
            call = gate.prove(
                    Signatures.circumstances(inFlight, bound.region()),
                    operation,
                    operation.requestClass().cast(bound.request()));
        } catch (Refused refused) {
            return inFlight.refused(bound, Answers.error(bound, refused.code(), refused.reason()));
        } catch (RuntimeException fault) {
            return inFlight.refused(bound, fault(inFlight, fault));
        }
        return admit(inFlight, call, bound.by(call.caller()), operation);
    }

    private Handled parse(InFlight inFlight, Verified<Caller> verified) {
        IncomingRequest incoming = inFlight.incoming();
        return switch (ParsedParameters.of(
                incoming.request().query(), incoming.request().body())) {
            case ParsedParameters.Rejected rejected ->
                inFlight.refused(Signatures.signed(inFlight, verified, null), rejected.error());
            case ParsedParameters.Accepted accepted -> {
                Parameters parameters = accepted.parameters();
                Signed signed = Signatures.signed(inFlight, verified, parameters.action());
                yield find(inFlight, signed, parameters);
            }
        };
    }

    private Handled find(InFlight inFlight, Signed signed, Parameters parameters) {
        return switch (ServiceModel.of(signed.service()).requested(parameters)) {
            case Requested.Unknown unknown -> inFlight.refused(signed, unknown.error());
            case Requested.Known known -> decode(inFlight, signed, known.operation(), parameters);
        };
    }

    private Handled decode(InFlight inFlight, Signed signed, OperationModel model, Parameters parameters) {
        Optional<Operation<?>> operation = catalog.find(signed.service().signingName(), model.name());
        if (operation.isEmpty()) {
            // AWS has it and we have not: to the client it is the same as one that nobody has.
            missing.note(signed.service(), model.name(), System.nanoTime());
            return inFlight.refused(
                    signed,
                    WireError.invalidAction(model.name(), signed.service().version()));
        }
        uses.note(inFlight, signed, model.name());
        return switch (RequestDecoder.decode(model, parameters)) {
            case Decoded.Invalid invalid -> inFlight.refused(signed, invalid.error());
            case Decoded.Request request -> admit(inFlight, signed, model, request.typed(), operation.get());
        };
    }

    /** Who signed a request that proves itself who asks makes no difference. */
    private Handled admit(
            InFlight inFlight, Signed signed, OperationModel model, AwsRequest request, Operation<?> operation) {
        Call call = signed.call();
        Bound bound = new Bound(signed.service(), call.circumstances().region(), call.caller(), model, request);
        return operation.provesItself()
                ? prove(inFlight, new Bound(signed.service(), bound.region(), null, model, request), operation)
                : admit(inFlight, call, bound, operation);
    }

    private <Q extends AwsRequest> Handled admit(InFlight inFlight, Call call, Bound bound, Operation<Q> operation) {
        try {
            return switch (gate.admit(call, operation, operation.requestClass().cast(bound.request()))) {
                case Denied denied -> inFlight.refused(bound, Answers.error(bound, denied.code(), denied.message()));
                case Permit permit -> new Handled(inFlight, bound, new Done(bound.model(), permit.execute()));
            };
        } catch (Refused refused) {
            return inFlight.refused(bound, Answers.error(bound, refused.code(), refused.reason()));
        } catch (RuntimeException fault) {
            return inFlight.refused(bound, fault(inFlight, fault));
        }
    }

    /** What goes wrong allows nothing, and shows the caller nothing but the ID under which it is logged. */
    private static WireError fault(InFlight inFlight, RuntimeException fault) {
        LOG.error("request {} failed", inFlight.requestId(), fault);
        return WireError.internalFailure();
    }
}
