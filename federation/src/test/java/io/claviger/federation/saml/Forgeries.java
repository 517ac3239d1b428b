package io.claviger.federation.saml;

import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.ObjectContainer;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Responses that were forged out of good ones, or signed in ways that prove nothing. */
final class Forgeries {

    /** Who the forger wants to be. */
    static final String EVIL = "evil";

    private static final String SHA256 = MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256;
    private static final String EXCLUSIVE = Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS;
    private static final List<String> USUAL = List.of(Transforms.TRANSFORM_ENVELOPED_SIGNATURE, EXCLUSIVE);

    private final ResponseDraft draft;

    Forgeries(ResponseDraft draft) {
        this.draft = draft;
    }

    /** What a signature refers to. */
    record Reference(String uri, List<String> transforms, String digest) {}

    /** A forgery by wrapping: what is done with a good document, and with a forged copy of what was signed. */
    @FunctionalInterface
    interface Wrapping {
        void wrap(Document document, Element signed, Element signature, Element forged);
    }

    /** The document of a good response with a signed assertion, with something done to it. */
    String changed(Consumer<Document> change) {
        Document document = draft.document();
        draft.provider.sign(ResponseDraft.assertionIn(document));
        change.accept(document);
        return ResponseDraft.encoded(document);
    }

    /** The text of a good response with a signed assertion, with something done to it. */
    String changedText(java.util.function.UnaryOperator<String> change) {
        Document document = draft.document();
        draft.provider.sign(ResponseDraft.assertionIn(document));
        String text = ResponseDraft.text(document);
        String changed = change.apply(text);
        if (changed.equals(text)) {
            throw new IllegalStateException("the forgery changes nothing");
        }
        return ResponseDraft.encoded(changed);
    }

    /** A forged assertion beside or around a signed one. */
    String wrappedAssertion(Wrapping wrapping) {
        Document document = draft.document();
        Element signed = ResponseDraft.assertionIn(document);
        draft.provider.sign(signed);
        return wrapped(document, signed, wrapping);
    }

    /** A forged response around a signed one. */
    String wrappedResponse(Wrapping wrapping) {
        Document document = draft.document();
        Element signed = document.getDocumentElement();
        draft.provider.sign(signed);
        return wrapped(document, signed, wrapping);
    }

    private static String wrapped(Document document, Element signed, Wrapping wrapping) {
        Element signature = signature(signed);
        Element forged = (Element) signed.cloneNode(true);
        forged.removeChild(signature(forged));
        forged.setAttributeNS(null, "ID", "_forged");
        Elements.all(forged).stream()
                .filter(element -> element.getLocalName().equals("NameID"))
                .forEach(name -> name.setTextContent(EVIL));
        wrapping.wrap(document, signed, signature, forged);
        return ResponseDraft.encoded(document);
    }

    static Element signature(Element bearer) {
        Element found = Elements.only(bearer, Elements.SIGNATURE, "Signature");
        if (found == null) {
            throw new IllegalStateException("not signed");
        }
        return found;
    }

    /** An object of a signature, which holds anything. */
    static Element object(Document document, Node... content) {
        Element object = document.createElementNS(Elements.SIGNATURE, "ds:Object");
        for (Node node : content) {
            object.appendChild(node);
        }
        return object;
    }

    /** A response whose assertion is signed with the right key in the wrong way. */
    String signedWith(String algorithm, String canonicalization, Reference... references) {
        return signedWith(algorithm, canonicalization, draft.provider.privateKey(), references);
    }

    /** The usual reference to the assertion. */
    Reference usual() {
        return new Reference("#" + draft.id, USUAL, SHA256);
    }

    /** With other transforms. */
    Reference through(String... transforms) {
        return new Reference("#" + draft.id, List.of(transforms), SHA256);
    }

    /** The key of an HMAC that everybody knows. */
    String hmacWithPublicKey(String algorithm) {
        return signedWith(
                algorithm,
                EXCLUSIVE,
                new SecretKeySpec(draft.provider.publicKey().getEncoded(), "HmacSHA256"),
                usual());
    }

    /** A response whose assertion is signed by a key in some way. */
    String signedWith(String algorithm, String canonicalization, Key key, Reference... references) {
        Document document = draft.document();
        signWith(document, ResponseDraft.assertionIn(document), algorithm, canonicalization, key, List.of(references));
        return ResponseDraft.encoded(document);
    }

    /** A response that bears itself a signature of something else. */
    String responseSigning(String uri) {
        Document document = draft.document();
        signWith(
                document,
                document.getDocumentElement(),
                XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256,
                EXCLUSIVE,
                draft.provider.privateKey(),
                List.of(new Reference(uri, USUAL, SHA256)));
        return ResponseDraft.encoded(document);
    }

    /** A response whose signature covers an object within itself as well. */
    String signingAnObject() {
        try {
            Document document = draft.document();
            Element assertion = ResponseDraft.assertionIn(document);
            XMLSignature signature =
                    new XMLSignature(document, "", XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256, EXCLUSIVE);
            IdentityProvider.place(assertion, signature.getElement());
            ObjectContainer object = new ObjectContainer(document);
            object.setId("_object");
            signature.appendObject(object);
            signature.addDocument("#_object", null, SHA256);
            signature.sign(draft.provider.privateKey());
            return ResponseDraft.encoded(document);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void signWith(
            Document document,
            Element bearer,
            String algorithm,
            String canonicalization,
            Key key,
            List<Reference> references) {
        try {
            XMLSignature signature = new XMLSignature(document, "", algorithm, canonicalization);
            IdentityProvider.place(bearer, signature.getElement());
            document.getDocumentElement().setIdAttributeNS(null, "ID", true);
            ResponseDraft.assertionIn(document).setIdAttributeNS(null, "ID", true);
            for (Reference reference : new ArrayList<>(references)) {
                Transforms transforms = new Transforms(document);
                for (String transform : reference.transforms()) {
                    transforms.addTransform(transform);
                }
                signature.addDocument(reference.uri(), transforms, reference.digest());
            }
            signature.sign(key);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
