package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyType;

/** Texts of policies, and what the parser says of them. */
abstract class ParsedTexts {

    /** A policy with one statement; {@code '} stands for a quote. */
    static String policy(String members) {
        return "{'Version':'2012-10-17','Statement':{%s}}".formatted(members).replace('\'', '"');
    }

    static String withCondition(String condition) {
        return policy("'Effect':'Allow','Action':'*','Resource':'*','Condition':" + condition);
    }

    static String message(String text) {
        ParsedPolicy policy = PolicyParser.parse(text, PolicyType.IDENTITY);
        assertThat(policy).as(text).isInstanceOf(MalformedPolicy.class);
        return ((MalformedPolicy) policy).message();
    }
}
