package io.claviger.sigv4;

import static io.claviger.sigv4.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.Verification.Verified;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** What the AWS SDK for Java signs, we verify: a check against a signer that is not ours. */
class SdkSignerTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final AwsCredentialsIdentity LONG_TERM =
            AwsCredentialsIdentity.create(Requests.KEY_ID, Requests.SECRET);
    private static final AwsCredentialsIdentity TEMPORARY =
            AwsSessionCredentialsIdentity.create(Requests.TEMPORARY_KEY_ID, Requests.SECRET, Requests.TOKEN);

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    @RepeatedTest(200)
    void whatTheSdkSignsIsVerified(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        boolean query = random.nextInt(3) == 0;
        byte[] body = new byte[query ? 0 : random.nextInt(100)];
        random.nextBytes(body);
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(query ? SdkHttpMethod.GET : SdkHttpMethod.POST)
                .uri(URI.create("https://iam.example.com:8443/"))
                .encodedPath(random.nextBoolean() ? "/" : "/a/" + UriEncoding.encode(text(random)) + "/./b")
                .putHeader("X-Amz-Target", "a  " + random.nextInt(100))
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        for (int i = random.nextInt(5); i > 0; i--) {
            request.appendRawQueryParameter(text(random), text(random));
        }

        SignedRequest signed = signer.sign(r -> r.identity(random.nextBoolean() ? LONG_TERM : TEMPORARY)
                .request(request.build())
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "iam")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, query ? AuthLocation.QUERY_STRING : AuthLocation.HEADER)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, query ? Duration.ofMinutes(5) : null)
                .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK));

        HttpRequest received = received(signed.request(), body);
        assertThat(Requests.verifier(Requests.IAM).verify(received))
                .as("%s?%s %s", received, received.query(), received.headers())
                .isInstanceOfSatisfying(
                        Verified.class,
                        verified -> assertThat(verified.method())
                                .isEqualTo(query ? AuthMethod.PRESIGNED_QUERY : AuthMethod.HEADER));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 131_072, 300_000})
    void whatTheSdkSignsInChunksIsReadToTheByte(int size) throws IOException {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        assertThat(chunked(body, true, false)).isEqualTo(body);
        assertThat(chunked(body, true, true)).isEqualTo(body);
        assertThat(chunked(body, false, true)).isEqualTo(body);
    }

    private byte[] chunked(byte[] body, boolean signedChunks, boolean trailer) throws IOException {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(URI.create("https://bucket.example.com/key"))
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
        SignedRequest signed = signer.sign(r -> r.identity(LONG_TERM)
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, true)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, signedChunks)
                .putProperty(AwsV4HttpSigner.CHECKSUM_ALGORITHM, trailer ? DefaultChecksumAlgorithm.CRC32 : null)
                .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK));

        Verification<String> verification =
                Requests.verifier(Requests.S3).verify(received(signed.request(), new byte[0]));
        if (!(verification instanceof Verified<String> verified)
                || !(verified.payload() instanceof Payload.Chunked chunked)) {
            throw new AssertionError(verification.toString());
        }
        assertThat(chunked.isSigned()).isEqualTo(signedChunks);
        assertThat(chunked.decodedLength()).isEqualTo(body.length);
        try (InputStream raw = signed.payload().orElseThrow().newStream();
                ChunkedPayload payload = chunked.open(new ByteArrayInputStream(raw.readAllBytes()))) {
            byte[] read = payload.readAllBytes();
            assertThat(payload.trailer()).hasSize(trailer ? 1 : 0);
            return read;
        }
    }

    private static HttpRequest received(SdkHttpRequest sent, byte[] body) {
        List<Header> headers = new ArrayList<>();
        sent.forEachHeader((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        return new HttpRequest(
                sent.method().name(),
                sent.encodedPath(),
                sent.encodedQueryParameters().orElse(""),
                headers,
                body);
    }

    private static String text(Random random) {
        byte[] letters = new byte[1 + random.nextInt(8)];
        random.nextBytes(letters);
        return new String(letters, StandardCharsets.ISO_8859_1).replace('\0', 'x');
    }
}
