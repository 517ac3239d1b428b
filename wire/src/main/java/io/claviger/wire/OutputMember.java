package io.claviger.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** A member of a response with its tags ready-made. Immutable. */
record OutputMember(SdkField<?> field, OutputValue value, Markup open, Markup close) {

    static OutputMember of(Class<?> structure, SdkField<?> field) {
        String name = field.locationName();
        OutputValue value =
                Quirks.isPercentEncoded(structure, name) ? OutputValue.percentEncoded() : OutputValue.of(field);
        return new OutputMember(field, value, Markup.of("<" + name + ">"), Markup.of("</" + name + ">"));
    }

    /** Writes the member, unless it is not set. */
    void write(SdkPojo structure, XmlBuffer xml) {
        Object set = field.getValueOrDefault(structure);
        if (isSet(set)) {
            xml.markup(open);
            value.write(set, xml);
            xml.markup(close);
        }
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }
}
