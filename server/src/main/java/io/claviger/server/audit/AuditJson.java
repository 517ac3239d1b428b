package io.claviger.server.audit;

import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditEvent.Outcome;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes events as CloudTrail's records, one a line, and gathers the lines. What a client can make long is cut. For
 * one thread: at full load this is most of what the trail costs, so it keeps what it can use again.
 */
final class AuditJson {

    /** Characters of a text; what follows is cut off. */
    static final int MAX_TEXT = 16 * 1024;

    private static final int MAX_ELEMENTS = 1000;
    private static final int MAX_DEPTH = 8;
    private static final String VERSION = "1.11";

    private final JsonFactory json =
            JsonFactory.builder().rootValueSeparator("").build();
    private final IdentityJson identities = new IdentityJson(json);
    private final SplittableRandom random = new SplittableRandom();
    private final Lines lines = new Lines();
    private JsonGenerator line = json.createGenerator(ObjectWriteContext.empty(), lines);
    private Instant second = Instant.MIN;
    private String secondText = "";
    private final @Nullable String node;

    /** Names the node in each line, if it has a name. */
    AuditJson(@Nullable String node) {
        this.node = node;
    }

    /** The lines since the last time that this was asked; to be used before the next one is added. */
    ByteBuffer takeLines() {
        ByteBuffer taken = lines.content();
        lines.reset();
        return taken;
    }

    /**
     * Adds a line for the event.
     *
     * @throws RuntimeException when the event cannot be written; no part of it is added then
     */
    void add(AuditEvent event) {
        int before = lines.size();
        try {
            write(event);
            line.flush();
        } catch (RuntimeException e) {
            // Its buffer holds the half of a line.
            line = json.createGenerator(ObjectWriteContext.empty(), lines);
            lines.cutTo(before);
            throw e;
        }
    }

    private void write(AuditEvent event) {
        line.writeStartObject();
        line.writeStringProperty("eventVersion", VERSION);
        line.writeName("userIdentity");
        line.writeRawValue(identities.json(event.identity()));
        line.writeStringProperty("eventTime", time(event.time()));
        AuditEvent.Action action = event.action();
        line.writeStringProperty("eventSource", action.source());
        text("eventName", action.name());
        text("awsRegion", action.region());
        line.writeStringProperty("sourceIPAddress", event.origin().address());
        text("userAgent", event.origin().userAgent());
        outcome(event);
        additional(event);
        line.writeStringProperty("requestID", event.requestId());
        line.writeStringProperty("eventID", eventId());
        line.writeBooleanProperty("readOnly", action.isReading());
        line.writeStringProperty("eventType", action.kind().wireName());
        line.writeBooleanProperty("managementEvent", true);
        text("recipientAccountId", event.identity().accountId());
        line.writeStringProperty("eventCategory", "Management");
        tls(event.origin());
        line.writeEndObject();
        line.writeRaw('\n');
    }

    /** A UUID of version 4, to tell events apart; it is no secret, so it comes from a quick source. */
    private String eventId() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    private void outcome(AuditEvent event) {
        boolean signingIn = event.action().kind() == Kind.SIGN_IN;
        switch (event.outcome()) {
            case Outcome.Done done -> {
                members("requestParameters", event.action().parameters().get());
                members(
                        "responseElements",
                        signingIn
                                ? Map.of(event.action().name(), "Success")
                                : done.elements().get());
            }
            case Outcome.Failed failed -> {
                if (!signingIn) {
                    text("errorCode", failed.code());
                }
                text("errorMessage", failed.message());
                members("requestParameters", event.action().parameters().get());
                members("responseElements", signingIn ? Map.of(event.action().name(), "Failure") : Map.of());
            }
        }
    }

    /** CloudTrail's place for what is neither of the request nor of the response. */
    private void additional(AuditEvent event) {
        boolean unverified = event.action().kind() == Kind.UNVERIFIED_API_CALL;
        if (unverified || node != null || !event.additional().isEmpty()) {
            line.writeName("additionalEventData");
            line.writeStartObject();
            if (unverified) {
                line.writeBooleanProperty("signatureVerified", false);
            }
            event.additional().forEach((name, value) -> {
                line.writeName(name);
                value(value, 0);
            });
            text("node", node);
            line.writeEndObject();
        }
    }

    private void tls(AuditEvent.Origin origin) {
        if (origin.secure()) {
            line.writeName("tlsDetails");
            line.writeStartObject();
            AuditEvent.Tls agreed = origin.tls();
            if (agreed != null) {
                line.writeStringProperty("tlsVersion", agreed.version());
                line.writeStringProperty("cipherSuite", agreed.cipherSuite());
            }
            text("clientProvidedHostHeader", origin.host());
            line.writeEndObject();
        }
    }

    private void members(String name, Map<String, Object> members) {
        line.writeName(name);
        if (members.isEmpty()) {
            line.writeNull();
        } else {
            value(members, 0);
        }
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            line.writeString("…");
            return;
        }
        switch (value) {
            case null -> line.writeNull();
            case Map<?, ?> map -> {
                line.writeStartObject();
                map.entrySet().stream().limit(MAX_ELEMENTS).forEach(entry -> {
                    line.writeName(BoundedText.of(String.valueOf(entry.getKey()), BoundedText.MAX_SHORT));
                    value(entry.getValue(), depth + 1);
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
                    value(element, depth + 1);
                }
                line.writeEndArray();
            }
            case Boolean truth -> line.writeBoolean(truth);
            case Integer number -> line.writeNumber(number);
            case Long number -> line.writeNumber(number);
            case Instant moment -> line.writeString(time(moment));
            default -> line.writeString(BoundedText.of(value.toString(), MAX_TEXT));
        }
    }

    private void text(String name, @Nullable String value) {
        BoundedText.write(line, name, value);
    }

    /** Most events are of the same second as the one before. */
    private String time(Instant moment) {
        Instant whole = moment.truncatedTo(ChronoUnit.SECONDS);
        if (!whole.equals(second)) {
            second = whole;
            secondText = whole.toString();
        }
        return secondText;
    }
}
