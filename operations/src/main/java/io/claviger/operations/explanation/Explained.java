package io.claviger.operations.explanation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided, and why. Immutable.
 *
 * @param reason the decision in a sentence
 * @param statements those that matched: first those that settled the decision
 * @param path how the one who asks came by what settled it
 * @param missing the shortest policy that would have allowed it; empty if it is allowed, or if more than an identity policy
 *     is missing
 * @param layers what each kind of policies came to by itself
 */
public record Explained(
        Outcome outcome,
        String reason,
        List<Matched> statements,
        List<Step> path,
        Optional<String> missing,
        List<Layer> layers) {

    /** Copies the lists. */
    public Explained {
        statements = List.copyOf(statements);
        path = List.copyOf(path);
        layers = List.copyOf(layers);
    }

    /** What a decision is. */
    public enum Outcome {
        ALLOWED("allowed"),
        EXPLICIT_DENY("explicitDeny"),
        IMPLICIT_DENY("implicitDeny");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** The word for it in answers. */
        public String word() {
            return word;
        }
    }

    /**
     * A policy that binds somebody.
     *
     * @param arn null for an inline policy, and for one of a resource
     * @param type as what it was evaluated, such as {@code identity policy}
     * @param owner whose it is, such as {@code group admins}; for a managed policy to whom it is attached
     */
    public record Policy(@Nullable String arn, String name, String type, String owner) {}

    /**
     * A place in a text.
     *
     * @param line counted from 1; a line ends with U+000A
     * @param column counted from 1, in UTF-16 code units
     */
    public record Place(int line, int column) {}

    /**
     * A statement that matched.
     *
     * @param isDeny what it does
     * @param start where it begins in the document
     * @param end the character after its last one
     * @param document the policy's text
     */
    public record Matched(
            Policy policy, @Nullable String sid, boolean isDeny, Place start, Place end, String document) {}

    /**
     * A step on the way.
     *
     * @param kind {@code account}, {@code user}, {@code group}, {@code role}, {@code session}, {@code policy} or {@code
     *     boundary}
     */
    public record Step(String kind, String name, @Nullable String arn) {}

    /** What the policies of one kind came to. */
    public record Layer(String name, Outcome outcome) {}
}
