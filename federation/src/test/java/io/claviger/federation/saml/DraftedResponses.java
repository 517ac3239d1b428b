package io.claviger.federation.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;

/** Responses of a provider that is known, and what becomes of them. */
abstract class DraftedResponses {

    static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    static final IdentityProvider PROVIDER = IdentityProvider.named("https://idp.example/metadata");
    static final IdentityProvider HOLDER = IdentityProvider.named("https://holder.example");

    static SamlResponse.Provider known(IdentityProvider provider, boolean mustEncrypt, PrivateKey... keys) {
        SamlMetadata metadata = SamlMetadata.parse(provider.metadata()).orElseThrow();
        return new SamlResponse.Provider("SAMLSPEXAMPLE", metadata, List.of(keys), mustEncrypt);
    }

    static SamlAssertion accept(String response) throws AssertionRefused {
        return SamlResponse.verify(response, known(PROVIDER, false, HOLDER.privateKey()), NOW);
    }

    static void refuse(String response, AssertionRefused.Reason reason, String text) {
        AssertionRefused refused = catchThrowableOfType(AssertionRefused.class, () -> accept(response));
        assertThat(refused).isNotNull();
        assertThat(refused.text()).isEqualTo(text);
        assertThat(refused.reason()).isEqualTo(reason);
    }

    static void refuse(String response, String text) {
        refuse(response, AssertionRefused.Reason.INVALID, text);
    }

    static ResponseDraft draft() {
        return ResponseDraft.of(PROVIDER, NOW).with("RoleSessionName", "alice");
    }
}
