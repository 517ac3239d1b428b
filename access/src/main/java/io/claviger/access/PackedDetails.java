package io.claviger.access;

import io.claviger.access.SessionDetails.Federation;
import io.claviger.access.SessionDetails.Policies;
import io.claviger.iam.Tag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The details of a session as bytes. Long ones, which mostly are policies, are deflated so that a token stays short; that
 * takes as long as the rest of the token, and gains little with short ones.
 */
public final class PackedDetails {

    /** In the place of a provider, if what follows is there and none vouched for the session. */
    private static final String NO_PROVIDER = "";

    /** Begins what is not deflated; what is begins with the header of RFC 1950, which is another byte. */
    private static final int PLAIN = 0;

    private static final int LONGEST_PLAIN = 512;

    private PackedDetails() {}

    /** The details as bytes, of which {@link #unpack} makes them again. */
    public static byte[] pack(SessionDetails details) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(LONGEST_PLAIN);
        bytes.write(PLAIN);
        write(details, bytes);
        return bytes.size() > LONGEST_PLAIN ? deflated(bytes.toByteArray()) : bytes.toByteArray();
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(plain, 1, plain.length - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(SessionDetails details, ByteArrayOutputStream bytes) {
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(details.name());
            writePolicies(out, details.policies());
            out.writeShort(details.tags().size());
            for (Tag tag : details.tags()) {
                out.writeUTF(tag.key());
                out.writeUTF(tag.value());
            }
            writeTexts(out, details.transitiveKeys());
            writeText(out, details.sourceIdentity());
            Instant authenticated = details.authenticatedAt();
            out.writeLong(authenticated == null ? 0 : authenticated.getEpochSecond());
            writeTexts(out, details.scopes());
            writeEnd(out, details);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream unpacked(byte[] packed) {
        return packed[0] == PLAIN
                ? new ByteArrayInputStream(packed, 1, packed.length - 1)
                : new InflaterInputStream(new ByteArrayInputStream(packed));
    }

    /** What a session has none of is left out at the end, as tokens of earlier versions end. */
    private static void writeEnd(DataOutputStream out, SessionDetails details) throws IOException {
        String consoleSession = details.consoleSession();
        boolean hasMakers = !details.makers().isEmpty();
        writeFederation(out, details.federation(), hasMakers || consoleSession != null);
        writeMakers(out, details.makers(), consoleSession != null);
        if (consoleSession != null) {
            out.writeUTF(consoleSession);
        }
    }

    /** The details that {@link #pack} made the bytes of, in this version or an earlier one. */
    public static SessionDetails unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(unpacked(packed))) {
            String name = in.readUTF();
            Policies policies = readPolicies(in);
            int size = in.readShort();
            List<Tag> tags = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                tags.add(new Tag(in.readUTF(), in.readUTF()));
            }
            List<String> transitiveKeys = readTexts(in);
            String sourceIdentity = readText(in);
            long authenticated = in.readLong();
            List<String> scopes = readTextsIfAny(in);
            return new SessionDetails(
                    name,
                    policies,
                    tags,
                    transitiveKeys,
                    sourceIdentity,
                    authenticated == 0 ? null : Instant.ofEpochSecond(authenticated),
                    scopes,
                    readFederation(in),
                    readTextsIfAny(in),
                    readLast(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None if the token ends before them, as those that an earlier version made. */
    private static List<String> readTextsIfAny(DataInputStream in) throws IOException {
        int first = in.read();
        return first < 0 ? List.of() : readTexts(in, first << Byte.SIZE | in.readUnsignedByte());
    }

    private static void writePolicies(DataOutputStream out, @Nullable Policies policies) throws IOException {
        out.writeBoolean(policies != null);
        if (policies != null) {
            writeText(out, policies.document());
            writeTexts(out, policies.arns());
        }
    }

    private static @Nullable Policies readPolicies(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Policies(readText(in), readTexts(in)) : null;
    }

    /** Nothing for a session that none vouched for, unless something follows. */
    private static void writeFederation(DataOutputStream out, @Nullable Federation federation, boolean isFollowed)
            throws IOException {
        if (federation == null && isFollowed) {
            out.writeUTF(NO_PROVIDER);
        } else if (federation != null) {
            out.writeUTF(federation.provider());
            out.writeShort(federation.keys().size());
            for (Map.Entry<String, List<String>> key : federation.keys().entrySet()) {
                out.writeUTF(key.getKey());
                writeTexts(out, key.getValue());
            }
        }
    }

    private static @Nullable Federation readFederation(DataInputStream in) throws IOException {
        String provider = readLast(in);
        if (provider == null || provider.equals(NO_PROVIDER)) {
            return null;
        }
        int size = in.readShort();
        Map<String, List<String>> keys = new HashMap<>();
        for (int i = 0; i < size; i++) {
            keys.put(in.readUTF(), readTexts(in));
        }
        return new Federation(provider, keys);
    }

    /** Nothing for a session that nobody made of another, unless something follows. */
    private static void writeMakers(DataOutputStream out, List<String> makers, boolean isFollowed) throws IOException {
        if (!makers.isEmpty() || isFollowed) {
            writeTexts(out, makers);
        }
    }

    /** Null if nothing follows. */
    private static @Nullable String readLast(DataInputStream in) throws IOException {
        try {
            return in.readUTF();
        } catch (EOFException none) {
            return null;
        }
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        return readTexts(in, in.readShort());
    }

    private static List<String> readTexts(DataInputStream in, int size) throws IOException {
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
