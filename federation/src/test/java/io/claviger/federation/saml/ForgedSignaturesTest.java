package io.claviger.federation.saml;

import io.claviger.federation.saml.Forgeries.Reference;
import java.util.List;
import java.util.stream.Stream;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every known way to make a response say what its provider did not: each is refused, and in the words for its kind.
 *
 * @see <a href="https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky">On Breaking
 *     SAML: Be Whoever You Want to Be</a>
 */
class ForgedSignaturesTest extends Forged {

    private static final String SHA256 = MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256;
    private static final String ENVELOPED = Transforms.TRANSFORM_ENVELOPED_SIGNATURE;

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void forgedSignaturesAreRefused(String forgery, String response, String text) {
        assertRefused(forgery, response, text);
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
}
