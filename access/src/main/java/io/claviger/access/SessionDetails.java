package io.claviger.access;

import io.claviger.iam.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the maker of a session said about it, as its token carries it. Immutable.
 *
 * @param name the session's name; empty for sessions that have none
 * @param policies what limits the session; null if nothing was passed that could
 * @param tags the session's tags, those that it inherited among them
 * @param transitiveKeys the keys of the tags that sessions made by this one inherit, in lower case
 * @param sourceIdentity who is behind all sessions of a chain
 * @param authenticatedAt when a second factor was shown
 * @param scopes the policies that GetScopedCredentials laid on the session, one after another
 * @param federation what an identity provider said; null for sessions that none vouched for
 * @param makers the unique IDs of those who assumed the session's role, and the roles before it in a chain, the first one
 *     first: who is quarantined takes all sessions along that they made
 * @param consoleSession the ID of the session of the web console that this one ends with; null if it ends with none
 */
public record SessionDetails(
        String name,
        @Nullable Policies policies,
        List<Tag> tags,
        List<String> transitiveKeys,
        @Nullable String sourceIdentity,
        @Nullable Instant authenticatedAt,
        List<String> scopes,
        @Nullable Federation federation,
        List<String> makers,
        @Nullable String consoleSession) {

    /** A session about which nothing was said. */
    public static final SessionDetails NONE = new SessionDetails("", null, List.of(), List.of(), null, null);

    /** Details of a session that an identity provider vouched for, and that was not scoped down. */
    public SessionDetails(
            String name,
            @Nullable Policies policies,
            List<Tag> tags,
            List<String> transitiveKeys,
            @Nullable String sourceIdentity,
            @Nullable Instant authenticatedAt,
            @Nullable Federation federation) {
        this(
                name,
                policies,
                tags,
                transitiveKeys,
                sourceIdentity,
                authenticatedAt,
                List.of(),
                federation,
                List.of(),
                null);
    }

    /**
     * What a session keeps of what an identity provider said.
     *
     * @param provider the value of {@code aws:FederatedProvider}: the provider's ARN
     * @param keys the condition keys that the session brings, by their lower-case names
     */
    public record Federation(String provider, Map<String, List<String>> keys) {

        /** Copies the keys. */
        public Federation {
            keys = Map.copyOf(keys);
        }
    }

    /** A session about which nothing was said but that a second factor was shown. */
    public static SessionDetails authenticated(Instant at) {
        return new SessionDetails("", null, List.of(), List.of(), null, at);
    }

    /** Copies the lists. */
    public SessionDetails {
        tags = List.copyOf(tags);
        transitiveKeys = List.copyOf(transitiveKeys);
        scopes = List.copyOf(scopes);
        makers = List.copyOf(makers);
    }

    /** What is said of a session that no identity provider vouched for, and that was not scoped down. */
    public SessionDetails(
            String name,
            @Nullable Policies policies,
            List<Tag> tags,
            List<String> transitiveKeys,
            @Nullable String sourceIdentity,
            @Nullable Instant authenticatedAt) {
        this(name, policies, tags, transitiveKeys, sourceIdentity, authenticatedAt, List.of(), null, List.of(), null);
    }

    /** The same, with one more policy laid on the session. */
    public SessionDetails scopedTo(String policy) {
        List<String> all = new ArrayList<>(scopes);
        all.add(policy);
        return with(all, makers, consoleSession);
    }

    /** The same of a session that these made. */
    public SessionDetails madeBy(List<String> ids) {
        return with(scopes, ids, consoleSession);
    }

    /** The same, ending with a session of the web console. */
    public SessionDetails endingWith(String consoleSessionId) {
        return with(scopes, makers, consoleSessionId);
    }

    private SessionDetails with(
            List<String> otherScopes, List<String> otherMakers, @Nullable String otherConsoleSession) {
        return new SessionDetails(
                name,
                policies,
                tags,
                transitiveKeys,
                sourceIdentity,
                authenticatedAt,
                otherScopes,
                federation,
                otherMakers,
                otherConsoleSession);
    }

    /**
     * Session policies: together they allow no more than any of them does.
     *
     * @param document passed in the request; null if none was
     * @param arns of managed policies
     */
    public record Policies(@Nullable String document, List<String> arns) {

        /** Copies the list. */
        public Policies {
            arns = List.copyOf(arns);
        }
    }

    /** Whether the tag of this key is inherited by sessions that this one makes. */
    public boolean isTransitive(String key) {
        return transitiveKeys.contains(key.toLowerCase(Locale.ROOT));
    }

    /** The tags that sessions made by this one inherit. */
    public List<Tag> inherited() {
        return transitiveKeys.isEmpty()
                ? List.of()
                : tags.stream().filter(tag -> isTransitive(tag.key())).toList();
    }
}
