package io.claviger.server.declared;

import java.io.StringWriter;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Documents of YAML as JSON. */
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 50;

    private JsonText() {}

    /** What is written there, as JSON. */
    static String of(Path file, MappingNode node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(file, node, json, 0);
        }
        return text.toString();
    }

    private static void write(Path file, Node node, JsonGenerator json, int depth) {
        if (depth > DEEPEST) {
            throw new Place(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1).wrong("this is too deep");
        }
        switch (node) {
            case MappingNode mapping -> {
                json.writeStartObject();
                for (NodeTuple each : mapping.getValue()) {
                    json.writeName(((ScalarNode) each.getKeyNode()).getValue());
                    write(file, each.getValueNode(), json, depth + 1);
                }
                json.writeEndObject();
            }
            case SequenceNode sequence -> {
                json.writeStartArray();
                sequence.getValue().forEach(each -> write(file, each, json, depth + 1));
                json.writeEndArray();
            }
            case ScalarNode scalar -> write(scalar, json);
            default -> throw new IllegalStateException("YAML has no " + node.getNodeType());
        }
    }

    private static void write(ScalarNode scalar, JsonGenerator json) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) {
            json.writeBoolean(Boolean.parseBoolean(scalar.getValue()));
        } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            json.writeNumber(scalar.getValue());
        } else if (tag.equals(Tag.NULL)) {
            json.writeNull();
        } else {
            json.writeString(scalar.getValue());
        }
    }

    /** Whether two documents of JSON say the same, apart from spaces and the order of names. */
    static boolean areEqual(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            LoadSettings settings = LoadSettings.builder().build();
            return new Load(settings).loadFromString(one).equals(new Load(settings).loadFromString(other));
        } catch (YamlEngineException e) {
            return false;
        }
    }
}
