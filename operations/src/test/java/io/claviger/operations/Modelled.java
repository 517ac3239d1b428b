package io.claviger.operations;

import io.claviger.wire.OperationModel;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * What AWS's model has for an operation: its errors, the parameters of its requests, the members of its answers. A member of
 * a structure inside is named with the structure: {@code Role.RoleLastUsed}.
 */
enum Modelled {
    ERROR {
        @Override
        SortedSet<String> of(OperationModel model) {
            return new TreeSet<>(model.errorCodes());
        }
    },
    INPUT {
        @Override
        SortedSet<String> of(OperationModel model) {
            return members(model.requestClass());
        }
    },
    OUTPUT {
        @Override
        SortedSet<String> of(OperationModel model) {
            String request = model.requestClass().getName();
            try {
                return members(Class.forName(request.substring(0, request.lastIndexOf("Request")) + "Response"));
            } catch (ClassNotFoundException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
    };

    /** The names that a model has. */
    abstract SortedSet<String> of(OperationModel model);

    /** As pages and lists of reasons spell it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static SortedSet<String> members(Class<?> modelClass) {
        SortedSet<String> names = new TreeSet<>();
        SdkPojo empty = empty(modelClass);
        empty.sdkFields().forEach(field -> names.add(field.locationName()));
        empty.sdkFields().stream().flatMap(Modelled::within).forEach(structure -> addAll(names, structure));
        return names;
    }

    private static void addAll(SortedSet<String> names, SdkPojo structure) {
        for (SdkField<?> field : structure.sdkFields()) {
            if (names.add(shape(structure) + "." + field.locationName())) {
                within(field).forEach(inner -> addAll(names, inner));
            }
        }
    }

    /** The structure that a member has or lists, as an empty one. */
    private static Stream<SdkPojo> within(SdkField<?> field) {
        MarshallingType<?> type = field.marshallingType();
        if (type.equals(MarshallingType.SDK_POJO)) {
            return Stream.of(field.constructor().get());
        }
        if (type.equals(MarshallingType.LIST)) {
            return within(field.getTrait(ListTrait.class).memberFieldInfo());
        }
        return type.equals(MarshallingType.MAP)
                ? within(field.getTrait(MapTrait.class).valueFieldInfo())
                : Stream.empty();
    }

    /** The name of a structure, from itself or from its builder. */
    static String shape(SdkPojo structure) {
        Class<?> itself = structure.getClass();
        return (itself.getDeclaringClass() == null ? itself : itself.getDeclaringClass()).getSimpleName();
    }

    private static SdkPojo empty(Class<?> modelClass) {
        try {
            return (SdkPojo) modelClass.getMethod("builder").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
