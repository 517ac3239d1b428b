package io.claviger.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one request breaks of its model's constraints and says it as AWS does: all of it in one message. For one
 * thread.
 */
final class ConstraintChecks {

    private final Service service;
    private @Nullable List<String> violations;
    private @Nullable WireError sentence;

    ConstraintChecks(Service service) {
        this.service = service;
    }

    /** What to answer; null when nothing is broken. */
    @Nullable
    WireError verdict() {
        if (sentence != null || violations == null) {
            return sentence;
        }
        String count = violations.size() == 1 ? "1 validation error" : violations.size() + " validation errors";
        return WireError.validation(count + " detected: " + String.join("; ", violations));
    }

    void absent(InputMember member, @Nullable MemberPath parent) {
        if (member.constraint().required()) {
            String value = Quirks.repeatsTexts(service) ? "Value null" : "Value";
            add(value, MemberPath.of(parent, member), Constraint.NOT_NULL);
        }
    }

    void text(InputMember member, @Nullable MemberPath parent, String value) {
        Constraint constraint = member.constraint();
        if (constraint.allows(value)) {
            return;
        }
        MemberPath path = MemberPath.of(parent, member);
        ValuePattern pattern = constraint.pattern();
        String patternDemand = pattern == null || pattern.matches(value) ? null : Constraint.patternDemand(pattern);
        if (patternDemand != null && parent == null && sentence == null) {
            sentence = ownSentence(member, path);
        }
        String shown = shown(member, value, Quirks.repeatsTexts(service));
        if (Quirks.patternComesFirst(service)) {
            addIfBroken(shown, path, patternDemand);
        }
        addIfBroken(shown, path, constraint.tooLong(value));
        addIfBroken(shown, path, constraint.tooShort(value));
        if (!Quirks.patternComesFirst(service)) {
            addIfBroken(shown, path, patternDemand);
        }
        if (!constraint.values().isEmpty() && !constraint.values().contains(value)) {
            add(shown, path, Constraint.ONE_OF_THE_VALUES);
        }
    }

    void number(InputMember member, @Nullable MemberPath parent, long value) {
        Constraint constraint = member.constraint();
        if (constraint.tooGreat(value, "value") != null || constraint.tooSmall(value, "value") != null) {
            MemberPath path = MemberPath.of(parent, member);
            String shown = shown(member, Long.toString(value), true);
            addIfBroken(shown, path, constraint.tooGreat(value, "value"));
            addIfBroken(shown, path, constraint.tooSmall(value, "value"));
        }
    }

    void size(InputMember member, MemberPath path, int size) {
        addIfBroken("Value", path, member.constraint().tooGreat(size, "length"));
        addIfBroken("Value", path, member.constraint().tooSmall(size, "length"));
    }

    /** The texts in a list: however many are wrong, they are one violation, of the list. */
    void elements(InputMember list, InputMember element, MemberPath path, List<?> values) {
        if (values.stream()
                .allMatch(value ->
                        !(value instanceof String text) || element.constraint().allows(text))) {
            return;
        }
        boolean repeats = Quirks.repeatsTexts(service) && !element.sensitive();
        add(
                shown(list, values.toString(), repeats),
                path,
                "Member must satisfy constraint: " + element.constraint().enumerated());
    }

    /** The keys of a map, likewise; and its values, where they are texts. */
    void entries(InputMember map, InputMember element, MemberPath path, Map<String, ?> entries) {
        if (!entries.keySet().stream().allMatch(map.keys()::allows)) {
            add("Value", path, "Map keys must satisfy constraint: " + map.keys().enumerated());
        }
        if (!entries.values().stream()
                .allMatch(value ->
                        !(value instanceof String text) || element.constraint().allows(text))) {
            add(
                    "Value",
                    path,
                    "Map value must satisfy constraint: " + element.constraint().enumerated());
        }
    }

    private @Nullable WireError ownSentence(InputMember member, MemberPath path) {
        String own = Quirks.patternSentence(service, member);
        return own == null ? null : WireError.validation("The specified value for " + path + " is invalid. " + own);
    }

    private static String shown(InputMember member, String value, boolean repeats) {
        return repeats && !member.sensitive() ? "Value '" + Echo.of(value) + "'" : "Value";
    }

    private void addIfBroken(String shown, MemberPath path, @Nullable String demand) {
        if (demand != null) {
            add(shown, path, demand);
        }
    }

    private void add(String shown, MemberPath path, String demand) {
        if (violations == null) {
            violations = new ArrayList<>();
        }
        violations.add(shown + " at '" + path + "' failed to satisfy constraint: " + demand);
    }
}
