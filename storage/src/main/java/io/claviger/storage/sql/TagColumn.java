package io.claviger.storage.sql;

import io.claviger.iam.Tag;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Tags as one column: a JSON array of keys and values in turn, {@code ["team","storage","stage","test"]}. */
final class TagColumn {

    private static final String NONE = "[]";
    private static final JsonFactory JSON = new JsonFactory();

    private TagColumn() {}

    static String write(List<Tag> tags) {
        if (tags.isEmpty()) {
            return NONE;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (Tag tag : tags) {
                json.writeString(tag.key());
                json.writeString(tag.value());
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    static List<Tag> read(String column) {
        if (column.equals(NONE)) {
            return List.of();
        }
        List<Tag> tags = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), column)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                String key = json.getString();
                json.nextToken();
                tags.add(new Tag(key, json.getString()));
            }
        }
        return tags;
    }
}
