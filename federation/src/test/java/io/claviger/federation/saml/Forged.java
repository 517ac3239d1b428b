package io.claviger.federation.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Document;

/** Forged responses, and the refusal that each of them gets. */
abstract class Forged {

    static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    static final IdentityProvider PROVIDER = IdentityProvider.named("https://idp.example/metadata");
    static final IdentityProvider STRANGER = IdentityProvider.named("https://holder.example");
    static final SamlResponse.Provider KNOWN = new SamlResponse.Provider(
            "SAMLSPEXAMPLE",
            SamlMetadata.parse(PROVIDER.metadata()).orElseThrow(),
            List.of(STRANGER.privateKey()),
            false);

    static final String INVALID = "Your request included an invalid SAML response";
    static final String SIGNATURE = "Response signature invalid";
    static final String RSA = XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256;
    static final String EXCLUSIVE = Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS;

    static ResponseDraft draft() {
        return ResponseDraft.of(PROVIDER, NOW).with("RoleSessionName", "alice").numbered("_good");
    }

    static Forgeries forge() {
        return new Forgeries(draft());
    }

    static void assertRefused(String forgery, String response, String text) {
        AssertionRefused refused =
                catchThrowableOfType(AssertionRefused.class, () -> SamlResponse.verify(response, KNOWN, NOW));

        assertThat(refused).as(forgery).isNotNull();
        assertThat(refused.text()).isEqualTo(text);
        assertThat(refused.reason()).isEqualTo(AssertionRefused.Reason.INVALID);
    }

    /** Changed before it was signed: the provider itself says it. */
    static String signed(UnaryOperator<String> change) {
        Document document = ResponseDraft.parse(change.apply(ResponseDraft.text(draft().document())));
        PROVIDER.sign(ResponseDraft.assertionIn(document));
        return ResponseDraft.encoded(document);
    }
}
