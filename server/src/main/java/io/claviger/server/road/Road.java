package io.claviger.server.road;

import io.claviger.access.Caller;
import io.claviger.access.Credential;
import io.claviger.access.KeyUses;
import io.claviger.iam.KeyUse;
import io.claviger.operations.Catalog;
import io.claviger.operations.gate.Denied;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import io.claviger.operations.gate.Refused;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Arrival;
import io.claviger.server.http.Endpoint;
import io.claviger.server.road.Passage.Journey;
import io.claviger.server.road.Passage.Outcome.Done;
import io.claviger.server.road.Passage.Stage.Bound;
import io.claviger.server.road.Passage.Stage.Signed;
import io.claviger.server.road.Passage.Stage.Unsigned;
import io.claviger.sigv4.Verification;
import io.claviger.sigv4.Verification.Verified;
import io.claviger.sigv4.Verifier;
import io.claviger.wire.Decoded;
import io.claviger.wire.OperationModel;
import io.claviger.wire.Parameters;
import io.claviger.wire.ParsedParameters;
import io.claviger.wire.RequestDecoder;
import io.claviger.wire.ServiceModel;
import io.claviger.wire.ServiceModel.Requested;
import io.claviger.wire.WireError;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The road of a request: verify who signed it, bind it to an operation, admit it by the caller's policies, execute it,
 * write the answer. Each stage takes what the one before it gave, so none can be left out. Thread-safe.
 */
public final class Road implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(Road.class);

    private final InstantSource clock;
    private final Verifier<Caller> verifier;
    private final KeyUses keyUses;
    private final Catalog catalog;
    private final Gate gate;
    private final Ledger ledger;

    /** A road through these stages; the ledger takes down every passage. */
    public Road(
            InstantSource clock,
            Verifier<Caller> verifier,
            KeyUses keyUses,
            Catalog catalog,
            Gate gate,
            Ledger ledger) {
        this.clock = clock;
        this.verifier = verifier;
        this.keyUses = keyUses;
        this.catalog = catalog;
        this.gate = gate;
        this.ledger = ledger;
    }

    @Override
    public Answer answer(Arrival arrival) {
        long start = System.nanoTime();
        Passage passage = verify(new Journey(arrival, clock.instant(), RequestIds.next()));
        Answer answer = Answers.of(passage);
        ledger.note(passage, System.nanoTime() - start);
        return answer;
    }

    /**
     * The calls that a server's clients make all the time are answered from memory, but for the first of each caller.
     * What the body begins with is a hint and nothing else: a wrong one costs a wait in the wrong place.
     */
    @Override
    public boolean isQuick(Arrival arrival) {
        String action = Parameters.leadingAction(arrival.request().body());
        return action != null && catalog.isQuick(action);
    }

    private Passage verify(Journey journey) {
        Verification<Caller> verification;
        try {
            verification = verifier.verify(journey.arrival().request());
        } catch (RuntimeException fault) {
            return journey.refused(new Unsigned(null), fault(journey, fault));
        }
        return switch (verification) {
            case Verification.Refused<Caller> refused ->
                journey.refused(new Unsigned(refused.accessKeyId()), Answers.error(refused.refusal()));
            case Verified<Caller> verified -> {
                noteUse(journey, verified);
                yield bind(journey, verified);
            }
        };
    }

    private Passage bind(Journey journey, Verified<Caller> verified) {
        Arrival arrival = journey.arrival();
        return switch (Parameters.parse(
                arrival.request().query(), arrival.request().body())) {
            case ParsedParameters.Rejected rejected ->
                journey.refused(Signatures.signed(journey, verified, null), rejected.error());
            case ParsedParameters.Accepted accepted -> {
                Parameters parameters = accepted.parameters();
                Signed signed = Signatures.signed(journey, verified, parameters.action());
                yield bind(journey, signed, parameters);
            }
        };
    }

    private Passage bind(Journey journey, Signed signed, Parameters parameters) {
        return switch (ServiceModel.of(signed.service()).requested(parameters)) {
            case Requested.Unknown unknown -> journey.refused(signed, unknown.error());
            case Requested.Known known -> bind(journey, signed, known.operation(), parameters);
        };
    }

    private Passage bind(Journey journey, Signed signed, OperationModel model, Parameters parameters) {
        Optional<Operation<?>> operation = catalog.find(signed.service().signingName(), model.name());
        if (operation.isEmpty()) {
            // AWS has it and we have not: to the client it is the same as one that nobody has.
            return journey.refused(
                    signed,
                    WireError.invalidAction(model.name(), signed.service().version()));
        }
        return switch (RequestDecoder.decode(model, parameters)) {
            case Decoded.Invalid invalid -> journey.refused(signed, invalid.error());
            case Decoded.Request request -> admit(journey, new Bound(signed, model, request.typed()), operation.get());
        };
    }

    private <Q extends AwsRequest> Passage admit(Journey journey, Bound bound, Operation<Q> operation) {
        try {
            return switch (gate.admit(
                    bound.signed().call(), operation, operation.requestClass().cast(bound.request()))) {
                case Denied denied -> journey.refused(bound, Answers.error(bound, denied.code(), denied.message()));
                case Permit permit -> new Passage(journey, bound, new Done(bound.model(), permit.execute()));
            };
        } catch (Refused refused) {
            return journey.refused(bound, Answers.error(bound, refused.code(), refused.reason()));
        } catch (RuntimeException fault) {
            return journey.refused(bound, fault(journey, fault));
        }
    }

    /** Whatever goes wrong allows nothing, and tells the caller nothing but the ID under which it is logged. */
    private static WireError fault(Journey journey, RuntimeException fault) {
        LOG.error("request {} failed", journey.requestId(), fault);
        return WireError.internalFailure();
    }

    private void noteUse(Journey journey, Verified<Caller> verified) {
        if (verified.principal().credential() instanceof Credential.LongTerm key) {
            keyUses.record(new KeyUse(
                    key.accessKeyId(),
                    journey.at(),
                    verified.scope().service(),
                    verified.scope().region()));
        }
    }
}
