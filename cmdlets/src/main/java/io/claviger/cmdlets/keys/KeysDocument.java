package io.claviger.cmdlets.keys;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Keys as <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">containers</a>,
 * instances and <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">programs</a>
 * return them, in JSON.
 *
 * @param ends when they expire, if they do
 */
record KeysDocument(AwsCredentials keys, Optional<Instant> ends) {

    /** The longest document. */
    static final int MAX_BYTES = 64 * 1024;

    // ISO 8601 as programs write it: the zone also without a colon, or as hours, and a blank for the T.
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX][XXXX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * Reads it.
     *
     * @param from who returned it, as the beginning of a message
     * @param token the member with the session token
     * @param version what the member {@code Version} must be, if there must be one
     * @throws io.claviger.powershell.value.TerminatingError if it has no keys; the message contains nothing of it
     */
    static KeysDocument of(byte[] json, String from, String token, Optional<String> version) {
        Map<String, String> members = members(json, from);
        if (version.isPresent() && !version.equals(Optional.ofNullable(members.get("Version")))) {
            throw KeyErrors.of(from + " gives an answer whose Version is not " + version.get() + ".");
        }
        String id = members.getOrDefault("AccessKeyId", "");
        String secret = members.getOrDefault("SecretAccessKey", "");
        if (id.isEmpty() || secret.isEmpty()) {
            throw KeyErrors.of(from + " gives an answer without AccessKeyId and SecretAccessKey.");
        }
        String session = members.getOrDefault(token, "");
        return new KeysDocument(
                StaticKeys.of(id, secret, Optional.of(session).filter(one -> !one.isEmpty()))
                        .resolveCredentials(),
                Optional.ofNullable(members.get("Expiration")).map(end -> instant(end, from)));
    }

    private static Instant instant(String text, String from) {
        try {
            return OffsetDateTime.parse(text.strip().replaceFirst(" +", "T").replace(" ", ""), TIME)
                    .toInstant();
        } catch (DateTimeParseException _) {
            throw KeyErrors.of(from + " gives an answer whose Expiration is not a time.");
        }
    }

    private static Map<String, String> members(byte[] json, String from) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noJson(from);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                switch (parser.nextToken()) {
                    case START_OBJECT, START_ARRAY -> parser.skipChildren();
                    case VALUE_STRING, VALUE_NUMBER_INT -> members.put(name, parser.getString());
                    default -> members.remove(name);
                }
            }
            return members;
        } catch (JacksonException _) {
            throw noJson(from);
        }
    }

    private static RuntimeException noJson(String from) {
        return KeyErrors.of(from + " gives an answer that is not a JSON object.");
    }

    @Override
    public String toString() {
        return "KeysDocument[" + ends + "]";
    }
}
