package io.claviger.federation.saml;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.xml.security.Init;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An identity provider: it signs with Santuario, as OpenSAML does, and with certificates that it made itself. */
public final class IdentityProvider {

    private static final Map<String, Entry> ENTRIES = new ConcurrentHashMap<>();

    static {
        Init.init();
    }

    private record Entry(KeyPair pair, X509Certificate certificate) {}

    private final String entityId;
    private final Entry entry;

    private IdentityProvider(String entityId, Entry entry) {
        this.entityId = entityId;
        this.entry = entry;
    }

    /** A provider that signs with RSA; the same name has the same key. */
    public static IdentityProvider named(String entityId) {
        return new IdentityProvider(entityId, ENTRIES.computeIfAbsent(entityId, _ -> entry("RSA", 2048)));
    }

    /** A provider that signs with such a key. */
    public static IdentityProvider named(String entityId, String algorithm, int bits) {
        return new IdentityProvider(
                entityId, ENTRIES.computeIfAbsent(entityId + algorithm + bits, _ -> entry(algorithm, bits)));
    }

    /** The same key under another name. */
    public IdentityProvider calling(String otherId) {
        return new IdentityProvider(otherId, entry);
    }

    public String entityId() {
        return entityId;
    }

    public PublicKey publicKey() {
        return entry.pair.getPublic();
    }

    public PrivateKey privateKey() {
        return entry.pair.getPrivate();
    }

    /** The private key in PEM, in PKCS#8. */
    public String privateKeyPem() {
        return pem("PRIVATE KEY", privateKey().getEncoded());
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    public String certificate() {
        try {
            return Base64.getMimeEncoder().encodeToString(entry.certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The metadata document. */
    public String metadata() {
        return metadata("");
    }

    /** The metadata document with more attributes on its root element. */
    public String metadata(String attributes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- Metadata often begin with a remark. -->
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
                    xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="%s" %s>
                  <md:IDPSSODescriptor WantAuthnRequestsSigned="false"
                      protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <md:KeyDescriptor use="signing">
                      <ds:KeyInfo><ds:X509Data><ds:X509Certificate>
                %s
                      </ds:X509Certificate></ds:X509Data></ds:KeyInfo>
                    </md:KeyDescriptor>
                    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
                    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                        Location="https://idp.example/sso"/>
                  </md:IDPSSODescriptor>
                </md:EntityDescriptor>
                """.formatted(entityId, attributes, certificate());
    }

    /** Signs an element as SAML has it. */
    public void sign(Element element) {
        String algorithm = publicKey().getAlgorithm().equals("EC")
                ? XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256
                : XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256;
        sign(
                element,
                algorithm,
                MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256,
                Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
    }

    /** Signs an element with these algorithms. */
    public void sign(Element element, String algorithm, String digest, String canonicalization) {
        try {
            Document document = element.getOwnerDocument();
            XMLSignature signature =
                    new XMLSignature(document, "", algorithm, Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
            Transforms transforms = new Transforms(document);
            transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
            transforms.addTransform(canonicalization);
            place(element, signature.getElement());
            element.setIdAttributeNS(null, "ID", true);
            signature.addDocument("#" + element.getAttributeNS(null, "ID"), transforms, digest);
            signature.addKeyInfo(entry.certificate);
            signature.sign(privateKey());
        } catch (XMLSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema has the signature after the issuer. */
    static void place(Element element, Element signature) {
        Element issuer = Elements.only(element, Elements.ASSERTION, "Issuer");
        element.insertBefore(signature, issuer == null ? element.getFirstChild() : issuer.getNextSibling());
    }

    /** Puts an assertion into an encrypted one, for the holder of a key. */
    public static void encrypt(Element assertion, PublicKey holder, String cipher, String wrapping) {
        try {
            Document document = assertion.getOwnerDocument();
            javax.crypto.KeyGenerator generator = javax.crypto.KeyGenerator.getInstance("AES");
            generator.init(cipher.contains("256") ? 256 : 128);
            javax.crypto.SecretKey secret = generator.generateKey();
            XMLCipher wrapper = XMLCipher.getInstance(wrapping);
            wrapper.init(XMLCipher.WRAP_MODE, holder);
            EncryptedKey wrapped = wrapper.encryptKey(document, secret);
            XMLCipher encrypter = XMLCipher.getInstance(cipher);
            encrypter.init(XMLCipher.ENCRYPT_MODE, secret);
            EncryptedData data = encrypter.getEncryptedData();
            KeyInfo info = new KeyInfo(document);
            info.add(wrapped);
            data.setKeyInfo(info);
            Element around = document.createElementNS(Elements.ASSERTION, "saml:EncryptedAssertion");
            assertion.getParentNode().replaceChild(around, assertion);
            around.appendChild(assertion);
            encrypter.doFinal(document, assertion, false);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entry entry(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            return new Entry(pair, SelfSigned.certificate(pair));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
