package io.claviger.federation.saml;

import static io.claviger.federation.saml.Forgeries.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.federation.saml.Forgeries.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Every known way to make a response say what its provider did not: each is refused, and in the words for its kind.
 *
 * @see <a href="https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky">On Breaking
 *     SAML: Be Whoever You Want to Be</a>
 */
class ForgedResponsesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final IdentityProvider PROVIDER = IdentityProvider.named("https://idp.example/metadata");
    private static final IdentityProvider STRANGER = IdentityProvider.named("https://holder.example");
    private static final SamlResponse.Provider KNOWN = new SamlResponse.Provider(
            "SAMLSPEXAMPLE",
            SamlMetadata.parse(PROVIDER.metadata()).orElseThrow(),
            List.of(STRANGER.privateKey()),
            false);

    private static final String INVALID = "Your request included an invalid SAML response";
    private static final String SIGNATURE = "Response signature invalid";
    private static final String RSA = XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256;
    private static final String SHA256 = MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256;
    private static final String EXCLUSIVE = Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS;
    private static final String ENVELOPED = Transforms.TRANSFORM_ENVELOPED_SIGNATURE;

    private static ResponseDraft draft() {
        return ResponseDraft.of(PROVIDER, NOW).with("RoleSessionName", "alice").numbered("_good");
    }

    private static Forgeries forge() {
        return new Forgeries(draft());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"wrappings", "structures", "signatures", "texts", "encrypted"})
    void isRefused(String forgery, String response, String text) {
        AssertionRefused refused =
                catchThrowableOfType(AssertionRefused.class, () -> SamlResponse.verify(response, KNOWN, NOW));

        assertThat(refused).as(forgery).isNotNull();
        assertThat(refused.text()).isEqualTo(text);
        assertThat(refused.reason()).isEqualTo(AssertionRefused.Reason.INVALID);
    }

    /** What the forgeries are made of is good. */
    @Test
    void whatTheyAreMadeOfIsTaken() throws Exception {
        assertThat(SamlResponse.verify(draft().signed(), KNOWN, NOW).subject()).startsWith("_cbb88");
        assertThat(SamlResponse.verify(forge().changed(_ -> {}), KNOWN, NOW).subject())
                .startsWith("_cbb88");
        assertThat(SamlResponse.verify(forge().signedWith(RSA, EXCLUSIVE, forge().usual()), KNOWN, NOW)
                        .subject())
                .startsWith("_cbb88");
        assertThat(SamlResponse.verify(forge().responseSigning("#_response_good"), KNOWN, NOW)
                        .subject())
                .startsWith("_cbb88");
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

    private static org.w3c.dom.Attr attribute(Document document, String name, String value) {
        org.w3c.dom.Attr attribute = document.createAttributeNS(null, name);
        attribute.setValue(value);
        return attribute;
    }

    /** Changed before it was signed: the provider itself says it. */
    private static String signed(UnaryOperator<String> change) {
        Document document = ResponseDraft.parse(change.apply(ResponseDraft.text(draft().document())));
        PROVIDER.sign(ResponseDraft.assertionIn(document));
        return ResponseDraft.encoded(document);
    }

    static Stream<Arguments> signatures() {
        Forgeries forge = forge();
        return Stream.of(
                Arguments.of("no signature", ResponseDraft.encoded(draft().document()), SIGNATURE),
                Arguments.of(
                        "another subject after signing",
                        forge.changedText(text -> text.replace("_cbb88", Forgeries.EVIL)),
                        SIGNATURE),
                Arguments.of(
                        "another attribute after signing",
                        forge.changedText(text -> text.replace(">alice<", ">admin<")),
                        SIGNATURE),
                Arguments.of(
                        "a stranger's key, which the signature brings along",
                        ResponseDraft.of(STRANGER.calling(PROVIDER.entityId()), NOW)
                                .signed(),
                        SIGNATURE),
                Arguments.of(
                        "SHA-1 in the signature",
                        forge.signedWith(XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA1, EXCLUSIVE, forge.usual()),
                        SIGNATURE),
                Arguments.of(
                        "SHA-1 in the digest",
                        forge.signedWith(
                                RSA,
                                EXCLUSIVE,
                                new Reference(
                                        "#_good",
                                        List.of(ENVELOPED, EXCLUSIVE),
                                        MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA1)),
                        SIGNATURE),
                Arguments.of(
                        "RIPEMD-160 in the digest",
                        forge.changedText(text -> text.replace(SHA256, "http://www.w3.org/2001/04/xmlenc#ripemd160")),
                        SIGNATURE),
                Arguments.of(
                        "MD5",
                        forge.changedText(text -> text.replace(RSA, "http://www.w3.org/2001/04/xmldsig-more#rsa-md5")),
                        SIGNATURE),
                Arguments.of(
                        "an algorithm that nobody knows",
                        forge.changedText(text -> text.replace(RSA, "urn:none")),
                        SIGNATURE),
                Arguments.of(
                        "HMAC with the public key",
                        forge.hmacWithPublicKey("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"),
                        SIGNATURE),
                Arguments.of(
                        "HMAC-SHA1 with the public key",
                        forge.hmacWithPublicKey(XMLSignature.ALGO_ID_MAC_HMAC_SHA1),
                        SIGNATURE),
                Arguments.of("no reference", forge.signedWith(RSA, EXCLUSIVE), SIGNATURE),
                Arguments.of(
                        "two references", forge.signedWith(RSA, EXCLUSIVE, forge.usual(), forge.usual()), SIGNATURE),
                Arguments.of(
                        "a reference to the whole document",
                        forge.signedWith(RSA, EXCLUSIVE, new Reference("", List.of(ENVELOPED, EXCLUSIVE), SHA256)),
                        SIGNATURE),
                Arguments.of("a response that refers to the whole document", forge.responseSigning(""), SIGNATURE),
                Arguments.of("a response that refers to the assertion", forge.responseSigning("#_good"), SIGNATURE),
                Arguments.of(
                        "a pointer in the reference",
                        forge.signedWith(
                                RSA,
                                EXCLUSIVE,
                                new Reference("#xpointer(id('_good'))", List.of(ENVELOPED, EXCLUSIVE), SHA256)),
                        SIGNATURE),
                Arguments.of("an object that is signed instead", forge.signingAnObject(), SIGNATURE),
                Arguments.of(
                        "only canonicalized",
                        forge.changedText(text ->
                                text.replace("<ds:Transform Algorithm=\"" + ENVELOPED + "\"></ds:Transform>", "")),
                        SIGNATURE),
                Arguments.of("only enveloped", forge.signedWith(RSA, EXCLUSIVE, forge.through(ENVELOPED)), SIGNATURE),
                Arguments.of(
                        "inclusive canonicalization of the assertion",
                        forge.signedWith(
                                RSA, EXCLUSIVE, forge.through(ENVELOPED, Transforms.TRANSFORM_C14N_OMIT_COMMENTS)),
                        SIGNATURE),
                Arguments.of(
                        "inclusive canonicalization of the signature",
                        forge.signedWith(RSA, Transforms.TRANSFORM_C14N_OMIT_COMMENTS, forge.usual()),
                        SIGNATURE),
                Arguments.of(
                        "canonicalization twice",
                        forge.signedWith(RSA, EXCLUSIVE, forge.through(ENVELOPED, EXCLUSIVE, EXCLUSIVE)),
                        SIGNATURE),
                Arguments.of(
                        "XPath",
                        transformedBy(
                                "http://www.w3.org/TR/1999/REC-xpath-19991116",
                                "<ds:XPath>not(self::NameID)</ds:XPath>"),
                        SIGNATURE),
                Arguments.of(
                        "XPath filter 2",
                        transformedBy(
                                "http://www.w3.org/2002/06/xmldsig-filter2",
                                "<f:XPath xmlns:f=\"http://www.w3.org/2002/06/xmldsig-filter2\" Filter=\"subtract\">//a</f:XPath>"),
                        SIGNATURE),
                Arguments.of(
                        "XSLT",
                        transformedBy(
                                "http://www.w3.org/TR/1999/REC-xslt-19991116",
                                "<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/>"),
                        SIGNATURE),
                Arguments.of("base 64", transformedBy("http://www.w3.org/2000/09/xmldsig#base64", ""), SIGNATURE),
                Arguments.of(
                        "an empty signature",
                        forge.changedText(text ->
                                text.replaceFirst("(?s)(<ds:SignatureValue>).*?(</ds:SignatureValue>)", "$1$2")),
                        SIGNATURE),
                Arguments.of(
                        "a signature of zeros",
                        forge.changedText(text -> text.replaceFirst(
                                "(?s)(<ds:SignatureValue>).*?(</ds:SignatureValue>)", "$1" + "A".repeat(344) + "$2")),
                        SIGNATURE),
                Arguments.of(
                        "an empty digest",
                        forge.changedText(
                                text -> text.replaceFirst("(?s)(<ds:DigestValue>).*?(</ds:DigestValue>)", "$1$2")),
                        SIGNATURE),
                Arguments.of(
                        "a signature without anything",
                        forge.changedText(text -> text.replaceFirst("(?s)<ds:SignedInfo>.*</ds:KeyInfo>", "")),
                        SIGNATURE),
                Arguments.of(
                        "what was signed twice over",
                        forge.changedText(text -> text.replaceFirst("(?s)(<ds:SignedInfo>.*</ds:SignedInfo>)", "$1$1")),
                        SIGNATURE));
    }

    private static String transformedBy(String algorithm, String content) {
        return forge().changedText(text -> text.replace(
                "<ds:Transform Algorithm=\"" + EXCLUSIVE + "\"></ds:Transform>",
                "<ds:Transform Algorithm=\"" + algorithm + "\">" + content + "</ds:Transform><ds:Transform Algorithm=\""
                        + EXCLUSIVE + "\"/>"));
    }

    static Stream<Arguments> texts() {
        Forgeries forge = forge();
        return Stream.of(
                Arguments.of(
                        "a comment in the name",
                        forge.changedText(text -> text.replace("_cbb88", "_cbb<!-- -->88")),
                        INVALID),
                Arguments.of(
                        "a comment in a value",
                        forge.changedText(text -> text.replace(">alice<", ">alice<!---->.evil<")),
                        INVALID),
                Arguments.of("a comment after the document", forge.changedText(text -> text + "<!-- -->"), INVALID),
                Arguments.of(
                        "a processing instruction",
                        forge.changedText(text -> text.replace("_cbb88", "_cbb<?x?>88")),
                        INVALID),
                Arguments.of("a document type", forge.changedText(text -> "<!DOCTYPE Response>" + text), INVALID),
                Arguments.of(
                        "an entity",
                        forge.changedText(text -> "<!DOCTYPE x [<!ENTITY e 'evil'>]>" + text.replace("_cbb88", "&e;")),
                        INVALID),
                Arguments.of(
                        "a file as an entity",
                        forge.changedText(text -> "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                                + text.replace("_cbb88", "&e;")),
                        INVALID),
                Arguments.of(
                        "an address as a parameter entity",
                        forge.changedText(
                                text -> "<!DOCTYPE x [<!ENTITY % e SYSTEM 'http://127.0.0.1:1/e'>%e;]>" + text),
                        INVALID),
                Arguments.of("a billion laughs", bomb(forge), INVALID),
                Arguments.of("UTF-16", utf16(), INVALID),
                Arguments.of(
                        "bytes that are no UTF-8",
                        Base64.getEncoder()
                                .encodeToString(("<a>" + (char) 0xE9 + "</a>").getBytes(StandardCharsets.ISO_8859_1)),
                        INVALID),
                Arguments.of(
                        "elements as deep as a well",
                        ResponseDraft.encoded("<a>".repeat(10_000) + "</a>".repeat(10_000)),
                        INVALID),
                Arguments.of("a thousand attributes", ResponseDraft.encoded(attributes()), INVALID),
                Arguments.of(
                        "half a document", forge.changedText(text -> text.substring(0, text.length() / 2)), INVALID),
                Arguments.of("another document after it", forge.changedText(text -> text + text), INVALID),
                Arguments.of("nothing", "", INVALID),
                Arguments.of("no base 64", "%%%%", "Invalid base64 SAMLResponse"));
    }

    private static String bomb(Forgeries forge) {
        StringBuilder type = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY e")
                    .append(i)
                    .append(" '")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return forge.changedText(text -> type + "]>" + text.replace("_cbb88", "&e29;"));
    }

    private static String utf16() {
        return Base64.getEncoder()
                .encodeToString(("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + ResponseDraft.text(draft().document()))
                        .getBytes(StandardCharsets.UTF_16));
    }

    private static String attributes() {
        StringBuilder element = new StringBuilder("<a");
        for (int i = 0; i < 1000; i++) {
            element.append(" a").append(i).append("=''");
        }
        return element.append("/>").toString();
    }

    static Stream<Arguments> encrypted() {
        return Stream.of(
                Arguments.of(
                        "a stranger's assertion, encrypted",
                        encrypted(document -> STRANGER.sign(ResponseDraft.assertionIn(document))),
                        SIGNATURE),
                Arguments.of(
                        "a wrapped assertion, encrypted",
                        encrypted(document -> {
                            Element signed = ResponseDraft.assertionIn(document);
                            PROVIDER.sign(signed);
                            Element forged = (Element) signed.cloneNode(true);
                            forged.setAttributeNS(null, "ID", "_forged");
                            signed.getParentNode().replaceChild(forged, signed);
                            Element advice = document.createElementNS(Elements.ASSERTION, "saml:Advice");
                            advice.appendChild(signed);
                            forged.appendChild(advice);
                        }),
                        SIGNATURE),
                Arguments.of(
                        "bytes that are elsewhere",
                        encryptedText(text -> text.replaceAll(
                                "(?s)<xenc:CipherValue>.*?</xenc:CipherValue>",
                                "<xenc:CipherReference URI=\"http://127.0.0.1:1/\"/>")),
                        SIGNATURE),
                Arguments.of(
                        "a cipher that nobody knows",
                        encryptedText(text -> text.replace("xmlenc11#aes256-gcm", "xmlenc11#rot13")),
                        SIGNATURE),
                Arguments.of(
                        "3DES",
                        encryptedText(text -> text.replace(
                                "http://www.w3.org/2009/xmlenc11#aes256-gcm",
                                "http://www.w3.org/2001/04/xmlenc#tripledes-cbc")),
                        SIGNATURE),
                Arguments.of(
                        "another cipher than the key's",
                        encryptedText(text -> text.replace("aes256-gcm", "aes128-gcm")),
                        SIGNATURE),
                Arguments.of(
                        "CBC for GCM",
                        encryptedText(text -> text.replace(
                                "http://www.w3.org/2009/xmlenc11#aes256-gcm",
                                "http://www.w3.org/2001/04/xmlenc#aes256-cbc")),
                        SIGNATURE),
                Arguments.of(
                        "a byte too few",
                        encryptedText(text -> text.replaceFirst("(?s)(.*<xenc:CipherValue>)....", "$1")),
                        SIGNATURE),
                Arguments.of(
                        "a key of nothing",
                        encryptedText(text -> text.replaceFirst(
                                "(?s)<xenc:CipherValue>.*?</xenc:CipherValue>", "<xenc:CipherValue/>")),
                        SIGNATURE));
    }

    private static String encrypted(java.util.function.Consumer<Document> change) {
        Document document = draft().document();
        change.accept(document);
        IdentityProvider.encrypt(
                ResponseDraft.assertionIn(document),
                STRANGER.publicKey(),
                "http://www.w3.org/2009/xmlenc11#aes256-gcm",
                "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p");
        return ResponseDraft.encoded(document);
    }

    private static String encryptedText(UnaryOperator<String> change) {
        String good = draft().encryptedFor(STRANGER.publicKey());
        String text = new String(Base64.getDecoder().decode(good), StandardCharsets.UTF_8);
        String changed = change.apply(text);
        assertThat(changed).as("the forgery changes something").isNotEqualTo(text);
        return ResponseDraft.encoded(changed);
    }
}
