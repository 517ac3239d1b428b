package io.claviger.federation.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Responses that are good, in all the shapes that providers send, and responses that are not what they should be. */
class SamlResponseTest extends DraftedResponses {

    @Test
    void aSignedAssertionIsReadWhole() throws Exception {
        SamlAssertion assertion = accept(draft().withAttribute("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "staff", "faculty")
                .sessionEndsAt(NOW.plusSeconds(7200))
                .numbered("_one")
                .signed());

        assertThat(assertion)
                .isEqualTo(new SamlAssertion(
                        "_one",
                        PROVIDER.entityId(),
                        "_cbb88bf52c2510eabe00c1642d4643f41430fe25e3",
                        "persistent",
                        ResponseDraft.ADDRESS,
                        NOW.plusSeconds(300),
                        NOW.plusSeconds(7200),
                        assertion.attributes()));
        assertThat(assertion.values("urn:oid:1.3.6.1.4.1.5923.1.1.1.1")).containsExactly("staff", "faculty");
        assertThat(assertion.values(ResponseDraft.AWS + "RoleSessionName")).containsExactly("alice");
        assertThat(assertion.values("none")).isEmpty();
    }

    @Test
    void aSignedResponseIsGoodEnough() throws Exception {
        Document document = draft().document();
        PROVIDER.sign(document.getDocumentElement());

        assertThat(accept(ResponseDraft.encoded(document)).subject()).startsWith("_cbb88");
    }

    @Test
    void bothMayBeSigned() throws Exception {
        Document document = draft().document();
        PROVIDER.sign(ResponseDraft.assertionIn(document));
        PROVIDER.sign(document.getDocumentElement());

        assertThat(accept(ResponseDraft.encoded(document)).subject()).startsWith("_cbb88");
    }

    @Test
    void ofTwoSignaturesBothMustBeGood() {
        Document document = draft().document();
        HOLDER.sign(ResponseDraft.assertionIn(document));
        PROVIDER.sign(document.getDocumentElement());
        refuse(ResponseDraft.encoded(document), "Response signature invalid");

        Document other = draft().document();
        PROVIDER.sign(ResponseDraft.assertionIn(other));
        HOLDER.sign(other.getDocumentElement());
        refuse(ResponseDraft.encoded(other), "Response signature invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.w3.org/2009/xmlenc11#aes256-gcm, http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
        "http://www.w3.org/2009/xmlenc11#aes128-gcm, http://www.w3.org/2009/xmlenc11#rsa-oaep",
        "http://www.w3.org/2001/04/xmlenc#aes256-cbc, http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
        "http://www.w3.org/2001/04/xmlenc#aes128-cbc, http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"
    })
    void anEncryptedAssertionIsDecryptedWhicheverPartIsSigned(String cipher, String wrapping) throws Exception {
        Document signedWithin = draft().document();
        PROVIDER.sign(ResponseDraft.assertionIn(signedWithin));
        IdentityProvider.encrypt(ResponseDraft.assertionIn(signedWithin), HOLDER.publicKey(), cipher, wrapping);
        assertThat(accept(ResponseDraft.encoded(signedWithin)).subject()).startsWith("_cbb88");

        Document signedWithout = draft().document();
        IdentityProvider.encrypt(ResponseDraft.assertionIn(signedWithout), HOLDER.publicKey(), cipher, wrapping);
        PROVIDER.sign(signedWithout.getDocumentElement());
        assertThat(accept(ResponseDraft.encoded(signedWithout)).subject()).startsWith("_cbb88");
    }

    @Test
    void eitherOfTwoPrivateKeysDecrypts() throws Exception {
        SamlResponse.Provider provider = known(PROVIDER, true, PROVIDER.privateKey(), HOLDER.privateKey());

        assertThat(SamlResponse.verify(draft().encryptedFor(HOLDER.publicKey()), provider, NOW)
                        .subject())
                .startsWith("_cbb88");
        assertThat(SamlResponse.verify(draft().encryptedFor(PROVIDER.publicKey()), provider, NOW)
                        .subject())
                .startsWith("_cbb88");
    }

    @Test
    void anEncryptedAssertionThatNobodySignedIsRefused() {
        Document document = draft().document();
        IdentityProvider.encrypt(
                ResponseDraft.assertionIn(document),
                HOLDER.publicKey(),
                "http://www.w3.org/2009/xmlenc11#aes256-gcm",
                "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p");
        refuse(ResponseDraft.encoded(document), "Response signature invalid");
    }

    @Test
    void anAssertionThatIsEncryptedForSomebodyElseIsRefusedInTheSameWords() {
        refuse(draft().encryptedFor(PROVIDER.publicKey()), "Response signature invalid");
    }

    @Test
    void theWrappingOfPkcs1IsNotTaken() {
        Document document = draft().document();
        PROVIDER.sign(ResponseDraft.assertionIn(document));
        IdentityProvider.encrypt(
                ResponseDraft.assertionIn(document),
                HOLDER.publicKey(),
                "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
                "http://www.w3.org/2001/04/xmlenc#rsa-1_5");
        refuse(ResponseDraft.encoded(document), "Response signature invalid");
    }

    @Test
    void aProviderThatRequiresEncryptionTakesNothingPlain() {
        AssertionRefused refused = catchThrowableOfType(
                AssertionRefused.class,
                () -> SamlResponse.verify(draft().signed(), known(PROVIDER, true, HOLDER.privateKey()), NOW));
        assertThat(refused.text()).isEqualTo("The SAML assertion is not encrypted, which the provider requires");
    }

    @ParameterizedTest
    @CsvSource({"EC,256", "EC,384", "EC,521", "RSA,3072"})
    void keysOfOtherKindsAndSizesSign(String algorithm, int bits) throws Exception {
        IdentityProvider provider = IdentityProvider.named("https://other.example", algorithm, bits);
        String response = ResponseDraft.of(provider, NOW).signed();

        assertThat(SamlResponse.verify(response, known(provider, false), NOW).issuer())
                .isEqualTo("https://other.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA384,
                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA512,
                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256_MGF1
            })
    void strongerSignaturesAreTaken(String algorithm) throws Exception {
        Document document = draft().document();
        PROVIDER.sign(
                ResponseDraft.assertionIn(document),
                algorithm,
                MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA512,
                Transforms.TRANSFORM_C14N_EXCL_WITH_COMMENTS);

        assertThat(accept(ResponseDraft.encoded(document)).subject()).startsWith("_cbb88");
    }

    @Test
    void aProviderThatAuthenticatedNobodyIsTakenAtItsWord() {
        refuse(
                draft().but(it -> it.status = "urn:oasis:names:tc:SAML:2.0:status:Responder")
                        .signed(),
                AssertionRefused.Reason.REJECTED_BY_PROVIDER,
                "The identity provider reports that the authentication failed");
    }

    @Test
    void theTypeOfTheSubjectIsShortOrAWholeUri() throws Exception {
        assertThat(accept(draft().but(it -> it.format = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient")
                                .signed())
                        .subjectType())
                .isEqualTo("transient");
        assertThat(accept(draft().but(it -> it.format = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")
                                .signed())
                        .subjectType())
                .isEqualTo("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress");
    }

    @Test
    void whatIsNoResponseIsRefused() {
        refuse("%%%", "Invalid base64 SAMLResponse");
        String invalid = "Your request included an invalid SAML response";
        refuse(ResponseDraft.encoded("hello"), invalid);
        refuse(ResponseDraft.encoded("<a/>"), invalid);
        refuse(ResponseDraft.encoded(draft().but(it -> it.subject = "").document()), "Response signature invalid");
        refuse(draft().but(it -> it.subject = "").signed(), invalid);
        refuse(draft().but(it -> it.subject = "<saml:X>a</saml:X>").signed(), invalid);
        refuse(draft().numbered("_" + "x".repeat(255)).signed(), invalid);
    }
}
