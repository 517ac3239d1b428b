package io.claviger.server.declared;

import io.claviger.server.composition.HardwareTokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be in an account. Whatever else is there stays, unless it is to be pruned. Immutable.
 *
 * @param accountId whose; empty for the account that manages the others
 * @param prune whether attachments, inline policies, memberships and tags that are not declared are taken from what is
 *     declared; nothing else is ever deleted
 */
public record Declaration(
        Optional<String> accountId,
        boolean prune,
        List<Policy> policies,
        List<Group> groups,
        List<User> users,
        List<Role> roles,
        List<OidcProvider> oidcProviders,
        List<SamlProvider> samlProviders,
        List<TokenFile> hardwareTokens) {

    /** A managed policy of the account's own. */
    public record Policy(
            Place place,
            String name,
            String path,
            @Nullable String description,
            String document,
            Map<String, String> tags) {}

    /**
     * What a user, a group or a role may do.
     *
     * @param attached managed policies, by name or ARN
     * @param inline documents by their names
     */
    public record Rights(List<String> attached, Map<String, String> inline) {}

    /** A group. */
    public record Group(Place place, String name, String path, Rights rights) {}

    /**
     * A user.
     *
     * @param boundary a managed policy, by name or ARN
     */
    public record User(
            Place place,
            String name,
            String path,
            @Nullable String boundary,
            Map<String, String> tags,
            List<String> groups,
            Rights rights,
            List<AccessKey> keys) {}

    /** An access key of a user. */
    public sealed interface AccessKey {

        /** Where it is declared. */
        Place place();

        /**
         * One that is made, and written to a file that must not be there.
         *
         * @param profile of the file, which has the form of AWS's shared credentials file
         */
        record Written(Place place, Path file, String profile) implements AccessKey {}

        /** One that was made elsewhere. */
        record Given(Place place, String id, String secret) implements AccessKey {

            @Override
            public String toString() {
                return "Given[" + id + "]";
            }
        }
    }

    /**
     * A role.
     *
     * @param maxSession in seconds; null for AWS's default
     * @param boundary a managed policy, by name or ARN
     */
    public record Role(
            Place place,
            String name,
            String path,
            @Nullable String description,
            String trust,
            @Nullable Integer maxSession,
            @Nullable String boundary,
            Map<String, String> tags,
            Rights rights) {}

    /** An identity provider of OpenID Connect. */
    public record OidcProvider(
            Place place, String url, List<String> clientIds, List<String> thumbprints, Map<String, String> tags) {}

    /** An identity provider of SAML. */
    public record SamlProvider(Place place, String name, String metadata, Map<String, String> tags) {}

    /** A file of hardware tokens, as their vendor sends it. */
    public record TokenFile(Place place, List<HardwareToken> tokens) {}

    /**
     * A hardware token.
     *
     * @param place in the vendor's file
     */
    public record HardwareToken(Place place, HardwareTokens.Bought bought) {}
}
