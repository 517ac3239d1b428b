package io.claviger.server.console;

import io.claviger.access.Caller;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Denied;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import io.claviger.operations.gate.Refused;
import io.claviger.server.arrival.Arrival;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.http.Answer;
import io.claviger.sigv4.Verification;
import io.claviger.sigv4.Verifier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/**
 * Calls of the console that are signed as those of the API are: by the same keys, verified alike, behind the same gate and in
 * the same audit trail. Thread-safe.
 */
final class SignedCalls {

    private static final String SERVICE = "iam";

    private final Verifier<Caller> verifier;
    private final Gate gate;
    private final AuditTrail audit;
    private final InstantSource clock;

    SignedCalls(Verifier<Caller> verifier, Gate gate, AuditTrail audit, InstantSource clock) {
        this.verifier = verifier;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is done for a caller. */
    interface Work {

        /**
         * The answer.
         *
         * @throws Refused when it cannot be given
         */
        Answer answer(Signed signed, Map<String, Object> body);
    }

    /** A call, and how it came. */
    record Signed(Call call, Browser browser) {}

    /** A call that anybody may make who signs it. */
    ConsoleEndpoint.Call of(Work work) {
        return (browser, body) -> {
            Instant now = clock.instant();
            return switch (Arrival.verify(verifier, browser.incoming().request())) {
                case Verification.Refused<Caller> refused ->
                    Replies.error(
                            refused.refusal().code().httpStatus(),
                            refused.refusal().code().wireCode(),
                            refused.refusal().message());
                case Verification.Verified<Caller> verified -> {
                    if (!verified.scope().service().equals(SERVICE)) {
                        yield Replies.error(403, "SignatureDoesNotMatch", "The signature must be for the service iam");
                    }
                    Call call = new Call(
                            verified.principal(),
                            Arrival.circumstances(
                                    browser.incoming(), now, verified.scope().region()));
                    yield answer(work, new Signed(call, browser), body);
                }
            };
        };
    }

    private static Answer answer(Work work, Signed signed, Map<String, Object> body) {
        try {
            return work.answer(signed, body);
        } catch (Refused refused) {
            return error(refused.code(), refused.reason());
        }
    }

    static Answer error(ErrorCode code, String message) {
        int status = switch (code) {
            case ACCESS_DENIED, INVALID_AUTHENTICATION_CODE -> 403;
            case NO_SUCH_ENTITY -> 404;
            default -> 400;
        };
        return Replies.error(status, code.wireName(), message);
    }

    /**
     * Has an operation done by the one who signed, if their policies allow it.
     *
     * @param then answers after it was done
     */
    Answer admit(
            Signed signed,
            Operation<SimulatePrincipalPolicyRequest> operation,
            SimulatePrincipalPolicyRequest request,
            Supplier<Answer> then) {
        return switch (gate.admit(signed.call(), operation, request)) {
            case Denied denied -> {
                audit(
                        signed,
                        request,
                        new AuditEvent.Outcome.Failed(denied.code().wireName(), denied.message()));
                yield error(denied.code(), denied.message());
            }
            case Permit permit -> {
                permit.execute();
                audit(signed, request, new AuditEvent.Outcome.Done(AuditEvent.NOTHING));
                yield then.get();
            }
        };
    }

    private void audit(Signed signed, SimulatePrincipalPolicyRequest request, AuditEvent.Outcome outcome) {
        audit.record(new AuditEvent(
                signed.call().time(),
                AuditedIdentity.of(signed.call().caller()),
                new Action(
                        "iam.amazonaws.com",
                        Kind.API_CALL,
                        "SimulatePrincipalPolicy",
                        signed.call().circumstances().region(),
                        () -> Map.of(
                                "policySourceArn",
                                request.policySourceArn(),
                                "actionNames",
                                request.actionNames(),
                                "resourceArns",
                                request.resourceArns())),
                Arrival.origin(signed.browser().incoming()),
                outcome,
                UUID.randomUUID().toString()));
    }
}
