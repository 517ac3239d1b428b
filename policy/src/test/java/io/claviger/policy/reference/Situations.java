package io.claviger.policy.reference;

import io.claviger.policy.corpus.RecordedDecision;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Requester;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From recorded decisions to situations. */
public final class Situations {

    /** Who asks if it does not matter which user asks. */
    public static final Requester SOMEBODY =
            new Requester.User("123456789012", "arn:aws:iam::123456789012:user/bob", "AIDABBBBBBBBBBBBBBBBB");

    private Situations() {}

    /** What a recorded decision is asked of. */
    public static Situation situation(RecordedDecision recorded) {
        Map<String, ContextValue> lower = new HashMap<>();
        recorded.context().forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
        return new Situation(
                recorded.requester() == null ? SOMEBODY : recorded.requester(),
                documents(recorded.policies(), PolicyType.IDENTITY),
                recorded.boundary() == null
                        ? null
                        : Policies.parsed(recorded.boundary(), PolicyType.PERMISSIONS_BOUNDARY),
                recorded.session() == null ? null : documents(recorded.session(), PolicyType.SESSION),
                levels(recorded.serviceControls(), PolicyType.SERVICE_CONTROL),
                recorded.owner() == null ? null : owner(recorded.owner()),
                recorded.action(),
                recorded.resource(),
                lower);
    }

    private static Situation.Owner owner(RecordedDecision.Owner owner) {
        return new Situation.Owner(
                owner.accountId(),
                owner.policy() == null ? null : Policies.parsed(owner.policy(), owner.type()),
                levels(owner.controls(), PolicyType.RESOURCE_CONTROL),
                owner.explicitTrust());
    }

    private static List<PolicyDocument> documents(List<String> texts, PolicyType type) {
        return texts.stream().map(text -> Policies.parsed(text, type)).toList();
    }

    private static List<List<PolicyDocument>> levels(List<List<String>> levels, PolicyType type) {
        return levels.stream().map(level -> documents(level, type)).toList();
    }
}
