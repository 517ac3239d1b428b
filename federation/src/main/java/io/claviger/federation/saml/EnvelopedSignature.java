package io.claviger.federation.saml;

import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The signature that an element of SAML bears for itself, verified by the JDK in its secure mode. Only what SAML needs is
 * taken: one reference, to the very element that the signature is a child of; the transforms of an enveloped signature and of
 * exclusive canonicalization; RSA or ECDSA with SHA-2. The key comes from outside: what the signature says of keys is not
 * read. What is given back are the bytes that were digested, and nothing else of the document may be believed.
 *
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0 core, 5.4 XML signature
 *     profile</a>
 * @see <a href="https://www.w3.org/TR/xmldsig-bestpractices/">XML Signature best practices</a>
 */
final class EnvelopedSignature {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    private static final Set<String> SIGNATURES = Set.of(
            MORE + "rsa-sha256",
            MORE + "rsa-sha384",
            MORE + "rsa-sha512",
            MORE + "ecdsa-sha256",
            MORE + "ecdsa-sha384",
            MORE + "ecdsa-sha512",
            "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1");

    private static final Set<String> DIGESTS = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256", MORE + "sha384", "http://www.w3.org/2001/04/xmlenc#sha512");

    private static final Set<String> CANONICAL = Set.of(EXCLUSIVE, EXCLUSIVE + "WithComments");

    private EnvelopedSignature() {}

    /**
     * Verifies the signature that is a child of an element.
     *
     * @param keys one of which must have made it
     * @return the element without the signature, in the canonical form that was signed
     * @throws AssertionRefused if it is none of these keys', or covers anything else
     */
    static byte[] verify(Element signed, Element signature, List<PublicKey> keys) throws AssertionRefused {
        requireForm(signature);
        for (PublicKey key : keys) {
            byte[] verified = verify(signed, signature, key);
            if (verified != null) {
                return verified;
            }
        }
        throw AssertionRefused.signature();
    }

    /** The children that a signature here has, each once: no objects, which could be signed instead. */
    private static void requireForm(Element signature) throws AssertionRefused {
        List<String> children =
                Elements.children(signature).stream().map(Element::getLocalName).toList();
        boolean isKnown = children.equals(List.of("SignedInfo", "SignatureValue"))
                || children.equals(List.of("SignedInfo", "SignatureValue", "KeyInfo"));
        if (!isKnown) {
            throw AssertionRefused.signature();
        }
    }

    /** The bytes that were signed; null if this key did not sign them. */
    private static byte @Nullable [] verify(Element signed, Element signature, PublicKey key) throws AssertionRefused {
        DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        context.setProperty("javax.xml.crypto.dsig.cacheReference", true);
        context.setIdAttributeNS(signed, null, "ID");
        try {
            XMLSignature found = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            Reference reference = only(found, signed);
            if (!isOfKind(found, key) || !found.validate(context)) {
                return null;
            }
            try (InputStream digested = reference.getDigestInputStream()) {
                return digested.readAllBytes();
            }
        } catch (MarshalException | XMLSignatureException | IOException | RuntimeException e) {
            // The JDK's code throws ClassCastException and NullPointerException too at documents made for that.
            throw AssertionRefused.signature();
        }
    }

    /** The one reference, which must be to the element that bears the signature. */
    private static Reference only(XMLSignature signature, Element signed) throws AssertionRefused {
        List<Reference> references = signature.getSignedInfo().getReferences();
        String id = Elements.attribute(signed, "ID");
        if (references.size() != 1
                || id == null
                || id.isEmpty()
                || !signature.getObjects().isEmpty()) {
            throw AssertionRefused.signature();
        }
        Reference reference = references.getFirst();
        List<String> transforms =
                reference.getTransforms().stream().map(Transform::getAlgorithm).toList();
        boolean isRight = ("#" + id).equals(reference.getURI())
                && reference.getType() == null
                && transforms.size() == 2
                && transforms.getFirst().equals(Transform.ENVELOPED)
                && CANONICAL.contains(transforms.getLast())
                && DIGESTS.contains(reference.getDigestMethod().getAlgorithm())
                && CANONICAL.contains(
                        signature.getSignedInfo().getCanonicalizationMethod().getAlgorithm());
        if (!isRight) {
            throw AssertionRefused.signature();
        }
        return reference;
    }

    /** Whether the signature's algorithm is taken, and one for such keys. */
    private static boolean isOfKind(XMLSignature signature, PublicKey key) throws AssertionRefused {
        String algorithm = signature.getSignedInfo().getSignatureMethod().getAlgorithm();
        if (!SIGNATURES.contains(algorithm)) {
            throw AssertionRefused.signature();
        }
        return algorithm.contains("ecdsa") == key.getAlgorithm().equals("EC");
    }
}
