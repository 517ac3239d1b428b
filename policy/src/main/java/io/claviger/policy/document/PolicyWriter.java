package io.claviger.policy.document;

import io.claviger.policy.document.PrincipalTerm.Kind;
import io.claviger.policy.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes policies as JSON, always in the same form: the elements in the order of AWS's grammar, statements in an array, a
 * list of one value as that value, the version always said, numbers and booleans as strings. What is written parses to the
 * same policy, places apart. For one policy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON
 *     policy language</a>
 */
public final class PolicyWriter {

    private final JsonWriter json;

    private PolicyWriter(boolean indented) {
        this.json = new JsonWriter(indented);
    }

    /** A policy's text without any white space, as short as it can be stored. */
    public static String compact(PolicyDocument document) {
        return new PolicyWriter(false).write(document);
    }

    /** A policy's text, one value a line, indented by four spaces, without a line end after it. */
    public static String indented(PolicyDocument document) {
        return new PolicyWriter(true).write(document);
    }

    private String write(PolicyDocument document) {
        json.beginObject();
        member("Version", document.version().text());
        if (document.id() != null) {
            member("Id", document.id());
        }
        json.name("Statement");
        json.beginArray();
        for (Statement statement : document.statements()) {
            json.element();
            write(statement, document.type());
        }
        json.endArray();
        json.endObject();
        return json.toString();
    }

    private void write(Statement statement, PolicyType type) {
        json.beginObject();
        if (statement.sid() != null) {
            member("Sid", statement.sid());
        }
        member("Effect", statement.effect() == Effect.ALLOW ? "Allow" : "Deny");
        if (statement.principals() != null) {
            write(statement.principals(), type);
        }
        write("Action", statement.actions());
        // A trust policy's resource is its role, which it need not name.
        if (!statement.resources().terms().isEmpty()) {
            write("Resource", statement.resources());
        }
        if (!statement.conditions().isEmpty()) {
            write(statement.conditions());
        }
        json.endObject();
    }

    /** Writes everybody as {@code "*"}, except in trust policies, which name them under {@code AWS} alone. */
    private void write(PrincipalSelection principals, PolicyType type) {
        json.name(principals.excluding() ? "NotPrincipal" : "Principal");
        List<PrincipalTerm> terms = principals.terms();
        if (type != PolicyType.TRUST && terms.size() == 1 && terms.getFirst().everybody()) {
            json.text("*");
            return;
        }
        json.beginObject();
        terms.stream().map(PrincipalTerm::kind).distinct().forEach(kind -> {
            json.name(kind.member());
            values(named(terms, kind));
        });
        json.endObject();
    }

    private static List<String> named(List<PrincipalTerm> terms, Kind kind) {
        return terms.stream()
                .filter(term -> term.kind() == kind)
                .map(PrincipalTerm::text)
                .toList();
    }

    private void write(String name, Selection selection) {
        json.name(selection.excluding() ? "Not" + name : name);
        values(texts(selection.terms()));
    }

    private void write(List<Condition> conditions) {
        Map<String, Map<String, List<String>>> byOperator = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            byOperator
                    .computeIfAbsent(condition.operatorName(), _ -> new LinkedHashMap<>())
                    .put(condition.key(), texts(condition.values()));
        }
        json.name("Condition");
        json.beginObject();
        byOperator.forEach((operator, keys) -> {
            json.name(operator);
            json.beginObject();
            keys.forEach((key, values) -> {
                json.name(key);
                values(values);
            });
            json.endObject();
        });
        json.endObject();
    }

    private void member(String name, String value) {
        json.name(name);
        json.text(value);
    }

    private void values(List<String> values) {
        if (values.size() == 1) {
            json.text(values.getFirst());
        } else {
            json.texts(values);
        }
    }

    private static List<String> texts(List<Term> terms) {
        return terms.stream().map(Term::text).toList();
    }
}
