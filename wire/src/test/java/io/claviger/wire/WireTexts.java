package io.claviger.wire;

import java.nio.charset.StandardCharsets;

/** Shorthands of the tests. */
final class WireTexts {

    private WireTexts() {}

    static Parameters accepted(ParsedParameters parsed) {
        return switch (parsed) {
            case ParsedParameters.Accepted(Parameters parameters) -> parameters;
            case ParsedParameters.Rejected(WireError error) -> throw new AssertionError(error);
        };
    }

    static Parameters form(String form) {
        return accepted(ParsedParameters.of(null, form.getBytes(StandardCharsets.UTF_8)));
    }

    static OperationModel operation(Service service, String name) {
        OperationModel operation = ServiceModel.of(service).operation(name);
        if (operation == null) {
            throw new AssertionError("No operation " + name);
        }
        return operation;
    }
}
