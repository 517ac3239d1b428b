package io.claviger.policy.decision;

import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.json.JsonWriter;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What DecodeAuthorizationMessage shows of a decision. It says what policies say, which the caller may not be
 * allowed to know. So it goes out sealed, and only those who may decode it see it in the clear. Immutable.
 *
 * @param explanation the decision; of its statements those are shown that settled it
 * @param principalId the caller's unique ID; for a session {@code AROA...:name}
 * @param principalArn their ARN
 * @param action what was asked, with its service
 * @param resource on what
 * @param keys the request's condition keys, by their names as policies write them
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">DecodeAuthorizationMessage</a>
 */
public record AuthorizationMessage(
        Explanation explanation,
        String principalId,
        String principalArn,
        String action,
        String resource,
        Map<String, ContextValue> keys) {

    /** Copies the keys. */
    public AuthorizationMessage {
        keys = Map.copyOf(keys);
    }

    /** The message, as JSON without white space. */
    public String json() {
        JsonWriter json = new JsonWriter(false);
        json.beginObject();
        json.name("allowed");
        json.truth(explanation.decision() instanceof Decision.Allowed);
        json.name("explicitDeny");
        json.truth(explanation.decision() instanceof Decision.ExplicitlyDenied);
        items(json, "matchedStatements", settling(), this::statement);
        // AWS lists here what kept it from evaluating; a request that cannot be evaluated is none here.
        items(json, "failures", List.<String>of(), JsonWriter::text);
        json.name("context");
        context(json);
        json.endObject();
        return json.toString();
    }

    /** Those that deny, or if it is allowed those that grant; to an implicit denial no statement led. */
    private List<ExplainedStatement> settling() {
        return switch (explanation.decision()) {
            case Decision.Allowed _ -> matched(Effect.ALLOW);
            case Decision.ExplicitlyDenied _ -> matched(Effect.DENY);
            case Decision.ImplicitlyDenied _ -> List.of();
        };
    }

    private List<ExplainedStatement> matched(Effect effect) {
        return explanation.matched().stream()
                .filter(statement -> statement.effect() == effect)
                .toList();
    }

    private void statement(JsonWriter json, ExplainedStatement matched) {
        Statement statement = matched.source();
        String sid = statement.sid();
        json.beginObject();
        member(json, "statementId", sid == null ? "" : sid);
        member(json, "effect", matched.effect().name());
        PrincipalSelection principals = statement.principals();
        boolean excluding = principals != null && principals.excluding();
        values(
                json,
                excluding ? "notPrincipals" : "principals",
                principals == null
                        ? List.of(principalId)
                        : principals.terms().stream().map(PrincipalTerm::text).toList());
        values(json, "principalGroups", List.of());
        values(
                json,
                statement.actions().excluding() ? "notActions" : "actions",
                texts(statement.actions().terms()));
        values(
                json,
                statement.resources().excluding() ? "notResources" : "resources",
                texts(statement.resources().terms()));
        items(
                json,
                "conditions",
                statement.conditions(),
                (writer, condition) -> key(writer, condition.key(), texts(condition.values())));
        json.endObject();
    }

    private void context(JsonWriter json) {
        json.beginObject();
        json.name("principal");
        json.beginObject();
        member(json, "id", principalId);
        member(json, "arn", principalArn);
        json.endObject();
        member(json, "action", action);
        member(json, "resource", resource);
        items(
                json,
                "conditions",
                List.copyOf(new TreeMap<>(keys).entrySet()),
                (writer, key) -> key(writer, key.getKey(), texts(key.getValue())));
        json.endObject();
    }

    private static void key(JsonWriter json, String name, List<String> values) {
        json.beginObject();
        member(json, "key", name);
        values(json, "values", values);
        json.endObject();
    }

    private static List<String> texts(List<Term> terms) {
        return terms.stream().map(Term::text).toList();
    }

    private static List<String> texts(ContextValue value) {
        return switch (value) {
            case ContextValue.Text(String text) -> List.of(text);
            case ContextValue.Texts(List<String> texts) -> texts;
        };
    }

    private static void values(JsonWriter json, String name, List<String> values) {
        items(json, name, values, (writer, value) -> {
            writer.beginObject();
            member(writer, "value", value);
            writer.endObject();
        });
    }

    private static <T> void items(JsonWriter json, String name, List<T> items, BiConsumer<JsonWriter, T> each) {
        json.name(name);
        json.beginObject();
        json.name("items");
        json.beginArray();
        for (T item : items) {
            json.element();
            each.accept(json, item);
        }
        json.endArray();
        json.endObject();
    }

    private static void member(JsonWriter json, String name, String value) {
        json.name(name);
        json.text(value);
    }
}
