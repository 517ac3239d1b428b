package io.claviger.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.operations.language.ActionCatalog;
import io.claviger.operations.language.ActionCatalog.Detailed;
import io.claviger.operations.language.ActionCatalog.Offered;
import io.claviger.server.http.Answer;
import io.claviger.sigv4.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The services that policies can name, as files: {@code catalog}, and {@code catalog/} with the prefix of one of them. Each is
 * made when it is first asked for. They change with the program alone. Thread-safe.
 */
final class CatalogFiles {

    private static final String ALL = "catalog";
    private static final String ONE = ALL + "/";
    private static final String JSON = ".json";
    private static final String COMPRESSED = JSON + ".gz";
    private static final int LONGEST = 64;
    private static final Header KEPT = new Header("Cache-Control", "public, max-age=3600");

    private final ConcurrentMap<String, PageFile> made = new ConcurrentHashMap<>();

    /** Whether a path below the console is one of the catalog's. */
    static boolean has(String path) {
        return path.equals(ALL) || path.startsWith(ONE);
    }

    Answer at(String path, Browser browser) {
        return file(path)
                .map(file -> Pages.answer(file, KEPT, browser))
                .orElseGet(() -> Replies.error(404, "NotFound", "There is no such service"));
    }

    private Optional<PageFile> file(String path) {
        PageFile known = made.get(path);
        if (known != null || path.length() > LONGEST) {
            return Optional.ofNullable(known);
        }
        byte[] content = content(path);
        if (content == null) {
            return Optional.empty();
        }
        Optional<PageFile> file = PageFile.read(
                path + JSON,
                name -> name.endsWith(COMPRESSED) ? compressed(content) : name.endsWith(JSON) ? content : null);
        file.ifPresent(one -> made.put(path, one));
        return file;
    }

    private static byte @Nullable [] content(String path) {
        if (path.equals(ALL)) {
            return Json.of(CatalogFiles::all).getBytes(UTF_8);
        }
        // Only as it is spelled, so that there are no more files than services.
        String prefix = path.substring(ONE.length());
        return ActionCatalog.service(prefix)
                .filter(service -> service.prefix().equals(prefix))
                .map(service -> Json.of(json -> one(json, service)).getBytes(UTF_8))
                .orElse(null);
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void all(JsonGenerator json) {
        json.writeStartObject();
        json.writeArrayPropertyStart("services");
        ActionCatalog.services().forEach(service -> {
            json.writeStartObject();
            json.writeStringProperty("prefix", service.prefix());
            json.writeStringProperty("name", service.name());
            json.writeEndObject();
        });
        json.writeEndArray();
        keys(json, "globalKeys", ActionCatalog.globalKeys());
        json.writeEndObject();
    }

    private static void one(JsonGenerator json, Detailed service) {
        json.writeStartObject();
        json.writeStringProperty("prefix", service.prefix());
        json.writeStringProperty("name", service.name());
        json.writeArrayPropertyStart("actions");
        service.actions().forEach(action -> action(json, action));
        json.writeEndArray();
        json.writeArrayPropertyStart("resources");
        service.resources().forEach(type -> {
            json.writeStartObject();
            json.writeStringProperty("name", type.name());
            json.writeStringProperty("arn", type.arn());
            json.writeEndObject();
        });
        json.writeEndArray();
        keys(json, "conditionKeys", service.conditionKeys());
        json.writeEndObject();
    }

    private static void action(JsonGenerator json, Offered action) {
        json.writeStartObject();
        json.writeStringProperty("name", action.name());
        json.writeStringProperty("level", action.level());
        texts(json, "resources", action.resources());
        texts(json, "conditionKeys", action.conditionKeys());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void keys(JsonGenerator json, String name, List<ActionCatalog.Key> keys) {
        json.writeArrayPropertyStart(name);
        keys.forEach(key -> {
            json.writeStartObject();
            json.writeStringProperty("name", key.name());
            json.writeStringProperty("type", key.type());
            json.writeEndObject();
        });
        json.writeEndArray();
    }
}
