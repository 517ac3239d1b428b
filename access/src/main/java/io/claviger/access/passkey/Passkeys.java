package io.claviger.access.passkey;

import io.claviger.access.attempt.FactorFailures;
import io.claviger.access.passkey.Challenge.Purpose;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.FidoDevice.Credential;
import io.claviger.iam.Sealing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/**
 * Asks authenticators, and judges what they answer: that the challenge is this deployment's, for this person and purpose, and
 * in time; that the page was the site's; that somebody was there; that the signature is the credential's, and its counter has
 * not gone back. The caller remembers which challenges were answered. After five wrong answers for somebody within a quarter
 * of an hour, their answers are looked at half a minute apart. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication</a>
 */
public final class Passkeys {

    /** How long somebody may take to answer a challenge. */
    public static final Duration PATIENCE = Challenges.PATIENCE;

    private final Challenges challenges;
    private final FactorFailures failures = new FactorFailures();

    /** Makes challenges under the deployment's key. */
    public Passkeys(Sealing sealing) {
        this.challenges = new Challenges(sealing);
    }

    /**
     * A credential that somebody's authenticator has made.
     *
     * @param challenge that was answered
     */
    public record Registered(Challenge challenge, Credential credential) {}

    /** What came of an assertion. */
    public sealed interface Outcome {

        /**
         * It is right.
         *
         * @param device to be kept instead of the one there was, with its new counter
         * @param challenge that was answered
         */
        record Accepted(FidoDevice device, Challenge challenge) implements Outcome {}

        /** It proves nothing; why, as a sentence. */
        record Wrong(String reason) implements Outcome {}

        /** Nothing was looked at. */
        record TryLater() implements Outcome {}
    }

    /** A new challenge for somebody, in base 64 for URLs, without padding. */
    public String challenge(Purpose purpose, String ownerId, Instant now) {
        return encoded(challenges.next(purpose, ownerId, now));
    }

    /** How a person is called by authenticators: says nothing of them to others, and never changes. */
    public static String userHandle(String ownerId) {
        return encoded(ownerId.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Judges what an authenticator has made.
     *
     * @throws PasskeyRefused when it is no credential, or answers no challenge of that kind
     */
    public Registered registered(Attestation attestation, Instant now) throws PasskeyRefused {
        Challenge challenge = answered(Purpose.REGISTRATION, attestation.clientData(), now);
        return new Registered(challenge, WebAuthn.registered(attestation, challenge.ownerId()));
    }

    /**
     * Judges an assertion that may be of any of somebody's devices.
     *
     * @param ownerId whose they are
     * @param isAnswered whether a challenge of this hash was answered before
     */
    public Outcome check(
            String ownerId, List<FidoDevice> devices, Assertion assertion, Predicate<String> isAnswered, Instant now) {
        if (failures.isHeldBack(ownerId)) {
            return new Outcome.TryLater();
        }
        try {
            Challenge challenge = answered(Purpose.SIGN_IN, assertion.clientData(), now);
            if (!challenge.ownerId().equals(ownerId)) {
                throw new PasskeyRefused("The challenge is somebody else's");
            }
            if (isAnswered.test(challenge.hash())) {
                throw new PasskeyRefused("The challenge was answered before");
            }
            FidoDevice device = devices.stream()
                    .filter(one -> one.credential().id().equals(assertion.id()))
                    .findFirst()
                    .orElseThrow(() -> new PasskeyRefused("The credential is not one of this person's"));
            // Else a page of a host below could have this site's passkey asked for, and pass the answer on under its
            // own name.
            if (!assertion.site().host().equals(device.credential().relyingParty())) {
                throw new PasskeyRefused("The credential is for another host name");
            }
            return new Outcome.Accepted(device.signed(WebAuthn.signatures(assertion, device)), challenge);
        } catch (PasskeyRefused refused) {
            failures.note(ownerId);
            return new Outcome.Wrong(refused.reason());
        }
    }

    private Challenge answered(Purpose purpose, String clientData, Instant now) throws PasskeyRefused {
        Challenge challenge = challenges
                .open(WebAuthn.challenge(clientData))
                .filter(own -> own.purpose() == purpose)
                .orElseThrow(() -> new PasskeyRefused("The challenge was not made for this"));
        if (!now.isBefore(challenge.end())) {
            throw new PasskeyRefused("The challenge is too old");
        }
        return challenge;
    }
}
