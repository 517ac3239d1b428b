package io.claviger.policycli;

import io.claviger.policy.json.Position;
import io.claviger.policy.json.Span;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Answers in JSON: indented, since people look at them too. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    }

    /** An object whose members the writer gives. */
    static String object(Consumer<JsonGenerator> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), text)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /** A member that is an array with an object for each element. */
    static <T> void objects(JsonGenerator json, String name, List<T> elements, Consumer<T> members) {
        json.writeArrayPropertyStart(name);
        for (T element : elements) {
            json.writeStartObject();
            members.accept(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A member that is an array of strings. */
    static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /** A member that is a string, or is left out. */
    static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }

    /** A member {@code span} in the shape of Access Analyzer's: lines counted from 1, columns and offsets from 0. */
    static void span(JsonGenerator json, Span span) {
        json.writeObjectPropertyStart("span");
        position(json, "start", span.start());
        position(json, "end", span.end());
        json.writeEndObject();
    }

    private static void position(JsonGenerator json, String name, Position at) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("line", at.line());
        json.writeNumberProperty("column", at.column() - 1);
        json.writeNumberProperty("offset", at.offset());
        json.writeEndObject();
    }
}
