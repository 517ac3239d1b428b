package io.claviger.policy.document;

/** What a text under {@code AWS} of a {@code Principal} stands for. Immutable. */
public sealed interface AwsPrincipal {

    /** Everybody, anonymous callers too. */
    record Everybody() implements AwsPrincipal {}

    /** An account, and with it all its principals. */
    record AccountNumber(String accountId) implements AwsPrincipal {}

    /** A user or a role, by its ARN. */
    record UserOrRole(String arn) implements AwsPrincipal {}

    /** One session of a role or of a federated user, by its ARN. */
    record SessionNamed(String arn) implements AwsPrincipal {}

    /** A user or a role, by the ID that is never given to another one. */
    record UniqueId(String id) implements AwsPrincipal {}
}
