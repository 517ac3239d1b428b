package io.claviger.policycli;

import io.claviger.policy.decision.ExplainedStatement;
import io.claviger.policy.decision.Mismatch;
import io.claviger.policy.decision.Mismatch.OfAction;
import io.claviger.policy.decision.Mismatch.OfCondition;
import io.claviger.policy.decision.Mismatch.OfPrincipal;
import io.claviger.policy.decision.Mismatch.OfResource;
import io.claviger.policy.document.Condition;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision.Denied;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Decisions as a program reads them; the documentation of the command describes the shape. */
final class DecisionJson {

    private final JsonGenerator json;

    private DecisionJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(List<Answer> answers) {
        return Json.object(json -> Json.objects(json, "decisions", answers, new DecisionJson(json)::answer));
    }

    private void answer(Answer answer) {
        Question question = answer.question();
        json.writeStringProperty("principal", question.principal().name());
        json.writeStringProperty("action", question.action());
        json.writeStringProperty("resource", question.resource());
        json.writeStringProperty("decision", answer.word());
        if (answer.explanation().decision() instanceof Denied denied) {
            json.writeStringProperty("policyType", PolicyKind.of(denied.type()).word());
        }
        json.writeStringProperty("reason", answer.reason());
        Json.text(json, "message", answer.message());
        ExplainedStatement decisive = answer.decisive();
        if (decisive != null) {
            json.writeObjectPropertyStart("decidedBy");
            place(decisive);
            json.writeEndObject();
        }
        json.writeObjectPropertyStart("context");
        question.keys().forEach(this::value);
        json.writeEndObject();
        String principal = question.principal().name();
        Json.objects(json, "statements", answer.explanation().statements(), each -> statement(each, principal));
    }

    private void value(String key, ContextValue value) {
        switch (value) {
            case ContextValue.Text(String text) -> json.writeStringProperty(key, text);
            case ContextValue.Texts(List<String> texts) -> Json.texts(json, key, texts);
        }
    }

    private void place(ExplainedStatement explained) {
        json.writeStringProperty("policyType", PolicyKind.of(explained.type()).word());
        json.writeStringProperty("policy", explained.statement().policy());
        json.writeNumberProperty("index", explained.statement().index());
        Json.text(json, "sid", explained.statement().sid());
    }

    private void statement(ExplainedStatement explained, String principal) {
        place(explained);
        json.writeNumberProperty("level", explained.level());
        json.writeStringProperty("effect", StatementText.effect(explained.effect()));
        Json.span(json, explained.span());
        Mismatch mismatch = explained.mismatch();
        json.writeBooleanProperty("matched", mismatch == null);
        if (!explained.heldByAbsence().isEmpty()) {
            Json.objects(json, "heldByAbsence", explained.heldByAbsence(), this::held);
        }
        if (mismatch != null) {
            json.writeObjectPropertyStart("mismatch");
            mismatch(mismatch, principal);
            json.writeStringProperty("text", MismatchText.of(mismatch, principal));
            json.writeEndObject();
        }
    }

    private void held(Condition condition) {
        json.writeStringProperty("operator", condition.operatorName());
        json.writeStringProperty("key", condition.key());
    }

    private void mismatch(Mismatch mismatch, String principal) {
        switch (mismatch) {
            case OfPrincipal(boolean excluding, var terms, var _) ->
                compared(
                        excluding ? "NotPrincipal" : "Principal",
                        terms.stream()
                                .map(term ->
                                        term.everybody() ? "*" : term.kind().member() + ':' + term.text())
                                .toList(),
                        principal);
            case OfAction(boolean excluding, var patterns, String action) ->
                compared(excluding ? "NotAction" : "Action", patterns, action);
            case OfResource(boolean excluding, var patterns, String resource, var unresolved) -> {
                compared(excluding ? "NotResource" : "Resource", patterns, resource);
                Json.texts(json, "variablesWithoutValue", unresolved);
            }
            case OfCondition(String operator, String key, var values, var actual, var unresolved) -> {
                json.writeStringProperty("element", "Condition");
                json.writeStringProperty("operator", operator);
                json.writeStringProperty("key", key);
                Json.texts(json, "listed", values);
                if (actual != null) {
                    value("requested", actual);
                }
                Json.texts(json, "variablesWithoutValue", unresolved);
            }
        }
    }

    private void compared(String element, List<String> listed, String requested) {
        json.writeStringProperty("element", element);
        Json.texts(json, "listed", listed);
        json.writeStringProperty("requested", requested);
    }
}
