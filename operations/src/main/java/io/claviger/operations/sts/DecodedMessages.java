package io.claviger.operations.sts;

import io.claviger.access.AuthorizationMessages;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageResponse;

/**
 * DecodeAuthorizationMessage: why a request was denied, for those who may know what policies say.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">
 *     DecodeAuthorizationMessage</a>
 */
final class DecodedMessages {

    private final AuthorizationMessages messages;

    DecodedMessages(AuthorizationMessages messages) {
        this.messages = messages;
    }

    /** Its rows of the catalog. */
    Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "sts:DecodeAuthorizationMessage",
                DecodeAuthorizationMessageRequest.class,
                Finder.unnamed(),
                this::decode));
    }

    private DecodeAuthorizationMessageResponse decode(Execution<DecodeAuthorizationMessageRequest> execution) {
        String decoded = messages.decode(
                        execution.call().accountId(), execution.request().encodedMessage())
                .orElseThrow(() -> new Refused(ErrorCode.INVALID_AUTHORIZATION_MESSAGE, "Invalid token"));
        return DecodeAuthorizationMessageResponse.builder()
                .decodedMessage(decoded)
                .build();
    }
}
