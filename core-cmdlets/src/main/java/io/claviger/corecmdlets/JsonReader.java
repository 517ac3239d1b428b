package io.claviger.corecmdlets;

import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import java.math.BigDecimal;
import java.math.BigInteger;
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
    private static final int DECIMAL_BITS = 96;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final boolean asHashtable;

    JsonReader(boolean asHashtable) {
        this.asHashtable = asHashtable;
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
            throw malformed(error.getOriginalMessage());
        }
    }

    private static TerminatingError malformed(String why) {
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
        return number.bitLength() <= DECIMAL_BITS ? new BigDecimal(number) : (Object) number.doubleValue();
    }

    private static Object textOrDate(String text) {
        boolean maybe = text.length() >= 19 && text.charAt(4) == '-' && text.charAt(10) == 'T';
        try {
            return maybe ? OffsetDateTime.parse(text) : text;
        } catch (DateTimeParseException _) {
            return text;
        }
    }

    private List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return items;
    }

    private Object object(JsonParser parser) {
        Hashtable table = new Hashtable();
        ShellObject object = new ShellObject(ObjectType.CUSTOM);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            @Nullable Object value = value(parser, parser.nextToken());
            if (asHashtable) {
                table.put(name, value);
            } else {
                object.with(name, value);
            }
        }
        return asHashtable ? table : object;
    }
}
