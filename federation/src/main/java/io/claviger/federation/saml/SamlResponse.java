package io.claviger.federation.saml;

import io.claviger.federation.saml.SafeXml.Unreadable;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Verifies the response of an identity provider: its structure first, then signatures, and only then what the signed bytes
 * say. Stateless.
 *
 * <p>A response is taken if it holds one assertion, plain or encrypted, and a signature of the response, of the assertion, or
 * both. The assertion is then read again from the bytes that were digested, never from the document that came, so wrapping a
 * signed element into a forged one gains nothing.
 *
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0 core</a>
 * @see <a href="https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky">On Breaking
 *     SAML: Be Whoever You Want to Be</a>
 */
public final class SamlResponse {

    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    private SamlResponse() {}

    /**
     * The provider that is to have sent a response.
     *
     * @param id its unique ID, which addresses may name
     * @param metadata what it says of itself
     * @param privateKeys decrypt what is meant for here
     * @param mustEncrypt whether a plain assertion is refused
     */
    public record Provider(String id, SamlMetadata metadata, List<PrivateKey> privateKeys, boolean mustEncrypt) {

        /** Copies the keys. */
        public Provider {
            privateKeys = List.copyOf(privateKeys);
        }
    }

    /**
     * The assertion that a response holds.
     *
     * @param base64 the response as it is sent
     * @throws AssertionRefused if anything about it is not as it must be
     */
    public static SamlAssertion verify(String base64, Provider provider, Instant now) throws AssertionRefused {
        Element response = parsed(decoded(base64));
        requireStructure(response);
        AssertionChecks checks = new AssertionChecks(provider.id, provider.metadata.entityId(), now);
        requireIssuer(response, checks);
        Element trusted = response;
        Element signature = Elements.only(response, Elements.SIGNATURE, "Signature");
        if (signature != null) {
            trusted = verified(response, signature, provider);
        }
        requireResponse(trusted, checks, provider);
        Element assertion = assertion(response, trusted, provider, signature != null);
        return checks.read(assertion);
    }

