package io.claviger.server.audit;

import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditEvent.Outcome;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes events as CloudTrail's records, one a line. Whatever a client can make long is cut. Thread-safe. */
final class AuditJson {

    /** Characters of a text; what follows is cut off. */
    static final int MAX_TEXT = 16 * 1024;

    private static final int MAX_SHORT_TEXT = 1024;
    private static final int MAX_ELEMENTS = 1000;
    private static final int MAX_DEPTH = 8;
    private static final String VERSION = "1.11";
    private static final List<String> READING = List.of("Get", "List", "Simulate", "Generate", "Decode", "AssumeRole");

    private final JsonFactory json = new JsonFactory();

    /** Writes the event and a line feed. */
    void write(AuditEvent event, OutputStream out) {
        try (JsonGenerator line = json.createGenerator(ObjectWriteContext.empty(), out)) {
            line.writeStartObject();
            line.writeStringProperty("eventVersion", VERSION);
            identity(line, event.identity());
            line.writeStringProperty("eventTime", time(event.time()));
            AuditEvent.Action action = event.action();
            line.writeStringProperty("eventSource", action.source());
            text(line, "eventName", action.name());
            text(line, "awsRegion", action.region());
            line.writeStringProperty("sourceIPAddress", event.origin().address());
            text(line, "userAgent", event.origin().userAgent());
            outcome(line, event);
            line.writeStringProperty("requestID", event.requestId());
            line.writeStringProperty("eventID", UUID.randomUUID().toString());
            line.writeBooleanProperty("readOnly", isReading(action));
            line.writeStringProperty("eventType", action.kind().wireName());
            line.writeBooleanProperty("managementEvent", true);
            text(line, "recipientAccountId", event.identity().accountId());
            line.writeStringProperty("eventCategory", "Management");
            tls(line, event.origin());
            line.writeEndObject();
            line.writeRaw('\n');
        }
    }

    private static void identity(JsonGenerator line, AuditedIdentity identity) {
        line.writeName("userIdentity");
        line.writeStartObject();
        line.writeStringProperty("type", identity.type());
        text(line, "principalId", identity.principalId());
        text(line, "arn", identity.arn());
        text(line, "accountId", identity.accountId());
        text(line, "accessKeyId", identity.accessKeyId());
        text(line, "userName", identity.userName());
        Instant since = identity.sessionSince();
        if (since != null) {
            line.writeName("sessionContext");
            line.writeStartObject();
            line.writeName("attributes");
            line.writeStartObject();
            line.writeStringProperty("creationDate", time(since));
            line.writeStringProperty("mfaAuthenticated", "false");
            line.writeEndObject();
            line.writeEndObject();
        }
        line.writeEndObject();
    }

    private static void outcome(JsonGenerator line, AuditEvent event) {
        boolean signingIn = event.action().kind() == Kind.SIGN_IN;
        switch (event.outcome()) {
            case Outcome.Done done -> {
                members(line, "requestParameters", event.action().parameters().get());
                members(
                        line,
                        "responseElements",
                        signingIn ? signIn("Success") : done.elements().get());
            }
            case Outcome.Failed failed -> {
                if (!signingIn) {
                    text(line, "errorCode", failed.code());
                }
                text(line, "errorMessage", failed.message());
                members(line, "requestParameters", event.action().parameters().get());
                members(line, "responseElements", signingIn ? signIn("Failure") : Map.of());
            }
        }
    }

    private static Map<String, Object> signIn(String result) {
        return Map.of("ConsoleLogin", result);
    }

    private static void tls(JsonGenerator line, AuditEvent.Origin origin) {
        if (origin.secure()) {
            line.writeName("tlsDetails");
            line.writeStartObject();
            text(line, "clientProvidedHostHeader", origin.host());
            line.writeEndObject();
        }
    }

    private static boolean isReading(AuditEvent.Action action) {
        return READING.stream().anyMatch(prefix -> action.name().startsWith(prefix));
    }

    private static void members(JsonGenerator line, String name, Map<String, Object> members) {
        line.writeName(name);
        if (members.isEmpty()) {
            line.writeNull();
        } else {
            value(line, members, 0);
        }
    }

    private static void value(JsonGenerator line, @Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            line.writeString("…");
            return;
        }
        switch (value) {
            case null -> line.writeNull();
            case Map<?, ?> map -> {
                line.writeStartObject();
                map.entrySet().stream().limit(MAX_ELEMENTS).forEach(entry -> {
                    line.writeName(cut(String.valueOf(entry.getKey()), MAX_SHORT_TEXT));
                    value(line, entry.getValue(), depth + 1);
                });
                line.writeEndObject();
            }
            case Iterable<?> elements -> {
                line.writeStartArray();
                int left = MAX_ELEMENTS;
                for (Object element : elements) {
                    if (left-- == 0) {
                        break;
                    }
                    value(line, element, depth + 1);
                }
                line.writeEndArray();
            }
            case Boolean truth -> line.writeBoolean(truth);
            case Integer number -> line.writeNumber(number);
            case Long number -> line.writeNumber(number);
            case Instant moment -> line.writeString(time(moment));
            default -> line.writeString(cut(value.toString(), MAX_TEXT));
        }
    }

    private static void text(JsonGenerator line, String name, @Nullable String value) {
        if (value != null) {
            line.writeStringProperty(name, cut(value, MAX_SHORT_TEXT));
        }
    }

    private static String cut(String value, int max) {
        return value.length() <= max ? value : value.substring(0, max - 1) + "…";
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
