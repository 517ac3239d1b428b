package io.claviger.federation.saml;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.utils.XMLUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A response that is good unless a test says otherwise. */
public final class ResponseDraft {

    static final String AWS = "https://aws.amazon.com/SAML/Attributes/";
    static final String ADDRESS = "https://signin.aws.amazon.com/saml";

    final IdentityProvider provider;
    final Instant now;
    String id = "_" + UUID.randomUUID();
    String issuer;
    String responseIssuer;
    String recipient = ADDRESS;
    String destination = "Destination=\"" + ADDRESS + "\"";
    String audience = "<saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience>"
            + "</saml:AudienceRestriction>";
    String subject = "_cbb88bf52c2510eabe00c1642d4643f41430fe25e3";
    String format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    String status = "urn:oasis:names:tc:SAML:2.0:status:Success";
    Instant issued;
    Instant notBefore;
    Instant notOnOrAfter;
    Instant confirmedUntil;
    String sessionEnd = "";
    final Map<String, List<String>> attributes = new LinkedHashMap<>();

    private ResponseDraft(IdentityProvider provider, Instant now) {
        this.provider = provider;
        this.now = now;
        this.issuer = provider.entityId();
        this.responseIssuer = provider.entityId();
        this.issued = now;
        this.notBefore = now.minus(Duration.ofMinutes(1));
        this.notOnOrAfter = now.plus(Duration.ofMinutes(5));
        this.confirmedUntil = now.plus(Duration.ofMinutes(5));
    }

    /** A response of a provider for a moment. */
    public static ResponseDraft of(IdentityProvider provider, Instant now) {
        return new ResponseDraft(provider, now);
    }

    /** A response that says that a person may be a role, under this name. */
    public static ResponseDraft of(
            IdentityProvider provider, Instant now, String role, String samlProvider, String name) {
        return of(provider, now).with("Role", role + "," + samlProvider).with("RoleSessionName", name);
    }

    /** Adds one of AWS's attributes. */
    public ResponseDraft with(String name, String... values) {
        return withAttribute(AWS + name, values);
    }

    /** Adds an attribute under its whole name. */
    public ResponseDraft withAttribute(String name, String... values) {
        attributes.put(name, new ArrayList<>(List.of(values)));
        return this;
    }

    /** Leaves one of AWS's attributes out. */
    public ResponseDraft without(String name) {
        attributes.remove(AWS + name);
        return this;
    }

    /** Changes something. */
    public ResponseDraft but(Consumer<ResponseDraft> change) {
        change.accept(this);
        return this;
    }

    /** Under another ID. */
    public ResponseDraft numbered(String other) {
        id = other;
        return this;
    }

    /** When it was issued. */
    public ResponseDraft issuedAt(Instant time) {
        issued = time;
        return this;
    }

    /** Until when it holds. */
    public ResponseDraft until(Instant time) {
        notOnOrAfter = time;
        return this;
    }

    /** Saying that nobody was authenticated. */
    public ResponseDraft failing() {
        status = "urn:oasis:names:tc:SAML:2.0:status:Responder";
        return this;
    }

    /** When the session at the provider ends. */
    public ResponseDraft sessionEndsAt(Instant time) {
        sessionEnd = " SessionNotOnOrAfter=\"" + time + "\"";
        return this;
    }

    /** The response, not signed. */
    Document document() {
        StringBuilder statements = new StringBuilder();
        attributes.forEach((name, values) -> {
            statements.append("<saml:Attribute Name=\"").append(name).append("\">");
            values.forEach(value ->
                    statements.append("<saml:AttributeValue>").append(value).append("</saml:AttributeValue>"));
            statements.append("</saml:Attribute>");
        });
        return parse("""
                <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
                    xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_response%s" Version="2.0"
                    IssueInstant="%s" %s><saml:Issuer>%s</saml:Issuer>
                  <samlp:Status><samlp:StatusCode Value="%s"/></samlp:Status>
                  <saml:Assertion ID="%s" Version="2.0" IssueInstant="%s"><saml:Issuer>%s</saml:Issuer>
                    <saml:Subject>
                      <saml:NameID Format="%s">%s</saml:NameID>
                      <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                        <saml:SubjectConfirmationData NotOnOrAfter="%s" Recipient="%s"/>
                      </saml:SubjectConfirmation>
                    </saml:Subject>
                    <saml:Conditions NotBefore="%s" NotOnOrAfter="%s">%s</saml:Conditions>
                    <saml:AuthnStatement AuthnInstant="%s"%s><saml:AuthnContext><saml:AuthnContextClassRef>\
                urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext>\
                </saml:AuthnStatement>
                    <saml:AttributeStatement>%s</saml:AttributeStatement>
                  </saml:Assertion>
                </samlp:Response>""".formatted(
                        id,
                        issued,
                        destination,
                        responseIssuer,
                        status,
                        id,
                        issued,
                        issuer,
                        format,
                        subject,
                        confirmedUntil,
                        recipient,
                        notBefore,
                        notOnOrAfter,
                        audience,
                        issued,
                        sessionEnd,
                        statements));
    }

    /** With a signed assertion, in base 64. */
    public String signed() {
        Document document = document();
        provider.sign(assertionIn(document));
        return encoded(document);
    }

    /** With a signed assertion that is then encrypted for the holder of a key, in base 64. */
    public String encryptedFor(java.security.PublicKey holder) {
        Document document = document();
        provider.sign(assertionIn(document));
        IdentityProvider.encrypt(
                assertionIn(document),
                holder,
                "http://www.w3.org/2009/xmlenc11#aes256-gcm",
                "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p");
        return encoded(document);
    }

    static Element assertionIn(Document document) {
        Element found = Elements.only(document.getDocumentElement(), Elements.ASSERTION, "Assertion");
        if (found == null) {
            throw new IllegalStateException("no assertion");
        }
        return found;
    }

    static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Document document) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        XMLUtils.outputDOM(document, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static String encoded(Document document) {
        return encoded(text(document));
    }

    static String encoded(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }
}
