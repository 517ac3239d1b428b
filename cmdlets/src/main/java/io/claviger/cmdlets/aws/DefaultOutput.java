package io.claviger.cmdlets.aws;

import io.claviger.powershell.command.Output;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * The type that a service's cmdlet writes without {@code -Select}, from the SDK's classes; of a list, the type of its
 * items.
 */
record DefaultOutput(ServiceOperation operation) implements Output {

    private static final String NOTHING = "-";
    private static final String ALL = "*";

    @Override
    public String type() {
        return switch (operation.select()) {
            case NOTHING -> "None";
            case ALL -> operation.service().model(operation.name() + "Response");
            default -> type(item(member()));
        };
    }

    @Override
    public List<String> properties() {
        return switch (operation.select()) {
            case NOTHING -> List.of();
            case ALL -> properties(OperationMethod.of(operation).response());
            default -> isObject(item(member())) ? properties(object(item(member()))) : List.of();
        };
    }

    private SdkField<?> member() {
        return OperationMethod.of(operation).response().sdkFields().stream()
                .filter(field -> ResponseObjects.property(field).equals(operation.select()))
                .findFirst()
                .orElseThrow();
    }

    private static SdkField<?> item(SdkField<?> field) {
        return kind(field).equals("List")
                ? item(field.getRequiredTrait(ListTrait.class).memberFieldInfo())
                : field;
    }

    private String type(SdkField<?> field) {
        return switch (kind(field)) {
            case "SdkPojo" -> operation.service().model(ResponseObjects.dotNetName(object(field)));
            case "Map" -> "System.Collections.Generic.Dictionary`2";
            default -> "System." + kind(field);
        };
    }

    private static String kind(SdkField<?> field) {
        return field.marshallingType().toString();
    }

    private static boolean isObject(SdkField<?> field) {
        return kind(field).equals("SdkPojo");
    }

    private static SdkPojo object(SdkField<?> field) {
        return field.constructor().get();
    }

    private static List<String> properties(SdkPojo object) {
        return object.sdkFields().stream()
                .map(ResponseObjects::property)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
