package io.claviger.server.composition;

import io.claviger.access.mfa.MfaSeeds;
import io.claviger.iam.HardwareToken;
import io.claviger.iam.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hardware tokens that an account knows, whether somebody has them or not. No operation of AWS adds or removes one: its
 * vendor hands the seeds over. So the changes are audited here. Thread-safe.
 */
public final class HardwareTokens {

    private final Transactions store;
    private final MfaSeeds seeds;
    private final InstantSource clock;
    private final RootEvents events;

    HardwareTokens(Transactions store, MfaSeeds seeds, InstantSource clock, RootEvents events) {
        this.store = store;
        this.seeds = seeds;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A token as its vendor describes it.
     *
     * @param seed in base 32
     * @param stepSeconds how many seconds a code is shown
     */
    public record Bought(String serialNumber, String seed, int stepSeconds) {

        @Override
        public String toString() {
            return "Bought[" + serialNumber + "]";
        }
    }

    /** What there is in the place of a token that was bought. */
    public enum Present {
        /** Nothing. */
        NONE,
        /** The same token. */
        SAME,
        /** One that is nobody's, with another seed or other steps. */
        OTHER,
        /** One that is somebody's, with another seed or other steps. */
        OTHER_IN_USE,
        /** One of another account. */
        FOREIGN
    }

    /** What there is in the place of a token. */
    public Present present(Bought bought) {
        return store.read(reading -> present(reading.mfaDevices().token(bought.serialNumber()), bought));
    }

    private Present present(Optional<HardwareToken> token, Bought bought) {
        if (token.isEmpty()) {
            return Present.NONE;
        }
        HardwareToken there = token.get();
        if (!there.accountId().equals(events.accountId())) {
            return Present.FOREIGN;
        }
        if (there.stepSeconds() == bought.stepSeconds() && seeds.isSeed(there, bought.seed())) {
            return Present.SAME;
        }
        return there.use() == null ? Present.OTHER : Present.OTHER_IN_USE;
    }

    /**
     * Takes a token in, or gives one that is nobody's another seed.
     *
     * @throws IllegalStateException if somebody else has it by now
     */
    public void take(Bought bought) {
        Optional<String> done = store.write(writing -> {
            Optional<HardwareToken> there = writing.mfaDevices().token(bought.serialNumber());
            return switch (present(there, bought)) {
                case NONE -> {
                    writing.insert(token(bought));
                    yield Optional.of("AddHardwareMFADevice");
                }
                case OTHER -> {
                    writing.update(token(bought));
                    yield Optional.of("UpdateHardwareMFADevice");
                }
                // Another server that starts may have done it.
                case SAME -> Optional.empty();
                case OTHER_IN_USE, FOREIGN -> throw new IllegalStateException(bought.serialNumber());
            };
        });
        done.ifPresent(name -> record(name, bought.serialNumber()));
    }

    private HardwareToken token(Bought bought) {
        String accountId = events.accountId();
        String id = HardwareToken.id(accountId, bought.serialNumber());
        return new HardwareToken(
                accountId, bought.serialNumber(), seeds.seal(id, bought.seed()), bought.stepSeconds(), null);
    }

    /** The serial numbers of the tokens that are nobody's. */
    public List<String> unused() {
        return store.read(reading -> reading.mfaDevices().unusedTokens(events.accountId())).stream()
                .map(HardwareToken::serialNumber)
                .toList();
    }

    /** Forgets a token, unless it is somebody's by now. */
    public void forget(String serialNumber) {
        boolean forgotten = store.write(writing -> {
            Optional<HardwareToken> unused = writing.mfaDevices()
                    .token(serialNumber)
                    .filter(token -> token.accountId().equals(events.accountId()) && token.use() == null);
            unused.ifPresent(writing::delete);
            return unused.isPresent();
        });
        if (forgotten) {
            record("RemoveHardwareMFADevice", serialNumber);
        }
    }

    private void record(String name, String serialNumber) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        events.record(now, name, Map.of("serialNumber", serialNumber), Map.of());
    }
}
