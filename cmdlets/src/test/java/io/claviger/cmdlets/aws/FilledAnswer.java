package io.claviger.cmdlets.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Answers whose every member has a value, and every list six. Each text is another. */
final class FilledAnswer {

    private static final int ITEMS = 6;
    private static final int DEEPEST = 8;

    private final IntFunction<String> making;
    private final List<String> texts = new ArrayList<>();

    /** Answers whose texts are made of their numbers. */
    FilledAnswer(IntFunction<String> making) {
        this.making = making;
    }

    /** The answer of an operation. */
    SdkPojo of(ServiceOperation operation) {
        return filled(OperationMethod.of(operation).response(), 0);
    }

    /** The texts that stand in answers so far. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    private SdkPojo filled(SdkPojo empty, int depth) {
        for (SdkField<?> field : empty.sdkFields()) {
            field.set(empty, value(field, depth));
        }
        return (SdkPojo) ((Buildable) empty).build();
    }

    private Object value(SdkField<?> field, int depth) {
        if (depth > DEEPEST) {
            throw new AssertionError(field.memberName() + " lies deeper than answers were known to be");
        }
        return switch (field.marshallingType().toString()) {
            case "Integer" -> Integer.MIN_VALUE;
            case "Long" -> Long.MAX_VALUE;
            case "Double" -> 0.1;
            case "Boolean" -> true;
            case "Instant" -> Instant.parse("2019-09-04T12:46:18Z");
            case "SdkBytes" -> SdkBytes.fromUtf8String("bytes");
            case "List" -> {
                List<Object> items = new ArrayList<>();
                for (int i = 0; i < ITEMS; i++) {
                    items.add(value(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), depth + 1));
                }
                yield items;
            }
            case "Map" ->
                Map.of("key", value(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), depth + 1));
            case "SdkPojo" -> filled(field.constructor().get(), depth + 1);
            default -> {
                String text = making.apply(texts.size());
                texts.add(text);
                yield text;
            }
        };
    }
}
