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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The policies that AWS makes and keeps, as the resource {@code aws-managed-policies} holds them. Nothing is read
 * before the first question; that one reads the index, and a document is inflated each time it is asked for (some tens
 * of microseconds; whoever needs it often keeps it). Thread-safe.
 *
 * <p>The script {@code scripts/managed-policies} writes the resource and describes its form.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">AWS managed
 *     policies</a>
 */
public final class AwsManagedPolicies {

    private AwsManagedPolicies() {}

    /** The policy with exactly this ARN, or empty when AWS has none. */
    public static Optional<AwsManagedPolicy> find(String arn) {
        return Optional.ofNullable(Index.BY_ARN.get(arn)).map(Located::policy);
    }

    /** Every policy, ordered by name. */
    public static List<AwsManagedPolicy> all() {
        return Index.ALL;
    }

    /**
     * The document of the version in force: compact JSON.
     *
     * @throws IllegalArgumentException when the policy did not come from here
     */
    public static String document(AwsManagedPolicy policy) {
        Located located = Index.BY_ARN.get(policy.arn());
        if (located == null) {
            throw new IllegalArgumentException("no AWS managed policy: " + policy.arn());
        }
        return Documents.read(located);
    }

    /** A policy and where its document is: the block's position, the bytes before it in the block, its length. */
    private record Located(AwsManagedPolicy policy, int block, int before, int length) {

        static Located parse(String line, MessageDigest sha256) {
            String[] field = line.split("\t", -1);
            String arn = Arns.AWS_MANAGED_POLICY + field[0].substring(1) + field[1];
            AwsManagedPolicy policy = new AwsManagedPolicy(
                    field[1],
                    field[0],
                    arn,
                    idFor(arn, sha256),
                    Instant.parse(field[2]),
                    Instant.parse(field[3]),
                    field[4]);
            return new Located(
                    policy, Integer.parseInt(field[5]), Integer.parseInt(field[6]), Integer.parseInt(field[7]));
        }

        /** {@code ANPA} and the first 85 bits of the ARN's SHA-256, five bits a character of base 32 (RFC 4648). */
        private static String idFor(String arn, MessageDigest sha256) {
            BigInteger hash = new BigInteger(1, sha256.digest(arn.getBytes(UTF_8)));
            StringBuilder id = new StringBuilder("ANPA");
            for (int shift = 256 - 5; id.length() < 21; shift -= 5) {
                id.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
                        .charAt(hash.shiftRight(shift).intValue() & 31));
            }
            return id.toString();
        }
    }

    /** Read when first asked, since a class is initialized when first used. */
    private static final class Index {
        static final List<AwsManagedPolicy> ALL;
        static final Map<String, Located> BY_ARN;

        static {
            List<AwsManagedPolicy> all = new ArrayList<>();
            Map<String, Located> byArn = new HashMap<>();
            MessageDigest sha256 = sha256();
            new String(resource("aws-managed-policies.tsv"), US_ASCII).lines().forEach(line -> {
                Located located = Located.parse(line, sha256);
                all.add(located.policy());
                byArn.put(located.policy().arn(), located);
            });
            ALL = List.copyOf(all);
            BY_ARN = Map.copyOf(byArn);
        }
    }

    private static final class Documents {
        private static final byte[] BLOCKS = resource("aws-managed-policies.deflate");

        static String read(Located at) {
            byte[] block = new byte[at.before() + at.length()];
            try (Inflater inflater = new Inflater()) {
                inflater.setInput(BLOCKS, at.block(), BLOCKS.length - at.block());
                for (int read = 0; read < block.length; ) {
                    int more = inflater.inflate(block, read, block.length - read);
                    if (more == 0) {
                        throw new IllegalStateException("aws-managed-policies: the document of "
                                + at.policy().name() + " is cut off");
                    }
                    read += more;
                }
            } catch (DataFormatException e) {
                throw new IllegalStateException("aws-managed-policies: not as the index says", e);
            }
            return new String(block, at.before(), at.length(), UTF_8);
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
