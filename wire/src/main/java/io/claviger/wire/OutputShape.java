package io.claviger.wire;

import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** A structure of a response, and how it is written. Immutable. */
record OutputShape(List<OutputMember> members) {

    static OutputShape of(SdkPojo structure) {
        return new OutputShape(structure.sdkFields().stream()
                .map(field -> OutputMember.of(structure.getClass(), field))
                .toList());
    }

    void write(SdkPojo structure, XmlBuffer xml) {
        for (OutputMember member : members) {
            member.write(structure, xml);
        }
    }
}
