package io.claviger.federation.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
class ForgedTextsTest extends Forged {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"texts", "encrypted"})
    void alteredTextsAndEncryptionsAreRefused(String forgery, String response, String text) {
        assertRefused(forgery, response, text);
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
