package io.claviger.policy.validation;

import io.claviger.policy.document.Element;
import io.claviger.policy.validation.StatementView.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statement IDs: what they are made of, and that no two are the same. */
final class SidChecks implements PolicyChecks {

    @Override
    public void check(PolicyView policy, Scope scope) {
        boolean ofIam = scope.identity() || policy.trust();
        Map<String, List<Location>> places = new LinkedHashMap<>();
        for (StatementView statement : policy.statements()) {
            Member sid = statement.elements().get(Element.SID.text());
            if (sid == null || !sid.value().isText()) {
                continue;
            }
            String text = sid.value().text();
            Location place = sid.value().location();
            if (text.isEmpty()) {
                scope.report().add(Check.EMPTY_SID_VALUE, "Add a value to the empty string in the Sid element.", place);
            } else if ((ofIam || scope.control()) && !text.chars().allMatch(SidChecks::inSid)) {
                scope.report()
                        .add(
                                Check.UNSUPPORTED_SID,
                                "Update the characters in the Sid element to use one of the following character types:"
                                        + " [a-z, A-Z, 0-9]",
                                place);
            }
            if (!text.isEmpty()) {
                places.computeIfAbsent(text, same -> new ArrayList<>()).add(place);
            }
        }
        for (List<Location> same : places.values()) {
            if (same.size() > 1) {
                duplicate(scope, ofIam, same);
            }
        }
    }

    private static void duplicate(Scope scope, boolean forbidden, List<Location> places) {
        if (forbidden) {
            scope.report()
                    .add(
                            Check.UNIQUE_SIDS_REQUIRED,
                            "Duplicate statement IDs are not supported for this policy type. Update the Sid value.",
                            places);
        } else {
            scope.report()
                    .add(
                            Check.UNIQUE_SIDS_RECOMMENDED,
                            "We recommend that you use statement IDs that are unique to your policy. Update the Sid"
                                    + " value.",
                            places);
        }
    }

    private static boolean inSid(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
