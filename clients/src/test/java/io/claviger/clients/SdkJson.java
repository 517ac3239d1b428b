package io.claviger.clients;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON into and out of the model classes of the AWS SDK for Java, by the fields that they describe. */
final class SdkJson {

    private SdkJson() {}

    /** Sets the members of a builder. */
    static void fill(SdkPojo builder, JsonNode members) {
        members.properties().forEach(member -> {
            SdkField<?> field = builder.sdkFields().stream()
                    .filter(each -> each.memberName().equals(member.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(member.getKey() + " is no member of " + builder.getClass()));
            field.set(builder, value(field, member.getValue()));
        });
    }

    /** The members of a response that are set; bytes in base 64. */
    static JsonNode of(SdkPojo pojo) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null) {
                members.set(field.memberName(), node(value));
            }
        }
        return members;
    }

    private static Object value(SdkField<?> field, JsonNode json) {
        if (field.marshallingType().equals(MarshallingType.LIST)) {
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            return json.values().stream().map(each -> value(element, each)).toList();
        }
        if (field.marshallingType().equals(MarshallingType.SDK_POJO)) {
            SdkPojo builder = field.constructor().get();
            fill(builder, json);
            return ((Buildable) builder).build();
        }
        if (json.isBoolean()) {
            return json.asBoolean();
        }
        return json.isInt() ? json.asInt() : json.asString();
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case SdkPojo pojo -> of(pojo);
            case Collection<?> list -> array(List.copyOf(list));
            case SdkBytes bytes ->
                JsonNodeFactory.instance.stringNode(Base64.getEncoder().encodeToString(bytes.asByteArray()));
            case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
            case Number number -> JsonNodeFactory.instance.numberNode(new BigDecimal(number.toString()));
            default -> JsonNodeFactory.instance.stringNode(value.toString());
        };
    }

    private static ArrayNode array(List<?> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(each -> array.add(node(each)));
        return array;
    }
}
