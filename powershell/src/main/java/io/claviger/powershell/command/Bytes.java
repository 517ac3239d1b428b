package io.claviger.powershell.command;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversion of values to bytes. */
final class Bytes {

    private Bytes() {}

    static byte @Nullable [] of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> bytes;
            case List<?> items -> each(items);
            default -> Text.of(value).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] each(List<?> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(items.size());
        for (Object item : items) {
            int number = Conversion.toInteger(item);
            if (number < 0 || number > 255) {
                throw Conversion.impossible(
                        item, "System.Byte", "Value was either too large or too small for an" + " unsigned byte.");
            }
            bytes.write(number);
        }
        return bytes.toByteArray();
    }
}
