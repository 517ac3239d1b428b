package io.claviger.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.passkey.Challenge.Purpose;
import io.claviger.iam.Sealing;
import io.claviger.storage.sealing.TinkSealing;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChallengesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00.5Z");

    private final Sealing sealing = TinkSealing.ephemeral();
    private final Challenges challenges = new Challenges(sealing);

    @Test
    void saysWhomAndWhatItIsForAndWhenItEnds() {
        byte[] made = challenges.next(Purpose.SIGN_IN, "AIDABOB", NOW);
        Challenge challenge = challenges.open(made).orElseThrow();

        assertThat(challenge.purpose()).isEqualTo(Purpose.SIGN_IN);
        assertThat(challenge.ownerId()).isEqualTo("AIDABOB");
        assertThat(challenge.end()).isEqualTo(Instant.parse("2026-11-29T10:05:00Z"));
        assertThat(challenge.answered("123456789012", NOW).until()).isEqualTo(challenge.end());
    }

    @Test
    void noTwoAreAlike() {
        byte[] one = challenges.next(Purpose.SIGN_IN, "AIDABOB", NOW);
        byte[] other = challenges.next(Purpose.SIGN_IN, "AIDABOB", NOW);

        assertThat(one).isNotEqualTo(other);
        assertThat(challenges.open(one).orElseThrow().hash())
                .isNotEqualTo(challenges.open(other).orElseThrow().hash());
    }

    @Test
    void serversOfOneKeyKnowEachOthersAndNoOthersDo() {
        byte[] made = challenges.next(Purpose.REGISTRATION, "AIDABOB", NOW);

        assertThat(new Challenges(sealing).open(made)).isPresent();
        assertThat(new Challenges(TinkSealing.ephemeral()).open(made)).isEmpty();
        made[made.length - 1]++;
        assertThat(challenges.open(made)).isEmpty();
        assertThat(challenges.open(new byte[0])).isEmpty();
        assertThat(challenges.open(sealing.seal("SIGN_IN\n1\nAIDABOB", "something else")))
                .isEmpty();
    }
}
