package io.claviger.cmdlets.aws;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Builds the SDK's requests from values by member name, with the field descriptions of the SDK's classes. */
final class Requests {

    private Requests() {}

    /**
     * A request.
     *
     * @param values values by member; for a member of a structure, the structure's name, an underscore and its own name
     */
    static SdkRequest build(SdkPojo empty, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> direct = new LinkedHashMap<>();
        Map<String, Hashtable> nested = new LinkedHashMap<>();
        values.forEach((member, value) -> {
            int line = member.indexOf('_');
            if (line < 0) {
                direct.put(member, value);
            } else {
                nested.computeIfAbsent(member.substring(0, line), _ -> new Hashtable())
                        .put(member.substring(line + 1), value);
            }
        });
        direct.putAll(nested);
        direct.forEach((member, value) -> set(empty, member, value));
        return (SdkRequest) ((Buildable) empty).build();
    }

    private static void set(SdkPojo pojo, String member, @Nullable Object value) {
        SdkField<?> field = field(pojo, member);
        if (value != null) {
            field.set(pojo, convert(field, value));
        }
    }

    /** The description of a member, by name without regard to case. */
    static SdkField<?> field(SdkPojo pojo, String member) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.memberName().equalsIgnoreCase(member)) {
                return field;
            }
        }
        throw new TerminatingError(
                ErrorRecord.argument("The property '" + member + "' cannot be found on this object."));
    }

    private static Object convert(SdkField<?> field, Object value) {
        return switch (field.marshallingType().toString()) {
            case "Integer" -> Conversion.toInteger(value);
            case "Long" -> Conversion.toLong(value);
            case "Double" -> Conversion.toDouble(value);
            case "Boolean" -> Conversion.toBoolean(value);
            case "Instant" -> Conversion.toDateTime(value).instant();
            case "SdkBytes" ->
                value instanceof byte[] bytes ? SdkBytes.fromByteArray(bytes) : SdkBytes.fromUtf8String(Text.of(value));
            case "List" -> list(field, value);
            case "Map" -> map(field, value);
            case "SdkPojo" -> structure(field, value);
            default -> Text.of(value);
        };
    }

    private static List<Object> list(SdkField<?> field, Object value) {
        SdkField<?> item = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        List<Object> made = new ArrayList<>();
        for (Object one : Conversion.toList(value)) {
            made.add(convert(item, one == null ? "" : one));
        }
        return made;
    }

    private static Map<String, Object> map(SdkField<?> field, Object value) {
        SdkField<?> item = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        if (!(value instanceof Hashtable table)) {
            throw Conversion.impossible(value, "System.Collections.Hashtable", "");
        }
        Map<String, Object> made = new LinkedHashMap<>();
        for (Hashtable.Entry entry : table.entries()) {
            made.put(Text.of(entry.key()), convert(item, entry.value() == null ? "" : entry.value()));
        }
        return made;
    }

    private static Object structure(SdkField<?> field, Object value) {
        SdkPojo made = field.constructor().get();
        switch (value) {
            case Hashtable table -> table.entries().forEach(entry -> set(made, Text.of(entry.key()), entry.value()));
            case ShellObject object -> object.names().forEach(name -> set(made, name, object.get(name)));
            default -> throw Conversion.impossible(value, field.memberName(), "");
        }
        return ((Buildable) made).build();
    }
}
