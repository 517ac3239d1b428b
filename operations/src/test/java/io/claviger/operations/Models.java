package io.claviger.operations;

import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Operation;
import io.claviger.wire.OperationModel;
import io.claviger.wire.Service;
import io.claviger.wire.ServiceModel;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;

/** What AWS's service models say of operations. */
final class Models {

    /** Errors that every operation may answer with, and that no model lists. */
    private static final Set<String> COMMON =
            Set.of("AccessDenied", "InvalidClientTokenId", "InvalidParameterValue", "Throttling", "ValidationError");

    /** An error that AWS was recorded to answer with, although its model does not list it. */
    private static final Map<String, String> UNDECLARED = Map.of("UpdateServiceSpecificCredential", "InvalidInput");

    private Models() {}

    /** The model of a row of the catalog; null when AWS has no such operation. */
    static @Nullable OperationModel of(Operation<?> operation) {
        return Arrays.stream(Service.values())
                .filter(service -> service.signingName().equals(operation.service()))
                .map(service -> ServiceModel.of(service).operation(operation.name()))
                .findAny()
                .orElse(null);
    }

    /** AWS's name of the operation of these requests. */
    static String nameOf(Class<? extends AwsRequest> requestClass) {
        return Arrays.stream(Service.values())
                .flatMap(service -> ServiceModel.of(service).operations().stream())
                .filter(model -> model.requestClass().equals(requestClass))
                .map(OperationModel::name)
                .findAny()
                .orElseThrow();
    }

    /** Whether an operation may answer with an error. */
    static boolean allow(Operation<?> operation, ErrorCode code) {
        OperationModel model = of(operation);
        return COMMON.contains(code.wireName())
                || code.wireName().equals(UNDECLARED.get(operation.name()))
                || (model != null && model.errorCodes().contains(code.wireName()));
    }
}
