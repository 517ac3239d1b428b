package io.claviger.operations.language;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.validation.DocumentType;
import io.claviger.policy.validation.Finding;
import io.claviger.policy.validation.PathElement;
import io.claviger.policy.validation.PolicyValidator;
import io.claviger.policy.validation.TextPosition;
import io.claviger.policy.validation.TextSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the validator finds in a policy, place by place as editors count. Thread-safe. */
public final class PolicyFindings {

    private final PolicyValidator validator = new PolicyValidator(ServiceCatalog.aws());

    /**
     * Something found.
     *
     * @param type {@code ERROR}, {@code SECURITY_WARNING}, {@code WARNING} or {@code SUGGESTION}
     * @param code by which programs know it
     * @param message for a person
     * @param line counted from 1; a line ends with U+000A
     * @param column counted from 1, in UTF-16 code units
     * @param endLine of the character after the last one
     * @param endColumn of the character after the last one
     * @param path the way to it, such as {@code Statement[0].Action}
     */
    public record Found(
            String type, String code, String message, int line, int column, int endLine, int endColumn, String path) {}

    /**
     * Validates a text.
     *
     * @param type a name of {@link DocumentType}
     * @return what was found, in the order of the text; empty if there is no such type
     */
    public Optional<List<Found>> of(String text, String type) {
        return Stream.of(DocumentType.values())
                .filter(known -> known.name().equals(type))
                .findAny()
                .map(known -> validator.validate(text, known).stream()
                        .map(PolicyFindings::found)
                        .toList());
    }

    private static Found found(Finding finding) {
        TextSpan span = finding.locations().getFirst().span();
        TextPosition start = span.start();
        TextPosition end = span.end();
        return new Found(
                finding.type().name(),
                finding.issueCode(),
                finding.details(),
                start.line(),
                start.column() + 1,
                end.line(),
                end.column() + 1,
                path(finding.locations().getFirst().path()));
    }

    private static String path(List<PathElement> elements) {
        StringBuilder path = new StringBuilder();
        for (PathElement element : elements) {
            switch (element) {
                case PathElement.Index(int index) ->
                    path.append('[').append(index).append(']');
                case PathElement.Key(String key) -> named(path, key);
                case PathElement.Value(String value) -> named(path, value);
                case PathElement.Substring _ -> {
                    // A part of a text has no name.
                }
            }
        }
        return path.toString();
    }

    private static void named(StringBuilder path, String name) {
        path.append(path.isEmpty() ? "" : ".").append(name);
    }
}
