package io.claviger.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The texts of simple values in the query protocol, see
 * <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">awsQuery</a>.
 */
final class ScalarText {

    private ScalarText() {}

    /** What came of a text: a value of the SDK's type, or why it has none. */
    sealed interface Parsed {
        /** The value. */
        record Value(Object value) implements Parsed {}

        /** Why there is none. */
        record Fault(String message) implements Parsed {}
    }

    static Parsed parse(ValueKind kind, String text) {
        try {
            return switch (kind) {
                case STRING -> new Parsed.Value(text);
                case INTEGER -> new Parsed.Value(Integer.valueOf(ascii(text)));
                case LONG -> new Parsed.Value(Long.valueOf(ascii(text)));
                case DOUBLE -> new Parsed.Value(Double.valueOf(text));
                case BOOLEAN -> truth(text);
                case TIMESTAMP -> new Parsed.Value(instant(text));
                case BLOB ->
                    new Parsed.Value(SdkBytes.fromByteArray(Base64.getDecoder().decode(text)));
                case STRUCTURE, LIST, MAP -> throw new IllegalArgumentException(kind + " is not a simple value");
            };
        } catch (NumberFormatException notNumber) {
            return new Parsed.Fault(
                    (kind == ValueKind.DOUBLE ? "double" : "integer") + " must follow xsd1.1 definition");
        } catch (DateTimeException notTimestamp) {
            return new Parsed.Fault("timestamp must follow ISO8601");
        } catch (IllegalArgumentException notBase64) {
            return new Parsed.Fault("blob must be base64-encoded");
        }
    }

    /** Java would take the digits of every script. */
    private static String ascii(String number) {
        if (!number.chars().allMatch(c -> c < 0x80)) {
            throw new NumberFormatException();
        }
        return number;
    }

    private static Parsed truth(String text) {
        return switch (text) {
            case "true", "True", "TRUE", "1" -> new Parsed.Value(true);
            case "false", "False", "FALSE", "0" -> new Parsed.Value(false);
            default -> new Parsed.Fault("boolean must follow xsd1.1 definition");
        };
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
