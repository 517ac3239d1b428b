package io.claviger.federation.saml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names by which identity providers know AWS: the audience {@code urn:amazon:webservices}, and the addresses of AWS's
 * sign-in, with or without a region, with or without the provider's unique ID. Claviger takes the same names, so that the
 * templates that providers have for AWS fit.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html">Configure
 *     SAML assertions for the authentication response</a>
 */
final class SignInAddresses {

    private static final Pattern AUDIENCE = Pattern.compile("urn:amazon:webservices(?::govcloud|:cn-north-1)?+");
    private static final Pattern ADDRESS = Pattern.compile(
            "https://(?:[a-z0-9-]++\\.)?signin\\.(?:aws\\.amazon\\.com|amazonaws-us-gov\\.com|amazonaws\\.cn)"
                    + "(?:/static)?/saml(?:/acs/(?<provider>[A-Z0-9]++))?+");

    private SignInAddresses() {}

    /** Whether an audience stands for AWS. */
    static boolean isAudience(String audience, String providerId) {
        return AUDIENCE.matcher(audience).matches() || isAddress(audience, providerId);
    }

    /** Whether an address is one of AWS's sign-in, for this provider if it names one. */
    static boolean isAddress(String address, String providerId) {
        Matcher form = ADDRESS.matcher(address);
        return form.matches()
                && (form.group("provider") == null || form.group("provider").equals(providerId));
    }
}
