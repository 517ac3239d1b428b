package io.claviger.wire;

import java.util.Arrays;
import java.util.List;

/**
 * The fuzz target of the wire, in the form that Jazzer calls: the first two bytes choose an operation, the rest is a
 * form. Nothing a client sends may throw, and whatever is refused must be sayable as an error document.
 */
public final class WireFuzz {

    private static final List<OperationModel> OPERATIONS =
            EveryOperationTest.operations().toList();

    private WireFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) {
            return;
        }
        int chosen = Byte.toUnsignedInt(input[0]) << 8 | Byte.toUnsignedInt(input[1]);
        OperationModel operation = OPERATIONS.get(chosen % OPERATIONS.size());
        byte[] form = Arrays.copyOfRange(input, 2, input.length);
        switch (ParsedParameters.of(null, form)) {
            case ParsedParameters.Accepted(Parameters parameters) -> decode(operation, parameters);
            case ParsedParameters.Rejected(WireError error) ->
                ResponseWriter.error(AnswerFormat.XML, operation.service(), error, "id");
        }
    }

    private static void decode(OperationModel operation, Parameters parameters) {
        ServiceModel.of(operation.service()).requested(parameters);
        switch (RequestDecoder.decode(operation, parameters)) {
            case Decoded.Request(var typed) -> RequestParameters.of(operation, typed);
            case Decoded.Invalid(WireError error) ->
                ResponseWriter.error(AnswerFormat.XML, operation.service(), error, "id");
        }
    }
}
