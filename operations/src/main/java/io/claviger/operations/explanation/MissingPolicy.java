package io.claviger.operations.explanation;

import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.json.JsonWriter;

/** The shortest policy that allows what a question asks about, and nothing else. */
public final class MissingPolicy {

    private MissingPolicy() {}

    public static String of(Question question) {
        Action known = ServiceCatalog.aws().action(question.action());
        boolean takesNone = known != null && known.resources().isEmpty();
        JsonWriter json = new JsonWriter(true);
        json.beginObject();
        json.name("Version");
        json.text("2012-10-17");
        json.name("Statement");
        json.beginArray();
        json.element();
        json.beginObject();
        json.name("Effect");
        json.text("Allow");
        json.name("Action");
        json.text(known == null ? question.action() : known.qualifiedName());
        json.name("Resource");
        json.text(takesNone ? "*" : question.resource());
        json.endObject();
        json.endArray();
        json.endObject();
        return json.toString();
    }
}
