package io.claviger.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.iam.FormerSealing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session token carries comes back from it, in each format, for sessions of all kinds that a seed makes. */
class SessionFormatTest {

    private static final String KEY = RandomSessions.KEY;
    private static final int SESSIONS = 3_000;

    private final AesGcm sealing = new AesGcm();

    private SessionTokens tokens(SessionFormat format) {
        return new SessionTokens(sealing, Optional::empty, InstantSource.system(), format);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFieldComesBack(long seed) {
        RandomSessions sessions = new RandomSessions(new Random(seed));
        for (int i = 0; i < SESSIONS; i++) {
            Session session = sessions.next();
            int padding = i % 50;
            assertThat(SessionFormat.COMPACT.read(SessionFormat.COMPACT.write(session, padding), KEY))
                    .as("seed %s, session %s", seed, i)
                    .contains(session);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noBitOfATokenCanBeFlipped(SessionFormat format) {
        RandomSessions sessions = new RandomSessions(new Random(7));
        SessionTokens tokens = tokens(SessionFormat.COMPACT);
        for (int i = 0; i < 20; i++) {
            byte[] sealed = Base64.getUrlDecoder().decode(tokens(format).issue(withoutLineEnds(sessions.next())));
            for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
                sealed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                assertThat(tokens.open(Base64.getUrlEncoder().encodeToString(sealed), KEY))
                        .as("session %s, bit %s", i, bit)
                        .isEmpty();
                sealed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            }
            assertThat(tokens.open(Base64.getUrlEncoder().encodeToString(sealed), KEY))
                    .as("flipped back")
                    .isPresent();
        }
    }

    private static Session withoutLineEnds(Session session) {
        // Lines end the fields of the format before.
        Temporary credential = session.credential();
        return new Session(
                credential,
                session.ownerId().replace('\n', 'x'),
                session.secret().replace('\n', 'x'));
    }

    @ParameterizedTest
    @EnumSource
    void tokensOfEachFormatAreReadWhicheverIsWritten(SessionFormat written) {
        RandomSessions sessions = new RandomSessions(new Random(11));
        for (int i = 0; i < SESSIONS / 10; i++) {
            Session session = withoutLineEnds(sessions.next());
            for (SessionFormat format : SessionFormat.values()) {
                String token = tokens(format).issue(session);
                if (token.length() <= 8192) {
                    assertThat(tokens(written).open(token, KEY)).contains(session);
                    assertThat(tokens(written).open(token, KEY.replace('Q', 'R')))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void aTokenOfTheFormatBeforeUnderTheKeyBeforeIsReadToo() {
        Instant replaced = Instant.parse("2026-11-22T12:00:00Z");
        Session session = new Session(
                new Temporary(KEY, Origin.ASSUMED_ROLE, replaced.minusSeconds(60), replaced.plusSeconds(60)),
                "AROAQNZGKIQY56JQ7WMLA",
                "secret");
        String token = tokens(SessionFormat.LINES).issue(session);
        SessionTokens now = new SessionTokens(
                new AesGcm(),
                () -> Optional.of(new FormerSealing(sealing, replaced)),
                () -> replaced,
                SessionFormat.COMPACT);
        assertThat(now.open(token, KEY)).contains(session);
    }

    /** As a version before wrote it, byte by byte. */
    @Test
    void aTokenThatAVersionBeforeSealedIsRead() {
        String content = String.join(
                "\n",
                KEY,
                "ASSUMED_ROLE",
                "1795860000",
                "1795863600",
                "AROAQNZGKIQY56JQ7WMLA",
                "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                Base64.getEncoder().encodeToString(PackedDetails.pack(SessionDetails.NONE.madeBy(List.of("AIDA1")))));
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.seal(content, "session:" + KEY));
        assertThat(tokens(SessionFormat.COMPACT).open(token, KEY))
                .contains(new Session(
                        new Temporary(
                                KEY,
                                Origin.ASSUMED_ROLE,
                                Instant.ofEpochSecond(1_795_860_000L),
                                Instant.ofEpochSecond(1_795_863_600L),
                                SessionDetails.NONE.madeBy(List.of("AIDA1"))),
                        "AROAQNZGKIQY56JQ7WMLA",
                        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));
    }

    @Test
    void whatOneFormatWroteIsNotReadAsAnother() {
        Session session = new RandomSessions(new Random(5)).next();
        for (SessionFormat format : SessionFormat.values()) {
            for (SessionFormat other : SessionFormat.values()) {
                byte[] sealed = sealing.sealBytes(format.write(session, 0), format.context(KEY));
                assertThat(sealing.openBytes(sealed, other.context(KEY)).isPresent())
                        .isEqualTo(format == other);
            }
        }
    }

    /** What a version to come may add could be a limit, which must not be overlooked. */
    @Test
    void aSessionOfAVersionToComeIsNone() {
        Session session = new Session(
                new Temporary(KEY, Origin.SESSION_TOKEN, Instant.ofEpochSecond(0), Instant.ofEpochSecond(0)), "", "");
        byte[] content = SessionFormat.COMPACT.write(session, 0);
        assertThat(SessionFormat.COMPACT.read(content, KEY)).contains(session);
        // version, origin, issued, duration, ID, its text, secret, its text, details
        assertThat(content).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0);
        for (Map.Entry<Integer, byte[]> change : Map.of(
                        0, new byte[] {2},
                        1, new byte[] {7},
                        8, new byte[] {(byte) 0x80, 0x20})
                .entrySet()) {
            byte[] changed = new byte[content.length + 1];
            System.arraycopy(content, 0, changed, 0, content.length);
            System.arraycopy(change.getValue(), 0, changed, change.getKey(), change.getValue().length);
            assertThat(SessionFormat.COMPACT.read(changed, KEY))
                    .as(change.toString())
                    .isEmpty();
        }
    }

    @Test
    void aUsualTokenIsHalfAsLongAsItWas() {
        Session session = new Session(
                new Temporary(
                        KEY,
                        Origin.ASSUMED_ROLE,
                        Instant.ofEpochSecond(1_795_860_000L),
                        Instant.ofEpochSecond(1_795_863_600L),
                        new SessionDetails("bench", null, List.of(), List.of(), null, null)
                                .madeBy(List.of("AIDAQNZGKIQY56JQ7WMLA"))),
                "AROAQNZGKIQY56JQ7WMLA",
                "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        assertThat(tokens(SessionFormat.LINES).issue(session)).hasSize(287);
        assertThat(tokens(SessionFormat.COMPACT).issue(session)).hasSizeLessThanOrEqualTo(142);
    }

    @Test
    void sizesAreReachedToTheByteInEachFormat() {
        Session session = new Session(
                new Temporary(KEY, Origin.SIGN_IN, Instant.EPOCH, Instant.EPOCH.plus(Duration.ofHours(1))),
                "123456789012",
                "s");
        for (SessionFormat format : SessionFormat.values()) {
            int least = tokens(format).issue(session).length();
            for (int size = least; size < least + 100; size++) {
                String token = tokens(format).issue(session, size);
                assertThat(token.length()).isBetween(size, size + 2);
                assertThat(tokens(format).open(token, KEY)).contains(session);
                assertThat(token.getBytes(UTF_8)).hasSize(token.length());
            }
        }
    }
}
