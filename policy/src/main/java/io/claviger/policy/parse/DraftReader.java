package io.claviger.policy.parse;

import io.claviger.policy.document.Element;
import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.Selection;
import io.claviger.policy.document.Term;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.parse.DraftPolicy.DraftSelection;
import io.claviger.policy.parse.DraftPolicy.DraftStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the structure of a policy. */
final class DraftReader {

    private static final Set<String> POLICY = Set.of("Version", "Id", "Statement");

    private final StructureFaults faults;

    DraftReader(StructureFaults faults) {
        this.faults = faults;
    }

    DraftPolicy read(JsonValue root) throws PolicyFault {
        Map<String, JsonMember> members = members(root, POLICY, "A policy");
        JsonMember statements = members.get("Statement");
        if (statements == null) {
            throw faults.noStatement("A policy has a Statement", root.at());
        }
        List<DraftStatement> drafts = new ArrayList<>();
        for (JsonValue statement : Json.elements(statements.value())) {
            drafts.add(statement(statement));
        }
        if (drafts.isEmpty()) {
            throw faults.noStatement(
                    "A policy has at least one statement", statements.value().at());
        }
        Term id = optionalText(members.get("Id"));
        return new DraftPolicy(version(members.get("Version")), id == null ? null : id.text(), drafts, root.at());
    }

    private LanguageVersion version(@Nullable JsonMember member) throws PolicyFault {
        Term term = optionalText(member);
        if (term == null) {
            return LanguageVersion.V2008_10_17;
        }
        LanguageVersion version = LanguageVersion.of(term.text());
        if (version == null) {
            throw faults.version("Version is 2012-10-17 or 2008-10-17", term.at());
        }
        return version;
    }

    private DraftStatement statement(JsonValue value) throws PolicyFault {
        Map<String, JsonMember> members = members(value, Element.NAMES, "A statement");
        Term effect = optionalText(members.get(Element.EFFECT.text()));
        if (effect == null) {
            throw faults.noEffect("A statement has an Effect", value.at());
        }
        if (!effect.text().equalsIgnoreCase("Allow") && !effect.text().equalsIgnoreCase("Deny")) {
            throw PolicyFault.syntax("Effect is Allow or Deny", effect.at());
        }
        JsonMember principal = oneOf(members, Element.PRINCIPAL, Element.NOT_PRINCIPAL);
        JsonMember condition = members.get(Element.CONDITION.text());
        return new DraftStatement(
                optionalText(members.get(Element.SID.text())),
                effect,
                principal == null ? null : DraftPrincipalReader.read(principal),
                selection(oneOf(members, Element.ACTION, Element.NOT_ACTION)),
                selection(oneOf(members, Element.RESOURCE, Element.NOT_RESOURCE)),
                condition == null ? List.of() : DraftConditions.read(condition.value(), faults),
                value.span());
    }

    private static DraftSelection selection(@Nullable JsonMember member) throws PolicyFault {
        if (member == null) {
            return new DraftSelection(new Selection(false, List.of()), null);
        }
        List<Term> terms = new ArrayList<>();
        for (JsonValue element : Json.elements(member.value())) {
            terms.add(Json.text(element, member.name()));
        }
        return new DraftSelection(new Selection(member.name().startsWith("Not"), terms), member.nameAt());
    }

    private static @Nullable JsonMember oneOf(Map<String, JsonMember> members, Element one, Element other)
            throws PolicyFault {
        JsonMember first = members.get(one.text());
        JsonMember second = members.get(other.text());
        if (first != null && second != null) {
            throw PolicyFault.syntax(
                    "A statement has either " + one.text() + " or " + other.text() + ", not both", second.nameAt());
        }
        return second == null ? first : second;
    }

    private static Map<String, JsonMember> members(JsonValue value, Set<String> known, String what) throws PolicyFault {
        Map<String, JsonMember> members = new LinkedHashMap<>();
        for (JsonMember member : Json.object(value, what).members()) {
            if (!known.contains(member.name())) {
                throw PolicyFault.syntax(what + " has no element " + member.name(), member.nameAt());
            }
            members.put(member.name(), member);
        }
        return members;
    }

    private static @Nullable Term optionalText(@Nullable JsonMember member) throws PolicyFault {
        return member == null ? null : Json.text(member.value(), member.name());
    }
}