    private static byte[] decoded(String base64) throws AssertionRefused {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("[\r\n \t]", ""));
        } catch (IllegalArgumentException e) {
            throw AssertionRefused.invalid("Invalid base64 SAMLResponse");
        }
    }

    private static Element parsed(byte[] bytes) throws AssertionRefused {
        try {
            return SafeXml.parseBare(bytes).getDocumentElement();
        } catch (Unreadable e) {
            throw invalid();
        }
    }

    /** Refuses what a response of one assertion does not look like, wherever in the document it stands. */
    private static void requireStructure(Element response) throws AssertionRefused {
        List<Element> assertions = Elements.children(response, Elements.ASSERTION, "Assertion");
        List<Element> encrypted = Elements.children(response, Elements.ASSERTION, "EncryptedAssertion");
        if (!Elements.is(response, Elements.PROTOCOL, "Response")
                || assertions.size() + encrypted.size() != 1
                || !"2.0".equals(Elements.attribute(response, "Version"))) {
            throw invalid();
        }
        requireOnlyOwn(response, assertions.isEmpty() ? null : assertions.getFirst());
    }

    /**
     * Refuses assertions, responses and signatures anywhere but in their places, and IDs that two elements share: all ways of
     * hiding a signed element beside a forged one need one of them.
     *
     * @param assertion the one within it; null if it is encrypted
     */
    private static void requireOnlyOwn(Element response, @Nullable Element assertion) throws AssertionRefused {
        Set<String> ids = new HashSet<>();
        for (Element element : Elements.all(response)) {
            boolean isOther = isSignable(element) && !isOneOf(element, response, assertion);
            boolean isStray = Elements.is(element, Elements.SIGNATURE, "Signature")
                    && !isOneOf(element.getParentNode(), response, assertion);
            if (isOther || isStray || !haveOwnIds(element, ids)) {
                throw invalid();
            }
        }
        requireOneSignature(response);
        if (assertion != null) {
            requireOneSignature(assertion);
        }
    }

    private static boolean isOneOf(Node node, Element response, @Nullable Element assertion) {
        return node.isSameNode(response) || (assertion != null && node.isSameNode(assertion));
    }

    private static boolean isSignable(Element element) {
        String name = element.getLocalName();
        return name.equals("Assertion") || name.equals("Response");
    }

    private static boolean haveOwnIds(Element element, Set<String> ids) {
        for (Attr attribute : Elements.attributes(element)) {
            String name = attribute.getLocalName();
            if ("id".equalsIgnoreCase(name) && !ids.add(attribute.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static void requireOneSignature(Element bearer) throws AssertionRefused {
        if (Elements.children(bearer, Elements.SIGNATURE, "Signature").size() > 1) {
            throw invalid();
        }
    }

    /** Says whose response it is not before it says that the signature is wrong, as AWS does. Nothing is believed yet. */
    private static void requireIssuer(Element response, AssertionChecks checks) throws AssertionRefused {
        for (Element issuer : Elements.children(response, Elements.ASSERTION, "Issuer")) {
            checks.requireIssuer(issuer);
        }
        Element assertion = Elements.only(response, Elements.ASSERTION, "Assertion");
        if (assertion != null) {
            checks.requireIssuer(Elements.only(assertion, Elements.ASSERTION, "Issuer"));
        }
    }

    private static void requireResponse(Element response, AssertionChecks checks, Provider provider)
            throws AssertionRefused {
        Element status = Elements.only(response, Elements.PROTOCOL, "Status");
        Element code = status == null ? null : Elements.only(status, Elements.PROTOCOL, "StatusCode");
        if (code == null) {
            throw invalid();
        }
        if (!SUCCESS.equals(Elements.attribute(code, "Value"))) {
            throw new AssertionRefused(
                    AssertionRefused.Reason.REJECTED_BY_PROVIDER,
                    "The identity provider reports that the authentication failed");
        }
        checks.requireDestination(Elements.attribute(response, "Destination"));
        Instant end = provider.metadata.validUntil();
        if (end != null && !checks.now().isBefore(end)) {
            throw AssertionRefused.invalid("The metadata of the specified provider has expired");
        }
    }

    /**
     * The assertion, from signed bytes.
     *
     * @param response as it came, in whose surroundings an assertion's own signature is verified
     * @param trusted the same, from signed bytes if it is signed
     */
    private static Element assertion(Element response, Element trusted, Provider provider, boolean isResponseSigned)
            throws AssertionRefused {
        Element encrypted = Elements.only(trusted, Elements.ASSERTION, "EncryptedAssertion");
        if (encrypted == null && provider.mustEncrypt) {
            throw AssertionRefused.invalid("The SAML assertion is not encrypted, which the provider requires");
        }
        Element found;
        if (encrypted == null) {
            found = required(response, "Assertion");
        } else {
            found = decrypted(encrypted, provider);
        }
        Element signature = Elements.only(found, Elements.SIGNATURE, "Signature");
        if (signature != null) {
            return verified(found, signature, provider);
        }
        if (!isResponseSigned) {
            throw AssertionRefused.signature();
        }
        return encrypted == null ? required(trusted, "Assertion") : found;
    }

    /** Anybody can encrypt, so what comes out is looked at as what comes in; but no words give away what that was. */
    private static Element decrypted(Element encrypted, Provider provider) throws AssertionRefused {
        Element found = EncryptedAssertion.decrypt(encrypted, provider.privateKeys);
        try {
            requireOnlyOwn(found, null);
        } catch (AssertionRefused _) {
            throw AssertionRefused.signature();
        }
        return found;
    }

    /** An element as it was signed, read again from the signed bytes: they must be of this element and no other. */
    private static Element verified(Element signed, Element signature, Provider provider) throws AssertionRefused {
        Element read = parsed(EnvelopedSignature.verify(signed, signature, provider.metadata.signingKeys()));
        if (!Elements.is(read, String.valueOf(signed.getNamespaceURI()), signed.getLocalName())
                || !signed.getAttributeNS(null, "ID").equals(read.getAttributeNS(null, "ID"))) {
            throw AssertionRefused.signature();
        }
        return read;
    }

    private static Element required(Element parent, String name) throws AssertionRefused {
        Element found = Elements.only(parent, Elements.ASSERTION, name);
        if (found == null) {
            throw invalid();
        }
        return found;
    }

    private static AssertionRefused invalid() {
        return AssertionRefused.invalid("Your request included an invalid SAML response");
    }
}
