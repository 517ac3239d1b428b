package io.claviger.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.iam.FormerSealing;
import io.claviger.iam.Tag;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class SessionTokensTest {

    /** Of a session that an identity provider vouched for. */
    private static final SessionDetails VOUCHED = new SessionDetails(
            "name",
            null,
            List.of(),
            List.of(),
            null,
            null,
            new SessionDetails.Federation("arn:provider", Map.of("saml:sub", List.of("bob"))));

    private static final Session SESSION = new Session(
            new Temporary(
                    "ASIAQNZGKIQY56JQ7WML",
                    Origin.SESSION_TOKEN,
                    Instant.parse("2026-11-22T10:00:00Z"),
                    Instant.parse("2026-11-22T22:00:00Z")),
            "AIDAAAAAAAAAAAAAAAAAA",
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private final SessionTokens tokens = new SessionTokens(new AesGcm());

    @Test
    void aTokenOpensToItsSessionForItsKeyAlone() {
        String token = tokens.issue(SESSION);

        assertThat(tokens.open(token, "ASIAQNZGKIQY56JQ7WML")).contains(SESSION);
        assertThat(tokens.open(token, "ASIAQNZGKIQY56JQ7WMM")).isEmpty();
    }

    @Test
    void aTokenChangedInAnyCharacterDoesNotOpen() {
        String token = tokens.issue(SESSION);

        // The last character carries bits that no byte uses.
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.open(changed, "ASIAQNZGKIQY56JQ7WML"))
                    .as("character %d", i)
                    .isEmpty();
        }
        assertThat(tokens.open("%", "ASIAQNZGKIQY56JQ7WML")).isEmpty();
        assertThat(tokens.open("A".repeat(100_000), "ASIAQNZGKIQY56JQ7WML")).isEmpty();
    }

    @Test
    void aTokenIsFilledUpToTheSizeAskedFor() {
        int least = tokens.issue(SESSION).length();
        for (int size = 0; size < least + 300; size++) {
            String token = tokens.issue(SESSION, size);
            assertThat(token.length()).isBetween(size, Math.max(least, size + 2));
            assertThat(tokens.open(token, "ASIAQNZGKIQY56JQ7WML")).contains(SESSION);
        }
    }

    @Test
    void whatASessionWasScopedToIsInItsToken() {
        Temporary credential = SESSION.credential();
        SessionDetails details = SessionDetails.NONE.scopedTo("one").scopedTo("two");
        Session scoped = new Session(
                new Temporary(
                        credential.accessKeyId(),
                        credential.origin(),
                        credential.issuedAt(),
                        credential.expiresAt(),
                        details),
                SESSION.ownerId(),
                SESSION.secret());
        assertThat(tokens.open(tokens.issue(scoped), credential.accessKeyId())).contains(scoped);
        assertThat(details.scopes()).containsExactly("one", "two");
    }

    @Test
    void whoMadeASessionIsInItsTokenWhetherAProviderVouchedForItOrNot() {
        SessionDetails made = SessionDetails.NONE.madeBy(List.of("AIDA1", "AROA2"));
        assertThat(PackedDetails.unpack(PackedDetails.pack(made))).isEqualTo(made);
        assertThat(PackedDetails.unpack(PackedDetails.pack(VOUCHED))).isEqualTo(VOUCHED);
        SessionDetails both = VOUCHED.madeBy(List.of("AROA2"));
        assertThat(PackedDetails.unpack(PackedDetails.pack(both))).isEqualTo(both);
        assertThat(both.scopedTo("one").makers()).containsExactly("AROA2");
    }

    @Test
    void sessionOfTheConsoleIsInTheDetailsBesideWhatAProviderSaid() {
        SessionDetails alone = SessionDetails.NONE.endingWith("console");
        SessionDetails vouched = VOUCHED.endingWith("console");
        for (SessionDetails details :
                List.of(alone, vouched, alone.scopedTo("one"), vouched.madeBy(List.of("AIDA1")))) {
            assertThat(PackedDetails.unpack(PackedDetails.pack(details))).isEqualTo(details);
        }
        assertThat(alone.consoleSession()).isEqualTo("console");
        assertThat(SessionDetails.NONE.consoleSession()).isNull();
    }

    @Test
    void detailsThatAnEarlierVersionPackedAreRead() throws IOException {
        // A name, no policies, no tags, no keys, no source identity, no second factor; scopes were not there yet.
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(before))) {
            out.writeUTF("name");
            out.writeBoolean(false);
            out.writeShort(0);
            out.writeShort(0);
            out.writeBoolean(false);
            out.writeLong(0);
        }
        assertThat(PackedDetails.unpack(before.toByteArray()))
                .isEqualTo(new SessionDetails("name", null, List.of(), List.of(), null, null));
    }

    @Test
    void shortDetailsStayAsTheyAreAndLongOnesAreDeflated() {
        for (int length = 0; length < 2_000; length += 7) {
            String policy = "{\"Version\": \"2012-10-17\"}" + " ".repeat(length);
            SessionDetails details = new SessionDetails(
                    "night",
                    new SessionDetails.Policies(policy, List.of("arn:aws:iam::aws:policy/ReadOnlyAccess")),
                    List.of(new Tag("Team", "blue")),
                    List.of("team"),
                    "alice",
                    Instant.parse("2026-11-22T10:00:00Z"),
                    new SessionDetails.Federation("arn", Map.of("issuer:aud", List.of("one", "two"))));
            byte[] packed = PackedDetails.pack(details);
            assertThat(PackedDetails.unpack(packed)).isEqualTo(details);
            assertThat(packed.length).isLessThanOrEqualTo(513);
        }
        assertThat(PackedDetails.unpack(PackedDetails.pack(SessionDetails.NONE)))
                .isEqualTo(SessionDetails.NONE);
    }

    private static Session issuedAt(Instant issued, Duration length) {
        return new Session(
                new Temporary("ASIAQNZGKIQY56JQ7WML", Origin.SESSION_TOKEN, issued, issued.plus(length)),
                SESSION.ownerId(),
                SESSION.secret());
    }

    private static SessionTokens tokensAfter(AesGcm before, Instant replaced, InstantSource clock) {
        return new SessionTokens(
                new AesGcm(), () -> Optional.of(new FormerSealing(before, replaced)), clock, SessionFormat.COMPACT);
    }

    @Test
    void aTokenUnderTheKeyBeforeOpensUntilNoSessionCanBeThatOld() {
        Instant replaced = Instant.parse("2026-11-22T12:00:00Z");
        AesGcm before = new AesGcm();
        String token = new SessionTokens(before).issue(SESSION);
        for (Map.Entry<Instant, Boolean> moment : Map.of(
                        replaced,
                        true,
                        replaced.plus(Duration.ofHours(36)),
                        true,
                        replaced.plus(Duration.ofHours(36)).plusSeconds(1),
                        false)
                .entrySet()) {
            SessionTokens now = tokensAfter(before, replaced, moment::getKey);
            assertThat(now.open(token, "ASIAQNZGKIQY56JQ7WML").isPresent())
                    .as("at %s", moment.getKey())
                    .isEqualTo(moment.getValue());
        }
        assertThat(tokens.open(token, "ASIAQNZGKIQY56JQ7WML")).isEmpty();
    }

    @Test
    void whoHasTheKeyBeforeMakesNoSessionsWithIt() {
        Instant replaced = Instant.parse("2026-11-22T12:00:00Z");
        AesGcm before = new AesGcm();
        SessionTokens theirs = new SessionTokens(before);
        SessionTokens now = tokensAfter(before, replaced, () -> replaced);
        Duration hour = Duration.ofHours(1);
        assertThat(now.open(theirs.issue(issuedAt(replaced, hour)), "ASIAQNZGKIQY56JQ7WML"))
                .isPresent();
        assertThat(now.open(theirs.issue(issuedAt(replaced.plusSeconds(1), hour)), "ASIAQNZGKIQY56JQ7WML"))
                .isEmpty();
        assertThat(now.open(
                        theirs.issue(issuedAt(replaced, Duration.ofHours(36).plusSeconds(1))), "ASIAQNZGKIQY56JQ7WML"))
                .isEmpty();
    }

    @Test
    void noTokenOrSessionShowsItsSecret() {
        assertThat(tokens.issue(SESSION)).doesNotContain(SESSION.secret());
        assertThat(SESSION.toString()).doesNotContain(SESSION.secret());
    }
}
