package io.claviger.federation.saml;

import io.claviger.federation.saml.SafeXml.Unreadable;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An assertion that came encrypted: AES in CBC or GCM under a key that is wrapped with RSA-OAEP, decrypted by the JDK. The
 * older wrapping of PKCS#1 1.5 is not taken, because it gives itself away to who asks often enough. Whatever goes wrong is
 * refused in the words for a wrong signature, so that nobody learns what came out.
 *
 * @see <a href="https://www.w3.org/TR/xmlenc-core1/">XML encryption 1.1</a>
 */
final class EncryptedAssertion {

    private static final String ENCRYPTION_1_1 = "http://www.w3.org/2009/xmlenc11#";

    private static final Set<String> DATA = Set.of(
            Elements.ENCRYPTION + "aes128-cbc",
            Elements.ENCRYPTION + "aes192-cbc",
            Elements.ENCRYPTION + "aes256-cbc",
            ENCRYPTION_1_1 + "aes128-gcm",
            ENCRYPTION_1_1 + "aes192-gcm",
            ENCRYPTION_1_1 + "aes256-gcm");

    private static final Set<String> KEYS = Set.of(Elements.ENCRYPTION + "rsa-oaep-mgf1p", ENCRYPTION_1_1 + "rsa-oaep");

    private static final int GCM_VECTOR = 12;
    private static final int GCM_TAG = 128;
    private static final int CBC_VECTOR = 16;

    private EncryptedAssertion() {}

    /**
     * The assertion within.
     *
     * @param keys one of which unwraps its key
     * @throws AssertionRefused if none of them does, or what comes out is no assertion
     */
    static Element decrypt(Element encrypted, List<PrivateKey> keys) throws AssertionRefused {
        Element data = Elements.only(encrypted, Elements.ENCRYPTION, "EncryptedData");
        Element wrapped = data == null ? null : wrappedKey(encrypted, data);
        if (data == null || wrapped == null || !isPlain(data, DATA) || !isPlain(wrapped, KEYS)) {
            throw AssertionRefused.signature();
        }
        for (PrivateKey key : keys) {
            Element assertion = decrypt(data, wrapped, key);
            if (assertion != null) {
                return assertion;
            }
        }
        throw AssertionRefused.signature();
    }

    /** The one wrapped key, which stands in the data or beside it. */
    private static @Nullable Element wrappedKey(Element encrypted, Element data) {
        List<Element> found = Stream.concat(
                        Elements.children(data, Elements.SIGNATURE, "KeyInfo").stream()
                                .flatMap(info -> Elements.children(info, Elements.ENCRYPTION, "EncryptedKey").stream()),
                        Elements.children(encrypted, Elements.ENCRYPTION, "EncryptedKey").stream())
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** Whether the algorithm is one of these and the bytes are here: a reference to elsewhere is not followed. */
    private static boolean isPlain(Element element, Set<String> algorithms) {
        Element bytes = Elements.only(element, Elements.ENCRYPTION, "CipherData");
        return algorithms.contains(algorithm(element))
                && bytes != null
                && Elements.children(bytes).size() == 1
                && Elements.only(bytes, Elements.ENCRYPTION, "CipherValue") != null;
    }

    private static String algorithm(Element encrypted) {
        Element method = Elements.only(encrypted, Elements.ENCRYPTION, "EncryptionMethod");
        return method == null ? "" : method.getAttributeNS(null, "Algorithm");
    }

    private static @Nullable Element decrypt(Element data, Element wrapped, PrivateKey key) {
        try {
            Cipher unwrapping = Cipher.getInstance("RSA/ECB/OAEPPadding");
            unwrapping.init(Cipher.DECRYPT_MODE, key, oaep(wrapped));
            SecretKeySpec secret = new SecretKeySpec(unwrapping.doFinal(bytes(wrapped)), "AES");
            return read(opened(algorithm(data), secret, bytes(data)), data);
        } catch (GeneralSecurityException | IllegalArgumentException | Unreadable notThisKey) {
            return null;
        }
    }

    /** Reads what was decrypted where it stood: it may use prefixes that elements around it declare. */
    private static @Nullable Element read(byte[] text, Element data) throws Unreadable {
        Element around = SafeXml.parseWithin(text, declarations(data));
        Element assertion = Elements.only(around, Elements.ASSERTION, "Assertion");
        return Elements.children(around).size() == 1 ? assertion : null;
    }

    /** The prefixes that are declared at an element, by the attributes that declare them. */
    private static Map<String, String> declarations(Element element) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            for (Attr attribute : Elements.attributes(one)) {
                if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                    found.putIfAbsent(attribute.getName(), attribute.getValue());
                }
            }
        }
        return found;
    }

    /** The digests that the wrapping names, SHA-1 where it names none; a label that it might have is not taken. */
    private static OAEPParameterSpec oaep(Element wrapped) throws Unreadable {
        Element method = Elements.only(wrapped, Elements.ENCRYPTION, "EncryptionMethod");
        if (method == null || Elements.only(method, Elements.ENCRYPTION, "OAEPparams") != null) {
            throw new Unreadable("a label");
        }
        Element digest = Elements.only(method, Elements.SIGNATURE, "DigestMethod");
        Element mask = Elements.only(method, ENCRYPTION_1_1, "MGF");
        return new OAEPParameterSpec(
                digest == null ? "SHA-1" : digest(digest.getAttributeNS(null, "Algorithm")),
                "MGF1",
                new MGF1ParameterSpec(mask == null ? "SHA-1" : digest(mask.getAttributeNS(null, "Algorithm"))),
                PSource.PSpecified.DEFAULT);
    }

    private static String digest(String algorithm) throws Unreadable {
        return switch (algorithm.substring(algorithm.indexOf('#') + 1)) {
            case "sha1", "mgf1sha1" -> "SHA-1";
            case "sha256", "mgf1sha256" -> "SHA-256";
            case "sha384", "mgf1sha384" -> "SHA-384";
            case "sha512", "mgf1sha512" -> "SHA-512";
            default -> throw new Unreadable("a digest of another kind");
        };
    }

    /** Opens bytes that begin with their initialization vector. */
    private static byte[] opened(String algorithm, SecretKeySpec secret, byte[] bytes)
            throws GeneralSecurityException, Unreadable {
        boolean isGcm = algorithm.endsWith("-gcm");
        int vector = isGcm ? GCM_VECTOR : CBC_VECTOR;
        boolean isOfItsLength = algorithm.contains("aes" + Byte.SIZE * secret.getEncoded().length + "-");
        if (bytes.length < 2 * vector || !isOfItsLength) {
            throw new Unreadable("too short");
        }
        Cipher cipher = Cipher.getInstance(isGcm ? "AES/GCM/NoPadding" : "AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                secret,
                isGcm ? new GCMParameterSpec(GCM_TAG, bytes, 0, vector) : new IvParameterSpec(bytes, 0, vector));
        byte[] text = cipher.doFinal(bytes, vector, bytes.length - vector);
        return isGcm ? text : withoutPadding(text);
    }

    /** The last byte says how many there are; the others may be anything. */
    private static byte[] withoutPadding(byte[] text) throws Unreadable {
        int padding = text.length == 0 ? 0 : text[text.length - 1];
        if (padding < 1 || padding > CBC_VECTOR) {
            throw new Unreadable("no padding");
        }
        return Arrays.copyOf(text, text.length - padding);
    }

    private static byte[] bytes(Element encrypted) {
        Element data = Elements.only(encrypted, Elements.ENCRYPTION, "CipherData");
        String base64 = data == null ? "" : data.getTextContent();
        return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    }
}
