package io.claviger.policy.corpus;

import io.claviger.policy.document.PolicyType;
import org.jspecify.annotations.Nullable;

/** What policies of one kind say of the request. */
enum Say {
    /** There are none. */
    ABSENT("absent"),
    /** They speak of something else. */
    NOTHING("silent"),
    /** One statement allows. */
    ALLOW("allowing"),
    /** One statement allows, and one denies. */
    DENY("denying");

    static final Verdict NO_IDENTITY = Verdict.missing(PolicyType.IDENTITY);

    private final String word;

    Say(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** A statement of everything. */
    static String statement(String effect, String more) {
        return "{`Effect`: `%s`, `Action`: `*`, `Resource`: `*`%s}".formatted(effect, more);
    }

    static Verdict allowedByIdentity(int statement) {
        return Verdict.ALLOWED.by("IDENTITY/0#" + statement);
    }

    static Verdict deniedByIdentity(int statement) {
        return Verdict.denies(PolicyType.IDENTITY).by("IDENTITY/0#" + statement);
    }

    /** A policy that says so; null if there is none. */
    @Nullable
    String policy(PolicyType type) {
        return this == ABSENT ? null : text(type);
    }

    /** A policy that says so; a silent one if there need be none. */
    String text(PolicyType type) {
        String principal = type.namesPrincipals() ? "`Principal`: `*`, " : "";
        String allow = "{`Effect`: `Allow`, %s`Action`: `%s`, `Resource`: `*`}";
        String deny = "{`Effect`: `Deny`, %s`Action`: `s3:Get*`, `Resource`: `*`}".formatted(principal);
        return switch (this) {
            case ABSENT, NOTHING -> Draft.policy(allow.formatted(principal, "x:y"));
            case ALLOW -> Draft.policy(allow.formatted(principal, "*"));
            case DENY -> Draft.policy(allow.formatted(principal, "*"), deny);
        };
    }
}
