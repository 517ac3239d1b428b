package io.claviger.server.console;

import io.claviger.access.Caller;
import io.claviger.access.passkey.Attestation;
import io.claviger.access.passkey.Site;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Denied;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.mfa.FidoRegistrations;
import io.claviger.operations.mfa.FidoRegistrations.Begun;
import io.claviger.server.arrival.Arrival;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.http.Answer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;

/**
 * Registers passkeys and security keys for anyone who is signed in, or for others if their policies allow it. What comes of it
 * is audited as EnableMFADevice: that a device is registered, or why it is not. Thread-safe.
 */
final class PasskeyCalls {

    private static final int LONGEST_NAME = 64;

    private final SignedIn signedIn;
    private final FidoRegistrations registrations;
    private final Gate gate;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final String region;

    PasskeyCalls(
            SignedIn signedIn,
            FidoRegistrations registrations,
            Gate gate,
            AuditTrail audit,
            InstantSource clock,
            String region) {
        this.signedIn = signedIn;
        this.registrations = registrations;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
        this.region = region;
    }

    /** Somebody who is signed in, with a page of a site. */
    private record Visit(Browser browser, Call call, Site site, EnableMfaDeviceRequest request) {}

    /** What is done for them. */
    private interface Work {
        Answer answer(Visit visit);
    }

    /** What a browser is to be asked for. */
    Answer options(Browser browser, Map<String, Object> body) {
        return forWhoIsSignedIn(browser, body, visit -> {
            AtomicReference<Begun> begun = new AtomicReference<>();
            admit(visit, registrations.beginning(visit.site(), begun::set));
            return Replies.ok(
                    new PasskeyOptions.ForRegistration(begun.get(), visit.call().accountId(), visit.site()));
        });
    }

    /** Registers the credential that was made. */
    Answer register(Browser browser, Map<String, Object> body) {
        return forWhoIsSignedIn(browser, body, visit -> {
            Map<?, ?> credential = body.get("credential") instanceof Map<?, ?> made ? made : Map.of();
            Attestation attestation = new Attestation(
                    visit.site(),
                    text(credential, "id"),
                    text(credential, "clientDataJSON"),
                    text(credential, "attestationObject"));
            AtomicReference<String> serial = new AtomicReference<>();
            admit(visit, registrations.finishing(text(body, "deviceName"), attestation, serial::set));
            audit(visit, Optional.of(serial.get()), new AuditEvent.Outcome.Done(AuditEvent.NOTHING));
            return Replies.ok(json -> {
                json.writeStartObject();
                json.writeStringProperty("serialNumber", serial.get());
                json.writeEndObject();
            });
        });
    }

    private Answer forWhoIsSignedIn(Browser browser, Map<String, Object> body, Work work) {
        Optional<Caller> caller = SessionCookie.in(browser).flatMap(signedIn::caller);
        if (caller.isEmpty()) {
            return Replies.error(401, "NotSignedIn", "Nobody is signed in", SessionCookie.forgotten(browser));
        }
        Optional<Site> site = browser.site();
        if (site.isEmpty()) {
            return Replies.error(
                    400, "NoHostName", "Passkeys need a host name: open the console at one, not at an IP address");
        }
        String userName = text(body, "userName");
        if (userName.length() > LONGEST_NAME) {
            return Replies.error(400, "ValidationError", "No user has so long a name");
        }
        Visit visit = new Visit(
                browser,
                new Call(caller.get(), Arrival.circumstances(browser.incoming(), clock.instant(), region)),
                site.get(),
                EnableMfaDeviceRequest.builder()
                        .userName(userName.isEmpty() ? null : userName)
                        .build());
        try {
            return work.answer(visit);
        } catch (Refused refused) {
            audit(
                    visit,
                    Optional.empty(),
                    new AuditEvent.Outcome.Failed(refused.code().wireName(), refused.reason()));
            return SignedCalls.error(refused.code(), refused.reason());
        }
    }

    private void admit(Visit visit, Operation<EnableMfaDeviceRequest> operation) {
        switch (gate.admit(visit.call(), operation, visit.request())) {
            case Denied denied -> throw new Refused(denied.code(), denied.message());
            case Permit permit -> permit.execute();
        }
    }

    private void audit(Visit visit, Optional<String> serial, AuditEvent.Outcome outcome) {
        Map<String, Object> parameters = new HashMap<>();
        Optional.ofNullable(visit.request().userName()).ifPresent(name -> parameters.put("userName", name));
        serial.ifPresent(number -> parameters.put("serialNumber", number));
        audit.record(new AuditEvent(
                visit.call().time(),
                AuditedIdentity.of(visit.call().caller()),
                new Action("iam.amazonaws.com", Kind.API_CALL, "EnableMFADevice", region, () -> parameters),
                Arrival.origin(visit.browser().incoming()),
                outcome,
                UUID.randomUUID().toString()));
    }

    /** A text of an object; empty if it has none of this name. */
    static String text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }
}
