package io.claviger.policy.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that can be evaluated. Made by {@code PolicyParser}. Immutable.
 *
 * @param text the policy as it was written
 * @param size the number of its characters that are not white space (U+0009, U+000A, U+000D, U+0020), which is what the
 *     quotas of IAM count
 * @param type what it was parsed as
 * @param version the version of the language it is written in
 * @param id its {@code Id}
 * @param statements its statements, at least one
 */
public record PolicyDocument(
        String text,
        int size,
        PolicyType type,
        LanguageVersion version,
        @Nullable String id,
        List<Statement> statements)
        implements ParsedPolicy {

    /** Copies the list of statements. */
    public PolicyDocument {
        statements = List.copyOf(statements);
    }
}
