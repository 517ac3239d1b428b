package io.claviger.server.signin;

import io.claviger.access.SessionDetails;
import io.claviger.access.mfa.MfaCodes;
import io.claviger.access.passkey.Assertion;
import io.claviger.access.passkey.Passkeys;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.TotpDevice;
import io.claviger.iam.store.Transactions;
import io.claviger.iam.store.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The second factor of somebody whose password is right: the code of an MFA device, or a challenge that a passkey signed.
 * Thread-safe.
 */
public final class ShownFactor {

    private final Transactions store;
    private final MfaCodes codes;
    private final Passkeys passkeys;

    /** Asks for what these judge. */
    public ShownFactor(Transactions store, MfaCodes codes, Passkeys passkeys) {
        this.store = store;
        this.codes = codes;
        this.passkeys = passkeys;
    }

    /** What came of asking for one. */
    sealed interface Outcome {

        /**
         * It was shown, or the person has none.
         *
         * @param details what the session knows of it
         */
        record Shown(SessionDetails details) implements Outcome {}

        /** The code is another one, or was accepted before. */
        record WrongCode() implements Outcome {}

        /** What the passkey answered proves nothing; why, as a sentence. */
        record WrongPasskey(String reason) implements Outcome {}

        /** Nothing was looked at. */
        record TryLater() implements Outcome {}
    }

    /**
     * That there is none, though the person has devices.
     *
     * @param hasCodes whether one of them shows codes
     * @param passkeys that the person has
     */
    record Missing(boolean hasCodes, List<FidoDevice> passkeys) {

        /** Copies the list. */
        Missing {
            passkeys = List.copyOf(passkeys);
        }
    }

    /** Whether the form lacks one that it needs; nothing is looked at. */
    Optional<Missing> missing(Person person, SignInForm form) {
        return store.read(reading -> {
            String owner = person.ownerId();
            if (form.passkey().isPresent() || !reading.mfaDevices().has(owner)) {
                return Optional.empty();
            }
            boolean hasCodes = !reading.mfaDevices().totpOf(owner).isEmpty();
            return hasCodes && form.code().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Missing(hasCodes, reading.mfaDevices().fidoOf(owner)));
        });
    }

    /** Looks at what was shown, which is then good no more. */
    Outcome of(Person person, SignInForm form, Instant now) {
        return form.passkey()
                .map(assertion -> passkey(person, assertion, now))
                .orElseGet(() -> code(person, form.code().orElse(""), now));
    }

    private Outcome code(Person person, String code, Instant now) {
        return store.write(writing -> {
            if (!writing.mfaDevices().has(person.ownerId())) {
                return new Outcome.Shown(SessionDetails.NONE);
            }
            List<TotpDevice> devices = writing.mfaDevices().totpOf(person.ownerId());
            return switch (codes.check(devices, code, now)) {
                case MfaCodes.Outcome.Accepted accepted -> {
                    writing.update(accepted.device());
                    yield new Outcome.Shown(SessionDetails.authenticated(now));
                }
                case MfaCodes.Outcome.Wrong _ -> new Outcome.WrongCode();
                case MfaCodes.Outcome.TryLater _ -> new Outcome.TryLater();
            };
        });
    }

    private Outcome passkey(Person person, Assertion assertion, Instant now) {
        List<FidoDevice> devices = store.read(reading -> reading.mfaDevices().fidoOf(person.ownerId()));
        Passkeys.Outcome outcome = passkeys.check(
                person.ownerId(),
                devices,
                assertion,
                challenge -> store.read(reading -> reading.mfaDevices().isAnswered(challenge)),
                now);
        return switch (outcome) {
            case Passkeys.Outcome.Accepted accepted ->
                store.write(writing -> isStillSo(writing, devices, accepted)
                        ? kept(writing, person, accepted, now)
                        : new Outcome.WrongPasskey("The device or the challenge was used meanwhile"));
            case Passkeys.Outcome.Wrong wrong -> new Outcome.WrongPasskey(wrong.reason());
            case Passkeys.Outcome.TryLater _ -> new Outcome.TryLater();
        };
    }

    /** Between looking and keeping, somebody else may have used the same. */
    private static boolean isStillSo(Writing writing, List<FidoDevice> devices, Passkeys.Outcome.Accepted accepted) {
        FidoDevice device = accepted.device();
        return !writing.mfaDevices().isAnswered(accepted.challenge().hash())
                && writing.mfaDevices()
                        .fidoNamed(device.accountId(), device.path() + device.name())
                        .filter(devices::contains)
                        .isPresent();
    }

    private static Outcome kept(Writing writing, Person person, Passkeys.Outcome.Accepted accepted, Instant now) {
        writing.insert(accepted.challenge().answered(person.accountId(), now));
        writing.update(accepted.device());
        return new Outcome.Shown(SessionDetails.authenticated(now));
    }
}
