package io.claviger.policy.reference;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.reference.Situation.Owner;
import java.util.List;
import java.util.Map;

/** A situation for a person to read, policies as they were written. */
public final class SituationText {

    private SituationText() {}

    /** One line for each part. */
    public static String of(Situation situation) {
        StringBuilder text = new StringBuilder();
        line(text, "requester", situation.requester());
        line(text, "action", situation.action());
        line(text, "resource", situation.resource());
        line(text, "context", Map.copyOf(situation.context()));
        line(text, "identity", texts(situation.identity()));
        line(text, "boundary", situation.boundary() == null ? "none" : texts(List.of(situation.boundary())));
        line(text, "session", situation.session() == null ? "none" : texts(situation.session()));
        line(text, "service controls", levels(situation.serviceControls()));
        Owner owner = situation.owner();
        if (owner != null) {
            line(text, "owner", owner.accountId() + (owner.explicitTrust() ? ", explicit trust" : ""));
            line(text, "resource's policy", owner.policy() == null ? "none" : texts(List.of(owner.policy())));
            line(text, "resource controls", levels(owner.controls()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String part, Object value) {
        text.append("\n  ").append(part).append(": ").append(value);
    }

    private static List<List<String>> levels(List<List<PolicyDocument>> levels) {
        return levels.stream().map(SituationText::texts).toList();
    }

    private static List<String> texts(List<PolicyDocument> documents) {
        return documents.stream().map(PolicyDocument::text).toList();
    }
}
