package io.claviger.policy;

import io.claviger.policy.DraftPolicy.DraftStatement;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import io.claviger.policy.json.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the structure of a policy. Every fault is a syntax error to AWS. */
final class DraftReader {

    private static final Set<String> POLICY = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private DraftReader() {}

    static DraftPolicy read(JsonValue root) throws PolicyFault {
        Map<String, JsonValue> members = members(root, POLICY);
        JsonValue statements = members.get("Statement");
        if (statements == null) {
            throw PolicyFault.syntax(root.at());
        }
        List<DraftStatement> drafts = new ArrayList<>();
        for (JsonValue statement : statements instanceof JsonArray(var list, var at) ? list : List.of(statements)) {
            drafts.add(statement(statement));
        }
        if (drafts.isEmpty()) {
            throw PolicyFault.syntax(statements.at());
        }
        Term id = optionalText(members.get("Id"));
        return new DraftPolicy(version(members.get("Version")), id == null ? null : id.text(), drafts, root.at());
    }

    private static LanguageVersion version(@Nullable JsonValue value) throws PolicyFault {
        Term term = optionalText(value);
        if (term == null) {
            return LanguageVersion.V2008_10_17;
        }
        LanguageVersion version = LanguageVersion.of(term.text());
        if (version == null) {
            throw PolicyFault.syntax(term.at());
        }
        return version;
    }

    private static DraftStatement statement(JsonValue value) throws PolicyFault {
        Map<String, JsonValue> members = members(value, STATEMENT);
        Term effect = optionalText(members.get("Effect"));
        if (effect == null) {
            throw PolicyFault.syntax(value.at());
        }
        if (!effect.text().equalsIgnoreCase("Allow") && !effect.text().equalsIgnoreCase("Deny")) {
            throw PolicyFault.syntax(effect.at());
        }
        oneOf(members, "Principal", "NotPrincipal");
        JsonValue principal = members.getOrDefault("Principal", members.get("NotPrincipal"));
        return new DraftStatement(
                optionalText(members.get("Sid")),
                effect,
                selection(members, "Action", "NotAction"),
                selection(members, "Resource", "NotResource"),
                DraftConditions.read(members.get("Condition")),
                principal == null ? null : principal.at(),
                value.at());
    }

    private static Selection selection(Map<String, JsonValue> members, String including, String excluding)
            throws PolicyFault {
        oneOf(members, including, excluding);
        JsonValue excluded = members.get(excluding);
        JsonValue value = excluded == null ? members.get(including) : excluded;
        List<Term> terms = new ArrayList<>();
        if (value != null) {
            for (JsonValue element : value instanceof JsonArray(var list, var at) ? list : List.of(value)) {
                terms.add(text(element));
            }
        }
        return new Selection(excluded != null, terms);
    }

    private static void oneOf(Map<String, JsonValue> members, String one, String other) throws PolicyFault {
        JsonValue second = members.get(other);
        if (second != null && members.containsKey(one)) {
            throw PolicyFault.syntax(second.at());
        }
    }

    private static Map<String, JsonValue> members(JsonValue value, Set<String> known) throws PolicyFault {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (JsonMember member : object(value).members()) {
            if (!known.contains(member.name())) {
                throw PolicyFault.syntax(member.nameAt());
            }
            members.put(member.name(), member.value());
        }
        return members;
    }

    static JsonObject object(JsonValue value) throws PolicyFault {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw PolicyFault.syntax(value.at());
    }

    private static @Nullable Term optionalText(@Nullable JsonValue value) throws PolicyFault {
        return value == null ? null : text(value);
    }

    private static Term text(JsonValue value) throws PolicyFault {
        if (value instanceof JsonText(String text, Position at)) {
            return new Term(text, at);
        }
        throw PolicyFault.syntax(value.at());
    }
}
