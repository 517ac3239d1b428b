package io.claviger.federation.saml;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What must hold of an assertion whose signature is verified: who made it, for whom, and when.
 *
 * @param providerId the unique ID of the provider, which addresses may name
 * @param entityId the provider's name
 * @param now when the response came
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf">SAML 2.0 profiles, 4.1.4.3 Response
 *     message processing rules</a>
 */
record AssertionChecks(String providerId, String entityId, Instant now) {

    /** AWS's own bound, which its refusal names. */
    private static final Duration REDEEMABLE = Duration.ofMinutes(5);

    /** How far the provider's clock may be off. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** IDs are kept until they end. */
    private static final int LONGEST_ID = 255;

    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private static final String FORMAT = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
    private static final String UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
    private static final Set<String> CONDITIONS = Set.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");

    /** Refuses another issuer than the provider. */
    void requireIssuer(@Nullable Element issuer) throws AssertionRefused {
        if (issuer == null || !entityId.equals(Elements.text(issuer))) {
            throw AssertionRefused.invalid("Issuer not present in specified provider");
        }
    }

    /** Refuses a response that is meant for elsewhere; null if it does not say. */
    void requireDestination(@Nullable String destination) throws AssertionRefused {
        if (destination != null && !SignInAddresses.isAddress(destination, providerId)) {
            throw AssertionRefused.invalid("Response contains an invalid destination");
        }
    }

    /** Reads an assertion, and refuses one that does not hold here and now. */
    SamlAssertion read(Element assertion) throws AssertionRefused {
        String id = Elements.attribute(assertion, "ID");
        if (!"2.0".equals(Elements.attribute(assertion, "Version"))
                || id == null
                || id.isEmpty()
                || id.length() > LONGEST_ID) {
            throw invalid();
        }
        requireIssuer(Elements.only(assertion, Elements.ASSERTION, "Issuer"));
        Instant redeemableUntil = redeemableUntil(assertion);
        Instant conditionsEnd = conditions(assertion);
        Element subject = only(assertion, "Subject");
        Element data = confirmation(subject);
        String recipient = recipient(data);
        Instant confirmationEnd = requiredTime(data, "NotOnOrAfter");
        requireWindow(time(data, "NotBefore"), confirmationEnd);
        Element name = only(subject, "NameID");
        String text = Elements.text(name);
        if (text == null || text.isEmpty()) {
            throw invalid();
        }
        Instant sessionEnd = sessionEnd(assertion);
        if (sessionEnd != null && !now.isBefore(sessionEnd)) {
            throw expired();
        }
        Instant until = earliest(redeemableUntil, earliest(conditionsEnd, confirmationEnd.plus(SKEW)));
        return new SamlAssertion(
                id, entityId, text, subjectType(name), recipient, until, sessionEnd, attributes(assertion));
    }

    private Instant redeemableUntil(Element assertion) throws AssertionRefused {
        Instant issued = requiredTime(assertion, "IssueInstant");
        if (issued.isAfter(now.plus(SKEW))) {
            throw notYet();
        }
        Instant until = issued.plus(REDEEMABLE);
        if (!now.isBefore(until)) {
            throw AssertionRefused.expired("Token must be redeemed within 5 minutes of issuance");
        }
        return until;
    }

    /** Returns from when on the assertion has expired; far away if it does not say. */
    private Instant conditions(Element assertion) throws AssertionRefused {
        Element conditions = only(assertion, "Conditions");
        Instant end = time(conditions, "NotOnOrAfter");
        requireWindow(time(conditions, "NotBefore"), end);
        List<Element> restrictions = Elements.children(conditions, Elements.ASSERTION, "AudienceRestriction");
        for (Element condition : Elements.children(conditions)) {
            if (!CONDITIONS.contains(condition.getLocalName())) {
                throw invalid();
            }
        }
        if (restrictions.isEmpty() || !restrictions.stream().allMatch(this::namesUs)) {
            throw AssertionRefused.invalid("Response does not contain the required audience.");
        }
        return end == null ? Instant.MAX : end.plus(SKEW);
    }

    private boolean namesUs(Element restriction) {
        return Elements.children(restriction, Elements.ASSERTION, "Audience").stream()
                .map(Elements::text)
                .anyMatch(audience -> audience != null && SignInAddresses.isAudience(audience, providerId));
    }

    private static Element confirmation(Element subject) throws AssertionRefused {
        Element confirmation = only(subject, "SubjectConfirmation");
        if (!BEARER.equals(Elements.attribute(confirmation, "Method"))) {
            throw invalid();
        }
        return only(confirmation, "SubjectConfirmationData");
    }

    private String recipient(Element data) throws AssertionRefused {
        String recipient = Elements.attribute(data, "Recipient");
        if (recipient == null || !SignInAddresses.isAddress(recipient, providerId)) {
            throw AssertionRefused.invalid("Response contains an invalid recipient");
        }
        return recipient;
    }

    private static String subjectType(Element name) {
        String format = Elements.attribute(name, "Format");
        if (format == null) {
            return UNSPECIFIED;
        }
        return format.startsWith(FORMAT) ? format.substring(FORMAT.length()) : format;
    }

    private @Nullable Instant sessionEnd(Element assertion) throws AssertionRefused {
        Instant first = null;
        for (Element statement : Elements.children(assertion, Elements.ASSERTION, "AuthnStatement")) {
            Instant end = time(statement, "SessionNotOnOrAfter");
            first = end == null ? first : earliest(end, first == null ? end : first);
        }
        return first;
    }

    private static Map<String, List<String>> attributes(Element assertion) throws AssertionRefused {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Element statement : Elements.children(assertion, Elements.ASSERTION, "AttributeStatement")) {
            for (Element attribute : Elements.children(statement, Elements.ASSERTION, "Attribute")) {
                String name = Elements.attribute(attribute, "Name");
                if (name == null) {
                    throw invalid();
                }
                List<String> values = attributes.computeIfAbsent(name, _ -> new ArrayList<>());
                Elements.children(attribute, Elements.ASSERTION, "AttributeValue")
                        .forEach(value -> values.add(value.getTextContent().strip()));
            }
        }
        attributes.replaceAll((_, values) -> List.copyOf(values));
        return attributes;
    }

    private void requireWindow(@Nullable Instant begin, @Nullable Instant end) throws AssertionRefused {
        if (begin != null && now.plus(SKEW).isBefore(begin)) {
            throw notYet();
        }
        if (end != null && !now.isBefore(end.plus(SKEW))) {
            throw expired();
        }
    }

    private static Element only(Element parent, String name) throws AssertionRefused {
        Element found = Elements.only(parent, Elements.ASSERTION, name);
        if (found == null) {
            throw invalid();
        }
        return found;
    }

    private static Instant requiredTime(Element element, String attribute) throws AssertionRefused {
        Instant time = time(element, attribute);
        if (time == null) {
            throw invalid();
        }
        return time;
    }

    private static @Nullable Instant time(Element element, String attribute) throws AssertionRefused {
        String text = Elements.attribute(element, attribute);
        return text == null ? null : XmlTime.parse(text).orElseThrow(AssertionChecks::invalid);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static AssertionRefused notYet() {
        return AssertionRefused.invalid("Response is not yet valid");
    }

    private static AssertionRefused expired() {
        return AssertionRefused.expired("Response has expired");
    }

    private static AssertionRefused invalid() {
        return AssertionRefused.invalid("Your request included an invalid SAML response");
    }
}
