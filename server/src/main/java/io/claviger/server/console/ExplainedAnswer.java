package io.claviger.server.console;

import io.claviger.operations.explanation.Explained;
import io.claviger.operations.explanation.Explained.Layer;
import io.claviger.operations.explanation.Explained.Matched;
import io.claviger.operations.explanation.Explained.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** An explanation as JSON. Lines and columns count from 1, columns in UTF-16 code units. */
record ExplainedAnswer(Explained explained) implements Json.Writing {

    @Override
    public void to(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("decision", explained.outcome().word());
        json.writeStringProperty("reason", explained.reason());
        json.writeArrayPropertyStart("statements");
        explained.statements().forEach(statement -> statement(json, statement));
        json.writeEndArray();
        json.writeArrayPropertyStart("path");
        explained.path().forEach(step -> step(json, step));
        json.writeEndArray();
        explained.missing().ifPresent(document -> {
            json.writeObjectPropertyStart("missing");
            json.writeStringProperty("document", document);
            json.writeEndObject();
        });
        json.writeArrayPropertyStart("layers");
        explained.layers().forEach(layer -> layer(json, layer));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void statement(JsonGenerator json, Matched statement) {
        json.writeStartObject();
        json.writeObjectPropertyStart("policy");
        optional(json, "arn", statement.policy().arn());
        json.writeStringProperty("name", statement.policy().name());
        json.writeStringProperty("type", statement.policy().type());
        json.writeStringProperty("owner", statement.policy().owner());
        json.writeEndObject();
        optional(json, "sid", statement.sid());
        json.writeStringProperty("effect", statement.isDeny() ? "Deny" : "Allow");
        place(json, "start", statement.start());
        place(json, "end", statement.end());
        json.writeStringProperty("document", statement.document());
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, String name, Explained.Place place) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("line", place.line());
        json.writeNumberProperty("column", place.column());
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, Step step) {
        json.writeStartObject();
        json.writeStringProperty("kind", step.kind());
        json.writeStringProperty("name", step.name());
        optional(json, "arn", step.arn());
        json.writeEndObject();
    }

    private static void layer(JsonGenerator json, Layer layer) {
        json.writeStartObject();
        json.writeStringProperty("name", layer.name());
        json.writeStringProperty("decision", layer.outcome().word());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
