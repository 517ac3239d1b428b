package io.claviger.federation.saml;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Feeds responses to the verifier that were good before somebody edited them, for Jazzer and for the test beside it. The
 * bytes are edits: each names a good response's place by two bytes, how much of it to take away by one, and what to put
 * there, up to a zero byte.
 */
public final class SamlFuzz {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final IdentityProvider PROVIDER = IdentityProvider.named("https://idp.example/metadata");
    private static final IdentityProvider HOLDER = IdentityProvider.named("https://holder.example");
    private static final SamlResponse.Provider KNOWN = new SamlResponse.Provider(
            "SAMLSPEXAMPLE",
            SamlMetadata.parse(PROVIDER.metadata()).orElseThrow(),
            List.of(HOLDER.privateKey()),
            false);
    private static final ResponseDraft DRAFT =
            ResponseDraft.of(PROVIDER, NOW).with("RoleSessionName", "alice").numbered("_good");
    private static final List<String> GOOD =
            List.of(text(DRAFT.signed()), text(DRAFT.encryptedFor(HOLDER.publicKey())));
    private static final SamlAssertion TRUE = verified(DRAFT.signed());

    private SamlFuzz() {}

    /** Jazzer's entry point: throws where the verifier does, or where it takes a forgery for true. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        String edited = edited(GOOD.get(data[0] & 1), data);
        try {
            SamlAssertion assertion = SamlResponse.verify(ResponseDraft.encoded(edited), KNOWN, NOW);
            if (!assertion.equals(TRUE)) {
                throw new AssertionError("nobody signed this: " + edited);
            }
        } catch (AssertionRefused refused) {
            // As it should be.
        }
        SamlMetadata.parse(edited);
        SamlMetadata.parse(edited(PROVIDER.metadata(), data));
        SamlKeyPem.read(new String(data, StandardCharsets.UTF_8));
    }

    private static String edited(String good, byte[] data) {
        StringBuilder text = new StringBuilder(good);
        int at = 1;
        while (at + 3 <= data.length) {
            int place = ((data[at] & 0xff) << 8 | (data[at + 1] & 0xff)) % (text.length() + 1);
            int taken = Math.min(data[at + 2] & 0xff, text.length() - place);
            at += 3;
            int end = at;
            while (end < data.length && data[end] != 0) {
                end++;
            }
            text.replace(place, place + taken, new String(data, at, end - at, StandardCharsets.UTF_8));
            at = end + 1;
        }
        return text.toString();
    }

    private static SamlAssertion verified(String response) {
        try {
            return SamlResponse.verify(response, KNOWN, NOW);
        } catch (AssertionRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
