package io.claviger.policy.document;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The elements of a statement.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">JSON policy elements</a>
 */
public enum Element {
    SID("Sid"),
    EFFECT("Effect"),
    PRINCIPAL("Principal"),
    NOT_PRINCIPAL("NotPrincipal"),
    ACTION("Action"),
    NOT_ACTION("NotAction"),
    RESOURCE("Resource"),
    NOT_RESOURCE("NotResource"),
    CONDITION("Condition");

    /** The names of all elements. */
    public static final Set<String> NAMES =
            Stream.of(values()).map(Element::text).collect(Collectors.toUnmodifiableSet());

    private final String text;

    Element(String text) {
        this.text = text;
    }

    /** The name as policies write it. */
    public String text() {
        return text;
    }
}
