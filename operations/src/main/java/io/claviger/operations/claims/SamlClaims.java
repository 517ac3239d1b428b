package io.claviger.operations.claims;

import io.claviger.federation.saml.SamlAssertion;
import io.claviger.iam.SamlProvider;
import io.claviger.policy.request.ContextValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an assertion says as condition keys, by their lower-case names. If two attributes stand for one key, the first in the
 * order of AWS's tables is taken.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml">
 *     Available keys for SAML-based AWS STS federation</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml-attribute-mapping">
 *     Mapping SAML attributes to AWS trust policy context keys</a>
 */
public final class SamlClaims {

    private static final String EDU_PERSON = "urn:oid:1.3.6.1.4.1.5923.1.1.1.";
    private static final String EDU_ORG = "urn:oid:1.3.6.1.4.1.5923.1.2.1.";
    private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    private static final String PRIMARY_GROUP =
            "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid";

    private record Mapping(String attribute, String key) {}

    private static final List<Mapping> MAPPINGS = List.of(
            new Mapping(EDU_PERSON + "1", "edupersonaffiliation"),
            new Mapping(EDU_PERSON + "2", "edupersonnickname"),
            new Mapping(EDU_PERSON + "3", "edupersonorgdn"),
            new Mapping(EDU_PERSON + "4", "edupersonorgunitdn"),
            new Mapping(EDU_PERSON + "5", "edupersonprimaryaffiliation"),
            new Mapping(EDU_PERSON + "6", "edupersonprincipalname"),
            new Mapping(EDU_PERSON + "7", "edupersonentitlement"),
            new Mapping(EDU_PERSON + "8", "edupersonprimaryorgunitdn"),
            new Mapping(EDU_PERSON + "9", "edupersonscopedaffiliation"),
            new Mapping(EDU_PERSON + "10", "edupersontargetedid"),
            new Mapping(EDU_PERSON + "11", "edupersonassurance"),
            new Mapping(EDU_ORG + "2", "eduorghomepageuri"),
            new Mapping(EDU_ORG + "3", "eduorgidentityauthnpolicyuri"),
            new Mapping(EDU_ORG + "4", "eduorglegalname"),
            new Mapping(EDU_ORG + "5", "eduorgsuperioruri"),
            new Mapping(EDU_ORG + "6", "eduorgwhitepagesuri"),
            new Mapping("urn:oid:2.5.4.3", "cn"),
            new Mapping(CLAIMS + "name", "name"),
            new Mapping("http://schemas.xmlsoap.org/claims/CommonName", "commonname"),
            new Mapping(CLAIMS + "givenname", "givenname"),
            new Mapping(CLAIMS + "surname", "surname"),
            new Mapping(CLAIMS + "emailaddress", "mail"),
            new Mapping(PRIMARY_GROUP, "uid"),
            new Mapping(PRIMARY_GROUP, "primarygroupsid"),
            new Mapping("2.5.4.3", "commonname"),
            new Mapping("2.5.4.4", "surname"),
            // AWS's table has the first of these two; the second is the number that X.520 gives the name.
            new Mapping("2.4.5.42", "givenname"),
            new Mapping("2.5.4.42", "givenname"),
            new Mapping("2.5.4.45", "x500uniqueidentifier"),
            new Mapping("0.9.2342.19200300100.1.1", "uid"),
            new Mapping("0.9.2342.19200300100.1.3", "mail"),
            new Mapping("0.9.2342.19200300.100.1.45", "organizationstatus"));

    private SamlClaims() {}

    /** What trust policies may ask about. */
    public static Map<String, ContextValue> keys(SamlAssertion assertion, SamlProvider provider) {
        Map<String, ContextValue> keys = new HashMap<>();
        keys.put("saml:aud", text(assertion.recipient()));
        keys.put("saml:iss", text(assertion.issuer()));
        keys.put("saml:doc", text(provider.accountId() + "/" + provider.name()));
        lasting(assertion, provider).forEach((key, values) -> keys.put(key, text(values.getFirst())));
        for (Mapping mapping : MAPPINGS) {
            List<String> values = assertion.values(mapping.attribute);
            if (!values.isEmpty()) {
                keys.putIfAbsent(
                        "saml:" + mapping.key,
                        values.size() == 1 ? text(values.getFirst()) : new ContextValue.Texts(values));
            }
        }
        return keys;
    }

    /** What the session keeps, for policies to ask about at each of its calls. */
    public static Map<String, List<String>> lasting(SamlAssertion assertion, SamlProvider provider) {
        return Map.of(
                "saml:namequalifier", List.of(nameQualifier(assertion.issuer(), provider)),
                "saml:sub", List.of(assertion.subject()),
                "saml:sub_type", List.of(assertion.subjectType()));
    }

    /** What makes the subject's name unique: SHA-1 of the issuer, the account and the provider, in base 64. */
    public static String nameQualifier(String issuer, SamlProvider provider) {
        String text = issuer + provider.accountId() + "/" + provider.name();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private static ContextValue text(String value) {
        return new ContextValue.Text(value);
    }
}
