package io.claviger.policy.validation;

import io.claviger.policy.document.Effect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a statement.
 *
 * @param node the statement
 * @param elements its members by name
 * @param effect null if it is missing or neither of the two
 * @param actions null without {@code Action} and {@code NotAction}
 * @param resources null without {@code Resource} and {@code NotResource}
 * @param principals null without {@code Principal} and {@code NotPrincipal}
 * @param conditions one for each key under each operator
 */
record StatementView(
        Node node,
        Map<String, Member> elements,
        @Nullable Effect effect,
        @Nullable Choice actions,
        @Nullable Choice resources,
        @Nullable Principals principals,
        List<ConditionView> conditions) {

    /**
     * A member of a statement.
     *
     * @param key where its name stands
     * @param value its value
     */
    record Member(Location key, Node value) {}

    /**
     * Strings under {@code Action} or {@code Resource}, or under their opposites.
     *
     * @param texts the strings
     * @param not whether they are excluded
     * @param element the member they stand in
     */
    record Choice(List<Node> texts, boolean not, Member element) {}

    /**
     * The principals of a statement.
     *
     * @param named who, with the key they stand under
     * @param everybody whether the value is {@code "*"} and not an object
     * @param not whether they are excluded
     * @param element the member they stand in
     */
    record Principals(List<PrincipalView> named, boolean everybody, boolean not, Member element) {}

    /**
     * A principal.
     *
     * @param kind the key: {@code AWS}, {@code Service}, {@code Federated} or {@code CanonicalUser}
     * @param value who
     */
    record PrincipalView(String kind, Node value) {}

    boolean allows() {
        return effect == Effect.ALLOW;
    }

    boolean denies() {
        return effect == Effect.DENY;
    }

    /** The conditions on a key, in any case of letters. */
    List<ConditionView> on(String key) {
        return conditions.stream().filter(condition -> condition.on(key)).toList();
    }

    boolean has(String key) {
        return conditions.stream().anyMatch(condition -> condition.on(key));
    }
}
