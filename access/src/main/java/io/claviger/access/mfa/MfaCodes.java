package io.claviger.access.mfa;

import io.claviger.access.attempt.FactorFailures;
import io.claviger.iam.TotpDevice;
import io.claviger.iam.TotpDevice.Clock;
import io.claviger.iam.TotpDevice.Use;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which codes of MFA devices are accepted: that of the present step, the one before and the one after, by the device's
 * clock as far as it is known; and none twice, nor one that is older than the last. After five wrong codes for somebody
 * within a quarter of an hour, their codes are looked at half a minute apart. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238#section-5.2">RFC 6238, sections 5.2 and 6</a>
 */
public final class MfaCodes {

    private static final long LEEWAY = 1;
    /** How far a clock may be off when the device is enabled or brought in step again. */
    private static final Duration LEEWAY_OF_PAIRS = Duration.ofMinutes(10);

    private final MfaSeeds seeds;
    private final FactorFailures failures = new FactorFailures();

    /** Makes codes of these seeds. */
    public MfaCodes(MfaSeeds seeds) {
        this.seeds = seeds;
    }

    /** What came of a code. */
    public sealed interface Outcome {

        /**
         * It is right.
         *
         * @param device to be kept instead of the one there was, so that the code is not accepted again
         */
        record Accepted(TotpDevice device) implements Outcome {}

        /** It is another one, or was accepted before. */
        record Wrong() implements Outcome {}

        /** Nothing was looked at. */
        record TryLater() implements Outcome {}
    }

    /** Looks at a code that may be of any of somebody's devices. */
    public Outcome check(List<? extends TotpDevice> devices, String code, Instant now) {
        for (TotpDevice device : devices) {
            String owner = device.inUse().ownerId();
            if (failures.isHeldBack(owner)) {
                return new Outcome.TryLater();
            }
            Optional<Clock> clock = after(device, code, now);
            if (clock.isPresent()) {
                return new Outcome.Accepted(
                        device.used(new Use(owner, device.inUse().since(), clock.get())));
            }
        }
        devices.stream()
                .findFirst()
                .ifPresent(device -> failures.note(device.inUse().ownerId()));
        return new Outcome.Wrong();
    }

    private Optional<Clock> after(TotpDevice device, String code, Instant now) {
        byte[] key = seeds.key(device);
        Clock clock = device.inUse().clock();
        long present = Totp.step(now, device.stepSeconds());
        for (long step = present + clock.drift() - LEEWAY; step <= present + clock.drift() + LEEWAY; step++) {
            if (step > clock.lastStep() && isCode(code, key, step)) {
                return Optional.of(new Clock(step - present, step));
            }
        }
        return Optional.empty();
    }

    /** The device's clock, if the two codes follow one another and are recent; none of them is good again. */
    public Optional<Clock> synchronize(TotpDevice device, String first, String second, Instant now) {
        byte[] key = seeds.key(device);
        long present = Totp.step(now, device.stepSeconds());
        Use use = device.use();
        long leeway = LEEWAY_OF_PAIRS.toSeconds() / device.stepSeconds();
        for (long distance = 0; distance <= leeway; distance++) {
            for (long step : new long[] {present - distance, present + distance}) {
                boolean isNew = use == null || step > use.clock().lastStep();
                if (isNew && isCode(first, key, step) && isCode(second, key, step + 1)) {
                    return Optional.of(new Clock(step + 1 - present, step + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isCode(String code, byte[] key, long step) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8), Totp.code(key, step).getBytes(StandardCharsets.UTF_8));
    }
}
