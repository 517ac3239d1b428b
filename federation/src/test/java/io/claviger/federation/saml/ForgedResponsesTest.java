package io.claviger.federation.saml;

import static io.claviger.federation.saml.Forgeries.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Every known way to make a response say what its provider did not: each is refused, and in the words for its kind.
 *
 * @see <a href="https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky">On Breaking
 *     SAML: Be Whoever You Want to Be</a>
 */
class ForgedResponsesTest extends Forged {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"wrappings", "structures"})
    void wrappedAndAlteredResponsesAreRefused(String forgery, String response, String text) {
        assertRefused(forgery, response, text);
    }

    @Test
    void whatTheForgeriesAreMadeOfIsTaken() throws Exception {
        for (String good : List.of(
                draft().signed(),
                forge().changed(_ -> {}),
                forge().signedWith(RSA, EXCLUSIVE, forge().usual()),
                forge().responseSigning("#_response_good"))) {
            assertThat(SamlResponse.verify(good, KNOWN, NOW).subject()).startsWith("_cbb88");
        }
    }

    static Stream<Arguments> wrappings() {
        return Stream.of(
                Arguments.of(
                        "XSW1: a forged response, the signed one in the signature",
                        forge().wrappedResponse((document, signed, signature, forged) -> {
                            document.removeChild(signed);
                            document.appendChild(forged);
                            signed.removeChild(signature);
                            signature.appendChild(object(document, signed));
                            IdentityProvider.place(forged, signature);
                        }),
                        INVALID),
                Arguments.of(
                        "XSW2: a forged response, the signed one beside its signature",
                        forge().wrappedResponse((document, signed, signature, forged) -> {
                            document.removeChild(signed);
                            document.appendChild(forged);
                            signed.removeChild(signature);
                            forged.insertBefore(signed, forged.getFirstChild());
                            IdentityProvider.place(forged, signature);
                        }),
                        INVALID),
                Arguments.of(
                        "XSW3: a forged assertion before the signed one",
                        forge().wrappedAssertion((document, signed, signature, forged) ->
                                signed.getParentNode().insertBefore(forged, signed)),
                        INVALID),
                Arguments.of(
                        "XSW4: the signed assertion in a forged one",
                        forge().wrappedAssertion((document, signed, signature, forged) -> {
                            signed.getParentNode().replaceChild(forged, signed);
                            forged.appendChild(signed);
                        }),
                        INVALID),
                Arguments.of(
                        "XSW5: a forged assertion with the signature, the signed one after it",
                        forge().wrappedAssertion((document, signed, signature, forged) -> {
                            signed.removeChild(signature);
                            signed.getParentNode().insertBefore(forged, signed);
                            IdentityProvider.place(forged, signature);
                        }),
                        INVALID),
                Arguments.of(
                        "XSW6: a forged assertion with the signature, the signed one within that",
                        forge().wrappedAssertion((document, signed, signature, forged) -> {
                            signed.removeChild(signature);
                            signed.getParentNode().replaceChild(forged, signed);
                            signature.appendChild(signed);
                            IdentityProvider.place(forged, signature);
                        }),
                        INVALID),
                Arguments.of(
                        "XSW7: a forged assertion in the extensions",
                        forge().wrappedAssertion((document, signed, signature, forged) -> {
                            Element extensions = document.createElementNS(Elements.PROTOCOL, "samlp:Extensions");
                            extensions.appendChild(forged);
                            signed.getParentNode().insertBefore(extensions, signed);
                        }),
                        INVALID),
                Arguments.of(
                        "XSW8: a forged assertion with the signature, the signed one in an object of that",
                        forge().wrappedAssertion((document, signed, signature, forged) -> {
                            signed.removeChild(signature);
                            signed.getParentNode().replaceChild(forged, signed);
                            signature.appendChild(object(document, signed));
                            IdentityProvider.place(forged, signature);
                        }),
                        INVALID),
                Arguments.of(
                        "a forged assertion with the signature and the ID, the signed one in an advice",
                        forge().wrappedAssertion((document, signed, signature, forged) -> {
                            forged.setAttributeNS(null, "ID", "_good");
                            signed.removeChild(signature);
                            signed.getParentNode().replaceChild(forged, signed);
                            Element advice = document.createElementNS(Elements.ASSERTION, "saml:Advice");
                            advice.appendChild(signed);
                            forged.appendChild(advice);
                            IdentityProvider.place(forged, signature);
                        }),
                        INVALID),
                Arguments.of(
                        "a forged assertion, the signed one with its signature in the status",
                        forge().wrappedAssertion((document, signed, signature, forged) -> {
                            signed.getParentNode().replaceChild(forged, signed);
                            Element detail = document.createElementNS(Elements.PROTOCOL, "samlp:StatusDetail");
                            detail.appendChild(signed);
                            Elements.children(document.getDocumentElement(), Elements.PROTOCOL, "Status")
                                    .getFirst()
                                    .appendChild(detail);
                        }),
                        INVALID),
                Arguments.of(
                        "a forged assertion with the signature alone",
                        forge().wrappedAssertion((document, signed, signature, forged) -> {
                            signed.getParentNode().replaceChild(forged, signed);
                            IdentityProvider.place(forged, signature);
                        }),
                        SIGNATURE),
                Arguments.of(
                        "a forged assertion with the signature and the ID",
                        forge().wrappedAssertion((document, signed, signature, forged) -> {
                            forged.setAttributeNS(null, "ID", "_good");
                            signed.getParentNode().replaceChild(forged, signed);
                            IdentityProvider.place(forged, signature);
                        }),
                        SIGNATURE));
    }

    static Stream<Arguments> structures() {
        return Stream.of(
                Arguments.of(
                        "two assertions, both signed",
                        forge().changed(document -> {
                            Element second = (Element)
                                    ResponseDraft.assertionIn(document).cloneNode(true);
                            second.removeChild(Forgeries.signature(second));
                            second.setAttributeNS(null, "ID", "_second");
                            document.getDocumentElement().appendChild(second);
                            PROVIDER.sign(second);
                        }),
                        INVALID),
                Arguments.of(
                        "no assertion",
                        forge().changed(document ->
                                document.getDocumentElement().removeChild(ResponseDraft.assertionIn(document))),
                        INVALID),
                Arguments.of(
                        "the assertion itself as the document",
                        forge().changed(document -> {
                            Element assertion = ResponseDraft.assertionIn(document);
                            document.replaceChild(assertion, document.getDocumentElement());
                        }),
                        INVALID),
                Arguments.of(
                        "the response in another element",
                        forge().changed(document -> {
                            Element response = document.getDocumentElement();
                            document.removeChild(response);
                            Element around = document.createElementNS(Elements.PROTOCOL, "samlp:ArtifactResponse");
                            around.appendChild(response);
                            document.appendChild(around);
                        }),
                        INVALID),
                Arguments.of(
                        "two signatures of one assertion",
                        forge().changed(document -> {
                            Element assertion = ResponseDraft.assertionIn(document);
                            Element signature = Forgeries.signature(assertion);
                            assertion.insertBefore(signature.cloneNode(true), signature);
                        }),
                        INVALID),
                Arguments.of(
                        "the ID a second time, on something else",
                        forge().changed(document -> document.getDocumentElement()
                                .appendChild(document.createElementNS("urn:x", "x:x"))
                                .getAttributes()
                                .setNamedItemNS(attribute(document, "Id", "_good"))),
                        INVALID),
                Arguments.of(
                        "version 1.1",
                        ResponseDraft.encoded(ResponseDraft.text(draft().document())
                                .replaceFirst("Version=\"2.0\"", "Version=\"1.1\"")),
                        INVALID),
                Arguments.of(
                        "an assertion of SAML 1",
                        ResponseDraft.encoded(ResponseDraft.text(draft().document())
                                .replace("SAML:2.0:assertion", "SAML:1.0:assertion")),
                        INVALID),
                Arguments.of(
                        "two subjects confirmed",
                        signed(text -> text.replaceFirst(
                                "(?s)(<saml:SubjectConfirmation .*</saml:SubjectConfirmation>)", "$1$1")),
                        INVALID),
                Arguments.of(
                        "two names",
                        signed(text -> text.replaceFirst("(?s)(<saml:NameID.*</saml:NameID>)", "$1$1")),
                        INVALID),
                Arguments.of(
                        "two sets of conditions",
                        signed(text -> text.replaceFirst("(?s)(<saml:Conditions.*</saml:Conditions>)", "$1$1")),
                        INVALID),
                Arguments.of(
                        "no conditions",
                        signed(text -> text.replaceFirst("(?s)<saml:Conditions.*</saml:Conditions>", "")),
                        INVALID),
                Arguments.of(
                        "confirmed by a key that its holder would have to show",
                        signed(text -> text.replace("cm:bearer", "cm:holder-of-key")),
                        INVALID),
                Arguments.of(
                        "no end of the confirmation",
                        signed(text ->
                                text.replaceFirst("ConfirmationData NotOnOrAfter=\"[^\"]*\"", "ConfirmationData")),
                        INVALID),
                Arguments.of(
                        "an end in no zone of time",
                        signed(text -> text.replaceFirst("(ConfirmationData NotOnOrAfter=\"[^\"]*)Z\"", "$1\"")),
                        INVALID),
                Arguments.of(
                        "a status that is missing",
                        signed(text -> text.replaceFirst("(?s)<samlp:Status>.*</samlp:Status>", "")),
                        INVALID));
    }

    private static Attr attribute(Document document, String name, String value) {
        Attr attribute = document.createAttributeNS(null, name);
        attribute.setValue(value);
        return attribute;
    }
}
