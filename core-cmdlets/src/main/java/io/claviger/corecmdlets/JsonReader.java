package io.claviger.corecmdlets;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as ConvertFrom-Json does: objects become custom objects, dates become dates. */
final class JsonReader {

    private static final int DEEPEST = 200;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final boolean asHashtable;
    private final int deepest;
    private int level;

    /**
     * A reader.
     *
     * @param asHashtable whether objects become hashtables
     * @param deepest how many levels the text may have
     */
    JsonReader(boolean asHashtable, int deepest) {
        this.asHashtable = asHashtable;
        this.deepest = deepest;
    }

    /** The value of a text. */
    @Nullable
    Object read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return null;
            }
            @Nullable Object value = value(parser, first);
            if (parser.nextToken() != null) {
                throw malformed("Additional text encountered after finished reading JSON content.");
            }
            return value;
        } catch (StreamConstraintsException _) {
            throw malformed("The text is too long, or nested deeper than " + DEEPEST + " levels.");
        } catch (JacksonException error) {
            throw malformed(JsonProblems.why(text, error));
        }
    }

    static TerminatingError malformed(String why) {
        return new TerminatingError(ErrorRecord.of(
                ErrorCategory.NOT_SPECIFIED,
                "System.ArgumentException",
                "System.ArgumentException",
                "Conversion from JSON failed with error: " + why));
    }

    private @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> textOrDate(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NUMBER_INT -> number(parser);
            default -> null;
        };
    }

    private static Object number(JsonParser parser) {
        BigInteger number = parser.getBigIntegerValue();
        if (number.bitLength() < 64) {
            return number.longValue();
        }
        return number;
    }

    private static Object textOrDate(String text) {
        boolean maybe = text.length() >= 19 && text.charAt(4) == '-' && text.charAt(10) == 'T';
        try {
            return maybe ? moment(text) : text;
        } catch (DateTimeParseException _) {
            return text;
        }
    }

    /** A date in ISO 8601: in UTC with a Z, this machine's time with an offset. */
    private static Object moment(String text) {
        if (Character.isDigit(text.charAt(text.length() - 1)) && text.lastIndexOf(':') < 19 && text.indexOf('+') < 0) {
            return Moment.unspecified(LocalDateTime.parse(text));
        }
        OffsetDateTime time = OffsetDateTime.parse(text);
        return text.endsWith("Z") ? Moment.utc(time) : Moment.local(time.toInstant());
    }

    private List<@Nullable Object> array(JsonParser parser) {
        deeper(parser);
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        level--;
        return items;
    }

    private Object object(JsonParser parser) {
        deeper(parser);
        Hashtable table = new Hashtable();
        ShellObject object = new ShellObject(ObjectType.CUSTOM);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            @Nullable Object value = value(parser, parser.nextToken());
            if (asHashtable) {
                table.put(name, value);
            } else {
                check(object, name);
                object.with(name, value);
            }
        }
        level--;
        return asHashtable ? table : object;
    }

    private void deeper(JsonParser parser) {
        if (++level > deepest) {
            throw malformed("The reader's MaxDepth of " + deepest + " has been exceeded. Path '"
                    + JsonProblems.path(parser.streamReadContext().getParent()) + "', line "
                    + parser.currentTokenLocation().getLineNr() + ", position "
                    + parser.currentTokenLocation().getColumnNr() + ".");
        }
    }

    /** An object's properties have names, which differ in more than case. */
    private static void check(ShellObject object, String name) {
        if (name.isEmpty()) {
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.INVALID_OPERATION,
                    "EmptyKeyInJsonString",
                    "System.InvalidOperationException",
                    "The provided JSON includes a property whose name is an empty string, this is only supported using the"
                            + " -AsHashTable switch."));
        }
        if (object.has(name) && !object.names().contains(name)) {
            String there = object.names().stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .orElse(name);
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.INVALID_OPERATION,
                    "KeysWithDifferentCasingInJsonString",
                    "System.InvalidOperationException",
                    "Cannot convert the JSON string because it contains keys with different casing. Please use the"
                            + " -AsHashTable switch instead. The key that was attempted to be added to the existing key '"
                            + there + "' was '" + name + "'."));
        }
    }
}
