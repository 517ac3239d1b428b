package io.claviger.access.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.claviger.access.mfa.MfaCodes.Outcome;
import io.claviger.iam.Base32;
import io.claviger.iam.HardwareToken;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.TotpDevice.Clock;
import io.claviger.iam.TotpDevice.Use;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.storage.sealing.TinkSealing;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MfaCodesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:15Z");
    private static final long STEP = Totp.step(NOW, 30);

    private final MfaSeeds seeds = new MfaSeeds(TinkSealing.ephemeral(), new SecureRandom());
    private final MfaCodes codes = new MfaCodes(seeds);
    private final String seed = seeds.next();
    private final VirtualMfaDevice idle = new VirtualMfaDevice(
            "123456789012", "/", "phone", seeds.seal("123456789012:mfa/phone", seed), null, List.of());

    private String code(long step) {
        return Totp.code(Base32.decode(seed), step);
    }

    private VirtualMfaDevice inUse(long drift, long lastStep) {
        return idle.used(new Use("AIDAALICE", NOW, new Clock(drift, lastStep)));
    }

    private Optional<Clock> accepted(VirtualMfaDevice device, String code) {
        return codes.check(List.of(device), code, NOW) instanceof Outcome.Accepted done
                ? Optional.ofNullable(done.device().use()).map(Use::clock)
                : Optional.empty();
    }

    @Test
    void seedsAreAsLongAsAwssAndNoTwoAlike() {
        assertThat(seed).matches("[A-Z2-7]{64}");
        assertThat(seeds.next()).isNotEqualTo(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void presentCodeAndItsNeighboursAreAcceptedAndTheDriftIsRemembered(long off) {
        assertThat(accepted(inUse(0, 0), code(STEP + off))).contains(new Clock(off, STEP + off));
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 2, 10})
    void codesFurtherAwayAreNot(long off) {
        assertThat(accepted(inUse(0, 0), code(STEP + off))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 3, 20})
    void deviceWhoseClockIsKnownToBeOffIsMetThere(long drift) {
        assertThat(accepted(inUse(drift, 0), code(STEP + drift + 1))).contains(new Clock(drift + 1, STEP + drift + 1));
        assertThat(accepted(inUse(drift, 0), code(STEP))).isEmpty();
    }

    @Test
    void noCodeIsAcceptedTwiceNorAnOlderOne() {
        VirtualMfaDevice used = inUse(0, STEP);
        assertThat(accepted(used, code(STEP))).isEmpty();
        assertThat(accepted(used, code(STEP - 1))).isEmpty();
        assertThat(accepted(used, code(STEP + 1))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "\u0661\u0662\u0663\u0664\u0665\u0666"})
    void whatIsNoCodeIsWrong(String text) {
        assertThat(codes.check(List.of(inUse(0, 0)), text, NOW)).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void afterFiveWrongCodesTheNextOnesAreNotLookedAtForAWhile() {
        String wrong = code(STEP + 1000);
        for (int i = 0; i < 5; i++) {
            assertThat(codes.check(List.of(inUse(0, 0)), wrong, NOW)).isInstanceOf(Outcome.Wrong.class);
        }
        assertThat(codes.check(List.of(inUse(0, 0)), code(STEP), NOW)).isInstanceOf(Outcome.TryLater.class);
        VirtualMfaDevice others = idle.used(new Use("AIDABOB", NOW, new Clock(0, 0)));
        assertThat(codes.check(List.of(others), code(STEP), NOW)).isInstanceOf(Outcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-20, -1, 0, 20})
    void twoCodesThatFollowOneAnotherShowTheClock(long off) {
        assertThat(codes.synchronize(idle, code(STEP + off), code(STEP + off + 1), NOW))
                .contains(new Clock(off + 1, STEP + off + 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {-10, 0, 10})
    void aClockOfMinutesMayBeOffAsLong(long off) {
        long minute = Totp.step(NOW, 60);
        HardwareToken token = new HardwareToken(
                "123456789012", "GAHT12345678", seeds.seal("123456789012:token/GAHT12345678", seed), 60, null);
        assertThat(codes.synchronize(token, code(minute + off), code(minute + off + 1), NOW))
                .contains(new Clock(off + 1, minute + off + 1));
        assertThat(codes.synchronize(token, code(minute + 11), code(minute + 12), NOW))
                .isEmpty();
        assertThat(codes.check(
                        List.of(token.used(new Use("AIDAALICE", NOW, new Clock(off, 0)))), code(minute + off), NOW))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aSeedIsKnownAgain() {
        assertThat(seeds.isSeed(idle, seed)).isTrue();
        assertThat(seeds.isSeed(idle, seeds.next())).isFalse();
    }

    @Test
    void twoCodesThatDoNotFollowOneAnotherOrAreOldShowNothing() {
        assertThat(codes.synchronize(idle, code(STEP), code(STEP), NOW)).isEmpty();
        assertThat(codes.synchronize(idle, code(STEP + 1), code(STEP), NOW)).isEmpty();
        assertThat(codes.synchronize(idle, code(STEP), code(STEP + 2), NOW)).isEmpty();
        assertThat(codes.synchronize(idle, code(STEP - 21), code(STEP - 20), NOW))
                .isEmpty();
        assertThat(codes.synchronize(idle, code(STEP + 21), code(STEP + 22), NOW))
                .isEmpty();
        assertThat(codes.synchronize(inUse(0, STEP), code(STEP), code(STEP + 1), NOW))
                .isEmpty();
        assertThat(codes.synchronize(inUse(0, STEP), code(STEP + 1), code(STEP + 2), NOW))
                .isPresent();
    }

    @Test
    void seedOfAnotherDeviceOpensNothing() {
        SealedSecret others = seeds.seal("123456789012:mfa/other", seed);
        VirtualMfaDevice forged = new VirtualMfaDevice(
                "123456789012", "/", "phone", others, inUse(0, 0).use(), List.of());

        assertThatIllegalStateException().isThrownBy(() -> codes.check(List.of(forged), code(STEP), NOW));
    }
}
