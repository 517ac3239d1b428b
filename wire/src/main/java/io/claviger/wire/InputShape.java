package io.claviger.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** A structure of a request. Immutable. */
record InputShape(List<InputMember> members) {

    /** Deeper than any service model; reached only by one that contains itself, which the query protocol cannot say. */
    private static final int MAX_DEPTH = 16;

    /**
     * The shape of a structure and of everything in it.
     *
     * @param prefix the place of its members in the table: empty, or the structure's own with a dot
     */
    static InputShape of(SdkPojo structure, String prefix, Map<String, InputRow> rows, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalStateException("A request contains itself at " + prefix);
        }
        List<InputMember> members = new ArrayList<>();
        for (SdkField<?> field : structure.sdkFields()) {
            members.add(InputMember.of(field, prefix + field.locationName(), rows, depth + 1));
        }
        return new InputShape(List.copyOf(members));
    }
}
