package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.Statement;
import java.util.Objects;

/** Policies of one statement that tests of principals parse. */
final class StatementTexts {

    private StatementTexts() {}

    static final String CANONICAL_ID = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

    /** A policy with one statement; {@code '} stands for a quote. */
    static ParsedPolicy parse(PolicyType type, String members) {
        return PolicyParser.parse("{'Statement':{%s}}".formatted(members).replace('\'', '"'), type);
    }

    static String message(PolicyType type, String members) {
        ParsedPolicy policy = parse(type, members);
        assertThat(policy).as(members).isInstanceOf(MalformedPolicy.class);
        return ((MalformedPolicy) policy).message();
    }

    static Statement statement(PolicyType type, String members) {
        ParsedPolicy policy = parse(type, members);
        assertThat(policy).as(members).isInstanceOf(PolicyDocument.class);
        return ((PolicyDocument) policy).statements().getFirst();
    }

    static PrincipalSelection principals(PolicyType type, String members) {
        return Objects.requireNonNull(statement(type, members).principals());
    }

    static String bucket(String principal) {
        return "'Effect':'Deny',%s,'Action':'s3:*','Resource':'*'".formatted(principal);
    }

    static String trust(String principal) {
        return "'Effect':'Allow',%s,'Action':'sts:AssumeRole'".formatted(principal);
    }
}
