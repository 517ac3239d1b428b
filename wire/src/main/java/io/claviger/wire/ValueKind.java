package io.claviger.wire;

import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** The types that members of the service models have. */
enum ValueKind {
    STRING,
    INTEGER,
    LONG,
    DOUBLE,
    BOOLEAN,
    TIMESTAMP,
    BLOB,
    STRUCTURE,
    LIST,
    MAP;

    private static final Map<MarshallingType<?>, ValueKind> KINDS = Map.of(
            MarshallingType.STRING, STRING,
            MarshallingType.INTEGER, INTEGER,
            MarshallingType.LONG, LONG,
            MarshallingType.DOUBLE, DOUBLE,
            MarshallingType.BOOLEAN, BOOLEAN,
            MarshallingType.INSTANT, TIMESTAMP,
            MarshallingType.SDK_BYTES, BLOB,
            MarshallingType.SDK_POJO, STRUCTURE,
            MarshallingType.LIST, LIST,
            MarshallingType.MAP, MAP);

    static ValueKind of(SdkField<?> field) {
        ValueKind kind = KINDS.get(field.marshallingType());
        if (kind == null) {
            throw new IllegalStateException("No codec for the type of member " + field.locationName());
        }
        return kind;
    }

    /** Whether its text is one parameter. */
    boolean isScalar() {
        return this != STRUCTURE && this != LIST && this != MAP;
    }
}
