package io.claviger.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** A member of a response. Immutable. */
record OutputMember(SdkField<?> field, OutputValue value, MemberName name) {

    static OutputMember of(Class<?> structure, SdkField<?> field) {
        String name = field.locationName();
        OutputValue value =
                Quirks.isPercentEncoded(structure, name) ? OutputValue.percentEncoded() : OutputValue.of(field);
        return new OutputMember(field, value, MemberName.of(name));
    }

    void write(SdkPojo structure, AnswerBuffer answer) {
        Object set = field.getValueOrDefault(structure);
        if (isSet(set)) {
            answer.openMember(name);
            value.write(set, answer);
            answer.closeMember(name);
        } else {
            answer.unset(name);
        }
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }
}
