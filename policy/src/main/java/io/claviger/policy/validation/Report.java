package io.claviger.policy.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in one policy. Not thread safe. */
final class Report {

    /** No policy of a sensible size has more; the rest is left out. */
    private static final int MOST = 10_000;

    private final List<Finding> findings = new ArrayList<>();

    void add(Check check, String details, Location... locations) {
        add(check, details, List.of(locations));
    }

    void add(Check check, String details, List<Location> locations) {
        if (findings.size() < MOST) {
            findings.add(new Finding(check, details, locations));
        }
    }

    /** The findings in the order of the policy, by what each names first. */
    List<Finding> sorted() {
        return findings.stream()
                .sorted(Comparator.comparingInt(
                        finding -> finding.locations().getFirst().span().start().offset()))
                .toList();
    }
}
