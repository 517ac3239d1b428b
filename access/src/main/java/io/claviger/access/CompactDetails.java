package io.claviger.access;

import io.claviger.access.CompactOutput.Base64Alphabet;
import io.claviger.access.SessionDetails.Federation;
import io.claviger.access.SessionDetails.Policies;
import io.claviger.iam.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The details of a session in a session token. First stands a bit for each detail that there is, then the details in the
 * order of the bits. Long ones, which mostly are policies, are deflated: that takes as long as the rest of the token, and
 * gains little with short ones.
 */
final class CompactDetails {

    private static final int NAME = 1;
    private static final int POLICIES = 1 << 1;
    private static final int DOCUMENT = 1 << 2;
    private static final int MAKERS = 1 << 3;
    private static final int TAGS = 1 << 4;
    private static final int TRANSITIVE_KEYS = 1 << 5;
    private static final int SOURCE_IDENTITY = 1 << 6;
    private static final int AUTHENTICATED = 1 << 7;
    private static final int SCOPES = 1 << 8;
    private static final int FEDERATION = 1 << 9;
    private static final int CONSOLE_SESSION = 1 << 10;
    private static final int DEFLATED = 1 << 11;
    private static final long KNOWN = (1 << 12) - 1;

    private static final int LONGEST_PLAIN = 512;

    /** A session of the console has the hash of its secret as its ID: SHA-256. */
    private static final int CONSOLE_SESSION_BYTES = 32;

    private CompactDetails() {}

    static void write(SessionDetails details, CompactOutput out) {
        CompactOutput fields = new CompactOutput();
        writeFields(details, fields);
        boolean isLong = fields.size() > LONGEST_PLAIN;
        out.number(bits(details) | (isLong ? DEFLATED : 0));
        out.raw(isLong ? fields.deflated() : fields.toBytes());
    }

    private static int bits(SessionDetails details) {
        Policies policies = details.policies();
        return (details.name().isEmpty() ? 0 : NAME)
                | (policies == null ? 0 : POLICIES)
                | (policies == null || policies.document() == null ? 0 : DOCUMENT)
                | (details.makers().isEmpty() ? 0 : MAKERS)
                | (details.tags().isEmpty() ? 0 : TAGS)
                | (details.transitiveKeys().isEmpty() ? 0 : TRANSITIVE_KEYS)
                | (details.sourceIdentity() == null ? 0 : SOURCE_IDENTITY)
                | (details.authenticatedAt() == null ? 0 : AUTHENTICATED)
                | (details.scopes().isEmpty() ? 0 : SCOPES)
                | (details.federation() == null ? 0 : FEDERATION)
                | (details.consoleSession() == null ? 0 : CONSOLE_SESSION);
    }

    private static void writeFields(SessionDetails details, CompactOutput out) {
        if (!details.name().isEmpty()) {
            out.text(details.name());
        }
        writePolicies(details.policies(), out);
        if (!details.makers().isEmpty()) {
            out.ids(details.makers());
        }
        if (!details.tags().isEmpty()) {
            out.number(details.tags().size());
            for (Tag tag : details.tags()) {
                out.text(tag.key());
                out.text(tag.value());
            }
        }
        if (!details.transitiveKeys().isEmpty()) {
            out.texts(details.transitiveKeys());
        }
        if (details.sourceIdentity() != null) {
            out.text(details.sourceIdentity());
        }
        if (details.authenticatedAt() != null) {
            out.number(details.authenticatedAt().getEpochSecond());
        }
        if (!details.scopes().isEmpty()) {
            out.texts(details.scopes());
        }
        writeFederation(details.federation(), out);
        if (details.consoleSession() != null) {
            out.coded(details.consoleSession(), Base64Alphabet.URL, CONSOLE_SESSION_BYTES);
        }
    }

    private static void writePolicies(@Nullable Policies policies, CompactOutput out) {
        if (policies != null) {
            out.texts(policies.arns());
            if (policies.document() != null) {
                out.text(policies.document());
            }
        }
    }

    private static void writeFederation(@Nullable Federation federation, CompactOutput out) {
        if (federation != null) {
            out.text(federation.provider());
            out.number(federation.keys().size());
            federation.keys().forEach((key, values) -> {
                out.text(key);
                out.texts(values);
            });
        }
    }

    /** The details; empty if there is one that this version does not know, which may be a limit. */
    static Optional<SessionDetails> read(CompactInput in) {
        long bits = in.number();
        if ((bits & ~KNOWN) != 0) {
            return Optional.empty();
        }
        CompactInput fields = has(bits, DEFLATED) ? in.inflated() : in;
        String name = has(bits, NAME) ? fields.text() : "";
        Policies policies = has(bits, POLICIES) ? readPolicies(fields, has(bits, DOCUMENT)) : null;
        List<String> makers = has(bits, MAKERS) ? fields.ids() : List.of();
        List<Tag> tags = has(bits, TAGS) ? fields.list(() -> new Tag(fields.text(), fields.text())) : List.of();
        List<String> transitiveKeys = has(bits, TRANSITIVE_KEYS) ? fields.texts() : List.of();
        String sourceIdentity = has(bits, SOURCE_IDENTITY) ? fields.text() : null;
        Instant authenticated = has(bits, AUTHENTICATED) ? Instant.ofEpochSecond(fields.number()) : null;
        List<String> scopes = has(bits, SCOPES) ? fields.texts() : List.of();
        Federation federation = has(bits, FEDERATION) ? readFederation(fields) : null;
        String console = has(bits, CONSOLE_SESSION) ? fields.coded(Base64Alphabet.URL, CONSOLE_SESSION_BYTES) : null;
        return Optional.of(new SessionDetails(
                name,
                policies,
                tags,
                transitiveKeys,
                sourceIdentity,
                authenticated,
                scopes,
                federation,
                makers,
                console));
    }

    private static boolean has(long bits, int bit) {
        return (bits & bit) != 0;
    }

    private static Policies readPolicies(CompactInput in, boolean hasDocument) {
        List<String> arns = in.texts();
        return new Policies(hasDocument ? in.text() : null, arns);
    }

    private static Federation readFederation(CompactInput in) {
        String provider = in.text();
        Map<String, List<String>> keys = new HashMap<>();
        for (long left = in.number(); left > 0; left--) {
            keys.put(in.text(), in.texts());
        }
        return new Federation(provider, keys);
    }
}
