package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** Each operation against the AWS SDK's own marshalling, both ways. */
class EveryOperationTest {

    private static final int ROUNDS = 12;

    private final OtherEnd otherEnd = new OtherEnd();

    static Stream<OperationModel> operations() {
        return Arrays.stream(Service.values()).flatMap(service -> ServiceModel.of(service).operations().stream());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatTheSdkSendsIsDecodedToAnEqualRequest(OperationModel operation) {
        RandomModels random = new RandomModels(operation.name().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            AwsRequest request = random.request(operation);
            byte[] form = otherEnd.marshal(operation, request);
            Parameters parameters = WireTexts.accepted(ParsedParameters.of(null, form));
            assertThat(ServiceModel.of(operation.service()).requested(parameters))
                    .isEqualTo(new ServiceModel.Requested.Known(operation));
            assertThat(RequestDecoder.decode(operation, parameters)).isEqualTo(new Decoded.Request(request));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsWrittenIsReadByTheSdkToAnEqualResponse(OperationModel operation) {
        RandomModels random = new RandomModels(operation.name().hashCode() + 1L);
        AwsRequest request = random.request(operation);
        for (int round = 0; round < ROUNDS; round++) {
            AwsResponse response = random.response(operation);
            byte[] xml =
                    ResponseWriter.response(AnswerFormat.XML, operation.service(), operation, response, "a-request-id");
            AwsResponse read = otherEnd.unmarshal(operation, request, xml);
            assertThat(read.equalsBySdkFields(response))
                    .as("%s is %s", read, response)
                    .isTrue();
            assertThat(read.responseMetadata().requestId()).isEqualTo("a-request-id");
        }
    }
}
