package io.claviger.policy.validation;

import java.util.Set;

/** Reports what is not of the JSON type that it must be, and elements that do not exist. */
final class Structure {

    private final Report report;

    Structure(Report report) {
        this.report = report;
    }

    /** Whether the value is a string, as it must be. */
    boolean text(Node node) {
        if (!node.isText()) {
            mismatch(node, "string");
        }
        return node.isText();
    }

    void mismatch(Node node, String expected) {
        report.add(
                Check.DATA_TYPE_MISMATCH,
                "The text does not match the expected JSON data type " + expected + '.',
                node.location());
    }

    void unknown(Location key, String name, Set<String> known) {
        String meant = known.stream()
                .filter(name::equalsIgnoreCase)
                .map(element -> " Did you mean " + element + '?')
                .findFirst()
                .orElse("");
        report.add(Check.INVALID_POLICY_ELEMENT, "The policy element " + name + " is not valid." + meant, key);
    }
}
