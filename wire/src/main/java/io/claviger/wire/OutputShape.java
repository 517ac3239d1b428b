package io.claviger.wire;

import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A structure of a response, and how it is written. Immutable.
 *
 * @param members in the model's order
 * @param sorted the same by name
 */
record OutputShape(List<OutputMember> members, List<OutputMember> sorted) {

    static OutputShape of(SdkPojo structure) {
        List<OutputMember> members = structure.sdkFields().stream()
                .map(field -> OutputMember.of(structure.getClass(), field))
                .toList();
        return new OutputShape(
                members,
                members.stream()
                        .sorted(Comparator.comparing(member -> member.name().text()))
                        .toList());
    }

    void write(SdkPojo structure, AnswerBuffer answer) {
        answer.openStructure();
        for (OutputMember member : answer.sortsMembers() ? sorted : members) {
            member.write(structure, answer);
        }
        answer.closeStructure();
    }
}
