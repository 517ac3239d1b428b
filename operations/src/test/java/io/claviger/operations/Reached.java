package io.claviger.operations;

import io.claviger.operations.gate.Operation;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Which errors the tests of this process have looked at, and which members the answers to them had. What nobody looks at
 * is not reached. Thread-safe.
 */
final class Reached {

    private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

    private Reached() {}

    /** A test looks at the code of a refusal. */
    static void error(String operation, String code) {
        REACHED.add(line(Modelled.ERROR, operation, code));
    }

    /** A test has this answer. */
    static void answer(Operation<?> operation, AwsResponse response) {
        for (SdkField<?> field : response.sdkFields()) {
            Object value = field.getValueOrDefault(response);
            if (isThere(value)) {
                REACHED.add(line(Modelled.OUTPUT, operation.name(), field.locationName()));
                structures(value).forEach(Reached::members);
            }
        }
    }

    private static void members(SdkPojo structure) {
        for (SdkField<?> field : structure.sdkFields()) {
            Object value = field.getValueOrDefault(structure);
            if (isThere(value)) {
                REACHED.add(line(Modelled.OUTPUT, "", Modelled.shape(structure) + "." + field.locationName()));
                structures(value).forEach(Reached::members);
            }
        }
    }

    private static Stream<SdkPojo> structures(Object value) {
        return switch (value) {
            case SdkPojo structure -> Stream.of(structure);
            case Collection<?> many -> many.stream().flatMap(Reached::structures);
            case Map<?, ?> many -> many.values().stream().flatMap(Reached::structures);
            default -> Stream.empty();
        };
    }

    private static boolean isThere(Object value) {
        return switch (value) {
            case null -> false;
            case Collection<?> many -> !many.isEmpty();
            case Map<?, ?> many -> !many.isEmpty();
            default -> true;
        };
    }

    /** Whether it was reached; a member of a structure counts for all operations that have the structure. */
    static boolean contains(Modelled kind, String operation, String name) {
        return REACHED.contains(line(kind, name.contains(".") ? "" : operation, name));
    }

    private static String line(Modelled kind, String operation, String name) {
        return String.join("\t", kind.word(), operation, name);
    }
}
