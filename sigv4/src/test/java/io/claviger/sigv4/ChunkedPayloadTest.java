package io.claviger.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.sigv4.Refusal.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of AWS's documentation: 65 KiB and 1 KiB of the letter a, sent in two chunks, without and with a
 * trailer, and what becomes of them when somebody changes them.
 */
class ChunkedPayloadTest {

    private static final SigningKey KEY = SigningSecret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
            .keyFor(new CredentialScope("20130524", "us-east-1", "s3"));

    private static final String SEED = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
    private static final String SEED_TRAILER = "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e";
    private static final int LENGTH = 65_536 + 1_024;

    private static final String SIGNED =
            chunk("10000", "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648")
                    + chunk("400", "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497")
                    + chunk("0", "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");

    private static final String TRAILED =
            chunk("10000", "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2")
                    + chunk("400", "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7")
                    + "0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\n"
                    + "x-amz-checksum-crc32c:sOO8/Q==\r\n"
                    + "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n";

    private static final String UNSIGNED = "10000\r\n" + "a".repeat(65_536) + "\r\n400\r\n" + "a".repeat(1_024)
            + "\r\n0\r\nx-amz-checksum-crc32c:sOO8/Q==\r\n\r\n";

    record Tampered(String name, ChunkFormat format, UnaryOperator<String> change, Code code) {
        @Override
        public String toString() {
            return format + ": " + name;
        }
    }

    static Stream<Tampered> tampered() {
        ChunkFormat signed = ChunkFormat.SIGNED;
        ChunkFormat trailed = ChunkFormat.SIGNED_WITH_TRAILER;
        ChunkFormat open = ChunkFormat.UNSIGNED_WITH_TRAILER;
        String last = "\r\n0;chunk";
        return Stream.of(
                mismatch("a letter in the first chunk", signed, t -> t.replaceFirst("aaaa", "aaba")),
                mismatch("a letter in the second chunk", signed, t -> t.replaceFirst("a\r\n0;", "b\r\n0;")),
                mismatch("another signature", signed, t -> t.replace("ad80", "ad81")),
                mismatch("signature in capitals", signed, t -> t.replace("ad80", "AD80")),
                mismatch("no signature", signed, t -> t.replaceFirst("=ad80[0-9a-f]*", "=")),
                mismatch("another last signature", signed, t -> t.replace("b6c6", "b6c7")),
                mismatch("chunks in another order", signed, t -> t.substring(t.indexOf("400;"))),
                mismatch("another trailer signature", trailed, t -> t.replace("d81f", "d81e")),
                mismatch("another checksum", trailed, t -> t.replace("sOO8", "sOO9")),
                incomplete("the last chunk gone", signed, t -> t.substring(0, t.indexOf(last) + 2)),
                incomplete("cut within a chunk", signed, t -> t.substring(0, 1_000)),
                incomplete("cut within a header", signed, t -> t.substring(0, 20)),
                incomplete("nothing at all", signed, t -> ""),
                incomplete("something after the end", signed, t -> t + "x"),
                incomplete(
                        "a chunk dropped, and its signature with it", open, t -> t.substring(t.indexOf("\r\n400") + 2)),
                incomplete("a chunk more than was announced", open, t -> "1\r\nx\r\n" + t),
                incomplete("a size that is no number", signed, t -> t.replaceFirst("10000;", "1000g;")),
                incomplete("a negative size", signed, t -> t.replaceFirst("10000;", "-10000;")),
                incomplete("a size without end", signed, t -> "f".repeat(16) + t),
                incomplete("no size", signed, t -> t.substring(5)),
                incomplete("a header without end", signed, t -> "0".repeat(10_000)),
                incomplete("another extension", signed, t -> t.replaceFirst("chunk-signature", "chunk-sigmature")),
                incomplete(
                        "a signature where none belongs",
                        open,
                        t -> t.replaceFirst("10000", "10000;chunk-signature=1")),
                incomplete("unsigned chunks where signed belong", signed, t -> UNSIGNED),
                incomplete("no line end after a chunk", open, t -> t.replace("a\r\n400", "a4\r\n00")),
                malformed("a trailer nobody announced", open, t -> t.replace("x-amz-checksum", "x-amz-evil")),
                malformed("a trailer twice", open, t -> t.replace("==\r\n", "==\r\nx-amz-checksum-crc32c:A\r\n")),
                malformed("no trailer", open, t -> t.replaceFirst("x-amz.*\r\n", "")),
                malformed("a trailer that is no header", open, t -> t.replace("x-amz-checksum-crc32c:", "")),
                malformed("no trailer signature", trailed, t -> t.replaceFirst("x-amz-trailer-sig.*\r\n", "")),
                malformed(
                        "a header after the trailer's signature",
                        trailed,
                        t -> t.substring(0, t.length() - 2) + "x-amz-meta:1\r\n\r\n"));
    }

