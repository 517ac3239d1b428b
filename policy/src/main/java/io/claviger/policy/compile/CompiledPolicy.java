package io.claviger.policy.compile;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import java.util.List;

/**
 * A policy, ready to be evaluated; it may be shared by all the principals it is attached to. Immutable, and safe for use
 * by many threads.
 */
public final class CompiledPolicy {

    private final String name;
    private final PolicyType type;
    private final String text;
    private final List<CompiledStatement> statements;
    private final ActionIndex denying;
    private final ActionIndex allowing;

    private CompiledPolicy(String name, PolicyDocument document, List<CompiledStatement> statements) {
        this.name = name;
        this.type = document.type();
        this.text = document.text();
        this.statements = statements;
        this.denying = index(statements, true);
        this.allowing = index(statements, false);
    }

    private static ActionIndex index(List<CompiledStatement> statements, boolean denying) {
        ActionIndex.Builder index = new ActionIndex.Builder();
        statements.stream().filter(statement -> statement.denies() == denying).forEach(index::add);
        return index.build();
    }

    /**
     * Compiles a policy.
     *
     * @param name what decisions call it, such as its ARN
     * @param document the policy
     */
    public static CompiledPolicy compile(String name, PolicyDocument document) {
        List<CompiledStatement> statements = document.statements().stream()
                .map(statement -> new CompiledStatement(name, statement, document))
                .toList();
        return new CompiledPolicy(name, document, statements);
    }

    /** What decisions call the policy. */
    public String name() {
        return name;
    }

    /** What it was parsed as. */
    public PolicyType type() {
        return type;
    }

    /** The policy as it was written. */
    public String text() {
        return text;
    }

    /** Its statements in the order of the text. */
    public List<CompiledStatement> statements() {
        return statements;
    }

    ActionIndex denying() {
        return denying;
    }

    ActionIndex allowing() {
        return allowing;
    }

    @Override
    public String toString() {
        return name;
    }
}
