package io.claviger.model.sts;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.LocationTrait;

/**
 * The members of one structure: their descriptions, and the values that a builder collects. Wherever the SDK writes a field
 * for each member, these classes keep one map by the member's name.
 */
final class Members {

    private Members() {}

    /** A member that is a text. */
    static SdkField<String> text(String name) {
        return field(MarshallingType.STRING, String.class, name, null);
    }

    /** A member that is a number. */
    static SdkField<Integer> number(String name) {
        return field(MarshallingType.INTEGER, Integer.class, name, null);
    }

    /** A member that is a structure. */
    static SdkField<SdkPojo> structure(String name, Supplier<SdkPojo> builder) {
        return field(MarshallingType.SDK_POJO, SdkPojo.class, name, builder);
    }

    private static <T> SdkField<T> field(
            MarshallingType<? super T> marshalling,
            Class<T> type,
            String name,
            @Nullable Supplier<SdkPojo> constructor) {
        Function<Object, @Nullable T> getter = holder -> value((Holder) holder, name, type);
        BiConsumer<Object, @Nullable T> setter = (holder, value) -> {
            if (value == null) {
                ((Holder) holder).values().remove(name);
            } else {
                ((Holder) holder).values().put(name, value);
            }
        };
        SdkField.Builder<T> builder = SdkField.<T>builder(marshalling)
                .memberName(name)
                .getter(getter)
                .setter(setter)
                .traits(LocationTrait.builder()
                        .location(MarshallLocation.PAYLOAD)
                        .locationName(name)
                        .build());
        if (constructor != null) {
            builder.constructor(constructor);
        }
        return builder.build();
    }

    /** The value of a member; null if it has none. */
    static <T> @Nullable T value(Holder holder, String name, Class<T> type) {
        return type.cast(holder.values().get(name));
    }

    /** The descriptions by their names. */
    static Map<String, SdkField<?>> byName(List<SdkField<?>> fields) {
        return fields.stream().collect(Collectors.toUnmodifiableMap(SdkField::memberName, field -> field));
    }

    /** What keeps its members' values in a map. */
    interface Holder {

        /** The values by the members' names; of a builder they can be changed. */
        Map<String, Object> values();
    }
}
