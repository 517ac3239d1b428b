package io.claviger.operations.federation;

import io.claviger.operations.gate.Refused;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The URL of an OIDC provider as a request gives it. AWS says that it should have no port; here it may, since issuers
 * within a company often do.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery 1.0, 4.3: the
 *     issuer is an https URL without query and fragment</a>
 */
final class OidcIssuer {

    private static final String SCHEME = "https://";

    private OidcIssuer() {}

    /**
     * The URL without its scheme, as ARNs and condition keys name the provider.
     *
     * @throws Refused when it cannot be an issuer's
     */
    static String withoutScheme(String url) {
        if (!url.startsWith(SCHEME) || !isIssuer(url)) {
            throw Refused.validation("Invalid Open ID Connect Provider URL");
        }
        return url.substring(SCHEME.length());
    }

    private static boolean isIssuer(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return false;
        }
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.normalize().toString().equals(url)
                && url.indexOf('*') < 0
                && !looksLikeAService(url);
    }

    /** A bare word would make condition keys such as {@code sts:externalid}, which say something else. */
    private static boolean looksLikeAService(String url) {
        return url.substring(SCHEME.length()).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
    }
}
