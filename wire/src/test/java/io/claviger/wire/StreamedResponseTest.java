package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;

class StreamedResponseTest {

    private static final int PIECE = 48 * 1024;

    private final OperationModel operation =
            Objects.requireNonNull(ServiceModel.of(Service.IAM).operation("GetCredentialReport"));

    static Stream<Arguments> lengths() {
        return IntStream.of(0, 1, 2, 3, 1_000, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 2)
                .boxed()
                .flatMap(length -> Stream.of(AnswerFormat.values()).map(format -> Arguments.of(length, format)));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void itIsTheResponseThatIsWrittenWhole(int length, AnswerFormat format) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        GetCredentialReportResponse whole = GetCredentialReportResponse.builder()
                .content(SdkBytes.fromByteArray(content))
                .reportFormat("text/csv")
                .generatedTime(Instant.EPOCH)
                .build();
        GetCredentialReportResponse empty =
                whole.toBuilder().content(SdkBytes.fromByteArray(new byte[0])).build();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResponseWriter.streamed(format, Service.IAM, operation, empty, "an-id")
                .write(new ByteArrayInputStream(content), out);
        assertThat(out.toByteArray())
                .isEqualTo(ResponseWriter.response(format, Service.IAM, operation, whole, "an-id"));
    }
}
