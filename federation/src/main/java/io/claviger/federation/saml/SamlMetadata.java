package io.claviger.federation.saml;

import io.claviger.federation.saml.SafeXml.Unreadable;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What an identity provider says of itself: its name, and the keys that it signs with. A certificate is no more here than the
 * envelope of its key, as the profile for interoperable metadata has it: what it says of its own end is not asked. Immutable.
 *
 * @param entityId the provider's name, which its responses bear as issuer
 * @param signingKeys at least one
 * @param validUntil the end that the document gives itself; null if it gives none
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata for SAML 2.0</a>
 * @see <a href="https://docs.oasis-open.org/security/saml/Post2.0/sstc-metadata-iop.html">Metadata interoperability profile</a>
 */
public record SamlMetadata(
        String entityId,
        List<PublicKey> signingKeys,
        @Nullable Instant validUntil) {

    private static final int LONGEST_ENTITY_ID = 1024;
    private static final int SHORTEST_RSA = 1024;
    private static final int SHORTEST_EC = 256;

    /** Copies the list. */
    public SamlMetadata {
        signingKeys = List.copyOf(signingKeys);
    }

    /** The metadata in a document; empty if it is none of an identity provider that speaks SAML 2.0 and signs. */
    public static Optional<SamlMetadata> parse(String document) {
        try {
            Element root = SafeXml.parse(document).getDocumentElement();
            String entityId = Elements.attribute(root, "entityID");
            if (!Elements.is(root, Elements.METADATA, "EntityDescriptor")
                    || entityId == null
                    || entityId.isBlank()
                    || entityId.length() > LONGEST_ENTITY_ID) {
                return Optional.empty();
            }
            List<Element> roles = Elements.children(root, Elements.METADATA, "IDPSSODescriptor").stream()
                    .filter(SamlMetadata::speaksSaml2)
                    .toList();
            List<PublicKey> keys = new ArrayList<>();
            for (Element role : roles) {
                for (Element key : Elements.children(role, Elements.METADATA, "KeyDescriptor")) {
                    if (!"encryption".equals(Elements.attribute(key, "use"))) {
                        keys.add(key(key));
                    }
                }
            }
            return keys.isEmpty() ? Optional.empty() : Optional.of(new SamlMetadata(entityId, keys, end(root, roles)));
        } catch (Unreadable | CertificateException e) {
            return Optional.empty();
        }
    }

    private static boolean speaksSaml2(Element role) {
        String protocols = Elements.attribute(role, "protocolSupportEnumeration");
        return protocols != null
                && Arrays.asList(protocols.strip().split("\\s+")).contains(Elements.PROTOCOL);
    }

    /** The key of the first certificate: what follows it may be those who certified it, who sign nothing here. */
    private static PublicKey key(Element descriptor) throws CertificateException, Unreadable {
        Element certificate = Stream.of(descriptor)
                .flatMap(one -> Elements.children(one, Elements.SIGNATURE, "KeyInfo").stream())
                .flatMap(info -> Elements.children(info, Elements.SIGNATURE, "X509Data").stream())
                .flatMap(data -> Elements.children(data, Elements.SIGNATURE, "X509Certificate").stream())
                .findFirst()
                .orElseThrow(() -> new Unreadable("a key without a certificate"));
        byte[] der;
        try {
            der = Base64.getDecoder().decode(certificate.getTextContent().replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new Unreadable(notBase64);
        }
        PublicKey key = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der))
                .getPublicKey();
        boolean isStrong = switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SHORTEST_RSA;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= SHORTEST_EC;
            default -> false;
        };
        if (!isStrong) {
            throw new Unreadable("a key that is too weak, or of another kind");
        }
        return key;
    }

    private static @Nullable Instant end(Element root, List<Element> roles) throws Unreadable {
        List<String> ends = Stream.concat(Stream.of(root), roles.stream())
                .map(element -> Elements.attribute(element, "validUntil"))
                .filter(Objects::nonNull)
                .toList();
        Instant first = null;
        for (String text : ends) {
            Instant end = XmlTime.parse(text).orElseThrow(() -> new Unreadable("an end that is not a time"));
            first = first == null || end.isBefore(first) ? end : first;
        }
        return first;
    }
}
