package io.claviger.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.SessionTokens.Session;
import io.claviger.iam.Sealing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SessionTokensTest {

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
    void noTokenOrSessionShowsItsSecret() {
        assertThat(tokens.issue(SESSION)).doesNotContain(SESSION.secret());
        assertThat(SESSION.toString()).doesNotContain(SESSION.secret());
    }

    /** AES-256-GCM straight from the JDK. */
    private static final class AesGcm implements Sealing {

        private static final int NONCE_LENGTH = 12;
        private final byte[] key = new byte[32];

        AesGcm() {
            new SecureRandom().nextBytes(key);
        }

        @Override
        public byte[] seal(String plaintext, String context) {
            byte[] nonce = new byte[NONCE_LENGTH];
            new SecureRandom().nextBytes(nonce);
            try {
                byte[] sealed =
                        cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plaintext.getBytes(StandardCharsets.UTF_8));
                return ByteBuffer.allocate(NONCE_LENGTH + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public Optional<String> open(byte[] sealed, String context) {
            if (sealed.length < NONCE_LENGTH) {
                return Optional.empty();
            }
            try {
                byte[] text = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_LENGTH), context)
                        .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
                return Optional.of(new String(text, StandardCharsets.UTF_8));
            } catch (GeneralSecurityException altered) {
                return Optional.empty();
            }
        }

        private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher;
        }
    }
}
