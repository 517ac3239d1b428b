package io.claviger.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Typed requests and responses as the audit trail may show them, in the form of
 * <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">
 * CloudTrail's</a> {@code requestParameters} and {@code responseElements}: maps of texts, numbers, truth values, lists
 * and maps, names with a small first letter, secrets replaced. Thread-safe: keeps nothing.
 */
public final class RequestParameters {

    /** What stands in place of a secret. */
    public static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

    private final Set<String> sensitive;

    private RequestParameters(Set<String> sensitive) {
        this.sensitive = sensitive;
    }

    /** A request's set members in the model's order, without its secrets. */
    public static Map<String, Object> of(OperationModel operation, SdkPojo request) {
        return new RequestParameters(operation.input().sensitive()).structure(request);
    }

    /** A response's, without its secrets; null for an operation that only reads, unless it gave credentials. */
    public static @Nullable Map<String, Object> responseElements(OperationModel operation, SdkPojo response) {
        if (Quirks.isReading(operation.name()) && !givesCredentials(response)) {
            return null;
        }
        return new RequestParameters(Set.of()).structure(response);
    }

    private static boolean givesCredentials(SdkPojo response) {
        for (SdkField<?> field : response.sdkFields()) {
            if (field.locationName().equals("Credentials")) {
                return field.getValueOrDefault(response) != null;
            }
        }
        return false;
    }

    private Map<String, Object> structure(SdkPojo structure) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : structure.sdkFields()) {
            String name = field.locationName();
            Object value = field.getValueOrDefault(structure);
            if (value != null && isSet(value) && !Quirks.isUnmentioned(name)) {
                boolean hidden = sensitive.contains(name) || Quirks.isSecret(name);
                members.put(InputMember.lowerFirst(name), hidden ? HIDDEN : shown(value));
            }
        }
        return members;
    }

    private static boolean isSet(Object value) {
        return !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }

    private Object shown(Object value) {
        return switch (value) {
            case SdkPojo structure -> structure(structure);
            case List<?> list -> list.stream().map(this::shown).toList();
            case Map<?, ?> map -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                map.forEach((key, entry) -> entries.put((String) key, shown(entry)));
                yield entries;
            }
            case Instant moment -> moment.toString();
            case SdkBytes bytes -> "(" + bytes.asByteArrayUnsafe().length + " bytes)";
            default -> value;
        };
    }
}