    @Test
    void whatTheDocumentationSignsIsRead() throws IOException {
        assertThat(read(SIGNED, ChunkFormat.SIGNED)).isEqualTo("a".repeat(LENGTH));
        assertThat(read(UNSIGNED, ChunkFormat.UNSIGNED_WITH_TRAILER)).isEqualTo("a".repeat(LENGTH));
        try (ChunkedPayload payload = open(TRAILED, ChunkFormat.SIGNED_WITH_TRAILER)) {
            assertThatThrownBy(payload::trailer).isInstanceOf(IllegalStateException.class);
            assertThat(payload.readAllBytes()).hasSize(LENGTH);
            assertThat(payload.trailer()).containsExactly(new Header("x-amz-checksum-crc32c", "sOO8/Q=="));
        }
    }

    @Test
    void oneByteAtATimeIsReadTheSame() throws IOException {
        try (ChunkedPayload payload = open(SIGNED, ChunkFormat.SIGNED)) {
            int count = 0;
            while (payload.read() == 'a') {
                count++;
            }
            assertThat(count).isEqualTo(LENGTH);
            assertThat(payload.read()).isEqualTo(-1);
            assertThat(payload.read(new byte[1], 0, 0)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("tampered")
    void whatWasChangedIsRefused(Tampered tampered) {
        String original = switch (tampered.format) {
            case SIGNED -> SIGNED;
            case SIGNED_WITH_TRAILER -> TRAILED;
            case UNSIGNED_WITH_TRAILER -> UNSIGNED;
        };
        String changed = tampered.change.apply(original);

        PayloadRefusedException refused =
                catchThrowableOfType(PayloadRefusedException.class, () -> read(changed, tampered.format));

        assertThat(changed).isNotEqualTo(original);
        assertThat(refused.refusal().code()).isEqualTo(tampered.code);
    }

    @Test
    void noByteOfAChunkIsHandedOnBeforeItsSignatureIsChecked() throws IOException {
        try (ChunkedPayload payload = open(SIGNED.replaceFirst("a\r\n400", "b\r\n400"), ChunkFormat.SIGNED)) {
            assertThatThrownBy(payload::read).isInstanceOf(PayloadRefusedException.class);
            assertThatThrownBy(payload::read).as("and not later either").isInstanceOf(PayloadRefusedException.class);
        }
    }

    @Test
    void aHugeSignedChunkIsRefusedBeforeItIsRead() {
        ChunkSignatures signatures = new ChunkSignatures(KEY, time(), SEED);
        ChunkedPayload payload = new ChunkedPayload(
                new ByteArrayInputStream("1000001;chunk-signature=0\r\n".getBytes(StandardCharsets.UTF_8)),
                ChunkFormat.SIGNED,
                Long.MAX_VALUE,
                Set.of(),
                signatures);

        PayloadRefusedException refused = catchThrowableOfType(PayloadRefusedException.class, payload::read);
        assertThat(refused.refusal().code()).isEqualTo(Code.REQUEST_TOO_LARGE);
    }

    @Test
    void anyByteChangedIsFoundOut() {
        Random random = new Random(7);
        byte[] good = SIGNED.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            int at = random.nextInt(4) == 0 ? random.nextInt(bad.length) : random.nextInt(90);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            String text = new String(bad, StandardCharsets.ISO_8859_1);

            assertThatThrownBy(() -> read(text, ChunkFormat.SIGNED)).isInstanceOf(PayloadRefusedException.class);
        }
    }

    private static String read(String body, ChunkFormat format) throws IOException {
        try (ChunkedPayload payload = open(body, format)) {
            return new String(payload.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static ChunkedPayload open(String body, ChunkFormat format) {
        ChunkSignatures signatures =
                new ChunkSignatures(KEY, time(), format == ChunkFormat.SIGNED ? SEED : SEED_TRAILER);
        Set<String> trailers = format.hasTrailer() ? Set.of("x-amz-checksum-crc32c") : Set.of();
        return new Payload.Chunked(format, LENGTH, trailers, signatures)
                .open(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static SigningTime time() {
        return SigningTime.of(Instant.parse("2013-05-24T00:00:00Z").getEpochSecond());
    }

    private static String chunk(String size, String signature) {
        return size + ";chunk-signature=" + signature + "\r\n" + "a".repeat(Integer.parseInt(size, 16)) + "\r\n";
    }

    private static Tampered mismatch(String name, ChunkFormat format, UnaryOperator<String> change) {
        return new Tampered(name, format, change, Code.SIGNATURE_DOES_NOT_MATCH);
    }

    private static Tampered incomplete(String name, ChunkFormat format, UnaryOperator<String> change) {
        return new Tampered(name, format, change, Code.INCOMPLETE_BODY);
    }

    private static Tampered malformed(String name, ChunkFormat format, UnaryOperator<String> change) {
        return new Tampered(name, format, change, Code.MALFORMED_TRAILER);
    }
}
