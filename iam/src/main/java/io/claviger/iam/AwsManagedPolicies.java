package io.claviger.iam;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The AWS managed policies, from the resource {@code aws-managed-policies}. Nothing is read before the first question,
 * which reads all lines of the index and parses only the one asked for. Each time, a policy costs a few microseconds
 * and its document some tens of microseconds, so keep what you need often. Thread-safe.
 *
 * <p>The script {@code scripts/managed-policies} writes the resource and describes its form.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">AWS managed
 *     policies</a>
 */
public final class AwsManagedPolicies {

    private AwsManagedPolicies() {}

    /**
     * The policy with exactly this ARN; empty if AWS has none, as far as the data knows. Every partition has the same
     * policies here.
     */
    public static Optional<AwsManagedPolicy> find(String arn) {
        for (Partition partition : Partition.values()) {
            if (arn.startsWith(partition.awsManagedPolicies())) {
                return Optional.ofNullable(Index.LINES.get(inIndex(partition, arn)))
                        .map(line -> policy(line).in(partition));
            }
        }
        return Optional.empty();
    }

    private static String inIndex(Partition partition, String arn) {
        return Partition.AWS.awsManagedPolicies()
                + arn.substring(partition.awsManagedPolicies().length());
    }

    /** Every policy, ordered by name. */
    public static List<AwsManagedPolicy> all() {
        return All.POLICIES;
    }

    /**
     * The document of the version in force: compact JSON.
     *
     * @throws IllegalArgumentException if the policy did not come from here
     */
    public static String document(AwsManagedPolicy policy) {
        String line = Index.LINES.get(policy.in(Partition.AWS).arn());
        if (line == null) {
            throw new IllegalArgumentException("no AWS managed policy: " + policy.arn());
        }
        String[] field = line.split("\t", -1);
        return Documents.read(
                Integer.parseInt(field[5]), Integer.parseInt(field[6]), Integer.parseInt(field[7]), policy.name());
    }

    private static AwsManagedPolicy policy(String line) {
        String[] field = line.split("\t", -1);
        String arn = arn(line);
        return new AwsManagedPolicy(
                field[1], field[0], arn, id(arn), Instant.parse(field[2]), Instant.parse(field[3]), field[4]);
    }

    /** A line begins with the path and the name. */
    private static String arn(String line) {
        int path = line.indexOf('\t');
        int name = line.indexOf('\t', path + 1);
        return Partition.AWS.awsManagedPolicies() + line.substring(1, path) + line.substring(path + 1, name);
    }

    /** {@code ANPA} and the first 85 bits of the ARN's SHA-256, five bits a character of base 32 (RFC 4648). */
    private static String id(String arn) {
        BigInteger hash = new BigInteger(1, sha256(arn));
        StringBuilder id = new StringBuilder("ANPA");
        for (int shift = 256 - 5; id.length() < 21; shift -= 5) {
            id.append(Base32.ALPHABET.charAt(hash.shiftRight(shift).intValue() & 31));
        }
        return id.toString();
    }

    /** The lines of the index by ARN, read at the first question: a class is initialized when it is first used. */
    private static final class Index {
        static final Map<String, String> LINES = Collections.unmodifiableMap(lines());

        private static Map<String, String> lines() {
            Map<String, String> byArn = new LinkedHashMap<>();
            new String(resource("aws-managed-policies.tsv"), US_ASCII)
                    .lines()
                    .forEach(line -> byArn.put(arn(line), line));
            return byArn;
        }
    }

    private static final class All {
        static final List<AwsManagedPolicy> POLICIES =
                Index.LINES.values().stream().map(AwsManagedPolicies::policy).toList();
    }

    private static final class Documents {
        private static final byte[] BLOCKS = resource("aws-managed-policies.deflate");

        static String read(int position, int before, int length, String name) {
            byte[] block = new byte[before + length];
            try (Inflater inflater = new Inflater()) {
                inflater.setInput(BLOCKS, position, BLOCKS.length - position);
                for (int read = 0; read < block.length; ) {
                    int more = inflater.inflate(block, read, block.length - read);
                    if (more == 0) {
                        throw new IllegalStateException(
                                "aws-managed-policies: the document of " + name + " is cut off");
                    }
                    read += more;
                }
            } catch (DataFormatException e) {
                throw new IllegalStateException("aws-managed-policies: not as the index says", e);
            }
            return new String(block, before, length, UTF_8);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = AwsManagedPolicies.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out the resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
