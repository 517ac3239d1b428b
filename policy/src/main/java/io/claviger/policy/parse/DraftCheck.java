package io.claviger.policy.parse;

import io.claviger.policy.condition.Family;
import io.claviger.policy.document.Condition;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.parse.DraftPolicy.DraftPrincipals;
import io.claviger.policy.parse.DraftPolicy.DraftStatement;
import io.claviger.policy.pattern.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what a draft says, in the order in which AWS reports, and makes the policy. */
final class DraftCheck {

    private final PolicyType type;
    private final Partitions partitions;

    DraftCheck(PolicyType type, Partitions partitions) {
        this.type = type;
        this.partitions = partitions;
    }

    PolicyDocument complete(DraftPolicy draft, String text, LanguageVersion atLeast) throws PolicyFault {
        if (draft.version().compareTo(atLeast) < 0) {
            throw new PolicyFault("Policy document must be version " + atLeast.text() + " or greater.", draft.at());
        }
        List<DraftStatement> statements = draft.statements();
        for (DraftStatement statement : statements) {
            PrincipalCheck.check(statement, type);
            if (!type.namesResources()) {
                ResourceCheck.absent(statement.resources());
            }
        }
        for (DraftStatement statement : statements) {
            legacy(statement, draft.version());
        }
        sids(statements);
        for (DraftStatement statement : statements) {
            ActionCheck.present(statement, type);
        }
        for (DraftStatement statement : statements) {
            ResourceCheck.wellFormed(statement.resources().selection(), partitions);
        }
        for (DraftStatement statement : statements) {
            ActionCheck.wellFormed(statement.actions().selection());
            if (type == PolicyType.TRUST) {
                ActionCheck.assuming(statement.actions().selection());
            }
        }
        for (DraftStatement statement : statements) {
            if (type.namesResources()) {
                ResourceCheck.present(statement);
            }
            if (type == PolicyType.SERVICE_CONTROL || type == PolicyType.RESOURCE_CONTROL) {
                ResourceCheck.whole(statement.resources().selection(), type);
            }
            variables(statement, draft.version());
        }
        return new PolicyDocument(text, size(text), type, draft.version(), draft.id(), finished(statements));
    }

    private void legacy(DraftStatement statement, LanguageVersion version) throws PolicyFault {
        String effect = statement.effect().text();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw PolicyFault.legacy(
                    "Effect is written Allow or Deny", statement.effect().at());
        }
        for (Condition condition : statement.conditions()) {
            Family family = condition.operator().kind().family();
            for (Term value : condition.values()) {
                if (!family.accepts(value.text(), version.hasVariables())) {
                    throw PolicyFault.legacy(
                            condition.operatorName() + " takes no value such as \"" + value.text() + "\"", value.at());
                }
            }
        }
        ResourceCheck.legacy(statement.resources().selection(), partitions);
    }

    private void sids(List<DraftStatement> statements) throws PolicyFault {
        Set<String> sids = new HashSet<>();
        for (DraftStatement statement : statements) {
            Term sid = statement.sid();
            if (sid == null) {
                continue;
            }
            // other services than IAM take any text: the first policy of a KMS key has spaces in it
            if (type != PolicyType.RESOURCE && !sid.text().chars().allMatch(DraftCheck::alphanumeric)) {
                throw new PolicyFault(
                        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular"
                                + " expression [0-9A-Za-z]*",
                        sid.at());
            }
            if (!sid.text().isEmpty() && !sids.add(sid.text())) {
                throw new PolicyFault(
                        type == PolicyType.TRUST
                                ? "The Statement Ids in the policy are not unique"
                                : "Statement IDs (SID) in a single policy must be unique.",
                        sid.at());
            }
        }
    }

    private static boolean alphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static void variables(DraftStatement statement, LanguageVersion version) throws PolicyFault {
        if (!version.hasVariables()) {
            return;
        }
        List<Term> terms = new ArrayList<>(statement.resources().terms());
        for (Condition condition : statement.conditions()) {
            if (condition.operator().kind().family().takesVariables()) {
                terms.addAll(condition.values());
            }
        }
        for (Term term : terms) {
            if (Template.of(term.text(), true, true).malformed()) {
                throw new PolicyFault("The policy variable in \"" + term.text() + "\" is not well-formed.", term.at());
            }
        }
    }

    private static int size(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                size++;
            }
        }
        return size;
    }

    private static List<Statement> finished(List<DraftStatement> drafts) {
        List<Statement> statements = new ArrayList<>();
        for (DraftStatement draft : drafts) {
            Term sid = draft.sid();
            DraftPrincipals principals = draft.principals();
            statements.add(new Statement(
                    statements.size(),
                    sid == null ? null : sid.text(),
                    draft.effect().text().equals("Allow") ? Effect.ALLOW : Effect.DENY,
                    principals == null ? null : principals.selection(),
                    draft.actions().selection(),
                    draft.resources().selection(),
                    draft.conditions(),
                    draft.span()));
        }
        return statements;
    }
}
