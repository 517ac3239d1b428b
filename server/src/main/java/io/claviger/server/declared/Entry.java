package io.claviger.server.declared;

import io.claviger.server.command.NearMiss;
import io.claviger.server.command.UnusableSetting;
import io.claviger.storage.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Names with their values in a file of YAML 1.2, of which JSON is a part. Each mistake names the file and the line.
 * Immutable.
 */
final class Entry {

    /** In characters: the details of a large account take tens of millions. */
    private static final int LARGEST = 512 << 20;

    private final Path file;
    private final Place place;
    private final Map<String, Node> values;

    private Entry(Path file, Place place, Map<String, Node> values) {
        this.file = file;
        this.place = place;
        this.values = values;
    }

    /**
     * The whole file.
     *
     * @throws UnusableSetting if it cannot be read, or is no mapping
     */
    static Entry in(Path file) {
        try {
            Node root = new Compose(LoadSettings.builder()
                            .setLabel(file.toString())
                            .setCodePointLimit(LARGEST)
                            .build())
                    .composeString(Files.readString(file))
                    .orElseThrow(() -> new UnusableSetting(file + " is empty"));
            return of(file, root);
        } catch (IOException e) {
            throw new UnusableSetting(file + " cannot be read: " + FileTrouble.reason(e, file));
        } catch (MarkedYamlEngineException e) {
            throw new Place(file, e.getProblemMark().map(Mark::getLine).orElse(0) + 1)
                    .wrong("this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new UnusableSetting(file + " is not YAML: " + e.getMessage());
        }
    }

    private static Entry of(Path file, Node node) {
        Place place = place(file, node);
        if (!(node instanceof MappingNode mapping)) {
            throw place.wrong("here must be names with values, such as name: alice");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple each : mapping.getValue()) {
            String name = text(file, each.getKeyNode());
            if (values.put(name, each.getValueNode()) != null) {
                throw place(file, each.getKeyNode()).wrong(name + " is here twice: remove one");
            }
        }
        return new Entry(file, place, values);
    }

    private static Place place(Path file, Node node) {
        return new Place(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1);
    }

    private static String text(Path file, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw place(file, node).wrong("here must be a text");
    }

    Place place() {
        return place;
    }

    /** Refuses every name that is none of these: it would have no effect. */
    Entry only(String... names) {
        Set<String> known = Set.of(names);
        values.forEach((name, node) -> {
            if (!known.contains(name)) {
                throw place(file, node).wrong("there is no " + name + " here" + NearMiss.question(name, known, ""));
            }
        });
        return this;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(node -> text(file, node));
    }

    /** A text that must be there. */
    String required(String name) {
        return text(name).orElseThrow(() -> place.wrong(name + " is missing"));
    }

    /** A text of a form. */
    Optional<String> text(String name, Pattern form, String what) {
        return Optional.ofNullable(values.get(name)).map(node -> {
            String text = text(file, node);
            if (!form.matcher(text).matches()) {
                throw place(file, node).wrong(name + " must be " + what);
            }
            return text;
        });
    }

    boolean isTrue(String name) {
        return text(name, Pattern.compile("true|false"), "true or false")
                .filter("true"::equals)
                .isPresent();
    }

    List<String> texts(String name) {
        return nodes(name).stream().map(node -> text(file, node)).toList();
    }

    List<Entry> entries(String name) {
        return nodes(name).stream().map(node -> of(file, node)).toList();
    }

    private List<Node> nodes(String name) {
        Node node = values.get(name);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw place(file, node).wrong(name + " must be a list, each element on a line of its own after \"- \"");
        }
        return sequence.getValue();
    }

    /** Texts by their names. */
    Map<String, String> map(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        entry(name).ifPresent(entry -> entry.values.forEach((key, node) -> texts.put(key, text(file, node))));
        return texts;
    }

    /** Documents by their names. */
    Map<String, String> documents(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        entry(name).ifPresent(entry -> entry.values.keySet().forEach(key -> texts.put(key, entry.document(key))));
        return texts;
    }

    /** A document that stands here, or its text, also as a part of a URL. */
    String written(String name) {
        Node node = values.get(name);
        if (node instanceof MappingNode mapping) {
            return JsonText.of(file, mapping);
        }
        String text = required(name);
        return text.startsWith("%") ? Holder.decoded(text) : text;
    }

    /** Names with their values under a name. */
    Optional<Entry> entry(String name) {
        return Optional.ofNullable(values.get(name)).map(node -> of(file, node));
    }

    /** A policy document: written out here, or the text of a file that is named here. */
    String document(String name) {
        Node node = values.get(name);
        return switch (node) {
            case null -> throw place.wrong(name + " is missing");
            case MappingNode written -> JsonText.of(file, written);
            default -> content(name);
        };
    }

    /** The text of a file that is named here. */
    String content(String name) {
        Path named = path(required(name));
        try {
            return Files.readString(named);
        } catch (IOException e) {
            throw place.wrong(name + ": " + named + " cannot be read: " + FileTrouble.reason(e, named));
        }
    }

    /** A file's name, which counts from the folder of the file that names it. */
    Path path(String text) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of(text) : folder.resolve(text);
    }

    List<String> names() {
        return new ArrayList<>(values.keySet());
    }
}
