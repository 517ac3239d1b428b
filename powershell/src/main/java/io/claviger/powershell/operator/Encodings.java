package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypedList;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code [System.Text.Encoding]::UTF8} and its neighbours: texts as bytes, and bytes as texts. */
final class Encodings {

    private Encodings() {}

    /** An encoding by the name of its property. */
    static Optional<ShellObject> named(String property) {
        return switch (property) {
            case "utf8", "default" ->
                Optional.of(of("System.Text.UTF8Encoding+UTF8EncodingSealed", "utf-8", StandardCharsets.UTF_8));
            case "ascii" ->
                Optional.of(of("System.Text.ASCIIEncoding+ASCIIEncodingSealed", "us-ascii", StandardCharsets.US_ASCII));
            case "unicode" -> Optional.of(of("System.Text.UnicodeEncoding", "utf-16", StandardCharsets.UTF_16LE));
            case "bigendianunicode" ->
                Optional.of(of("System.Text.UnicodeEncoding", "utf-16BE", StandardCharsets.UTF_16BE));
            case "utf32" -> Optional.of(of("System.Text.UTF32Encoding", "utf-32", Charset.forName("UTF-32LE")));
            case "latin1" ->
                Optional.of(of(
                        "System.Text.Latin1Encoding+Latin1EncodingSealed", "iso-8859-1", StandardCharsets.ISO_8859_1));
            default -> Optional.empty();
        };
    }

    private static ShellObject of(String type, String name, Charset charset) {
        return new ShellObject(ObjectType.named(type))
                .with("WebName", name)
                .carrying(charset)
                .saying(type);
    }

    static Optional<MethodResult> call(Charset charset, String method, List<@Nullable Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.getFirst();
        Object result = switch (method) {
            case "getbytes" -> list(Text.of(first).getBytes(charset));
            case "getbytecount" -> Text.of(first).getBytes(charset).length;
            case "getstring" -> new String(bytes(first), charset);
            default -> null;
        };
        return result == null ? Optional.empty() : Optional.of(new MethodResult(result));
    }

    /** Bytes as a script sees them. */
    static TypedList list(byte[] bytes) {
        List<Object> numbers = new ArrayList<>(bytes.length);
        for (byte one : bytes) {
            numbers.add((short) Byte.toUnsignedInt(one));
        }
        return new TypedList("System.Byte[]", numbers);
    }

    /** The bytes that a script has. */
    static byte[] bytes(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        List<@Nullable Object> items = Conversion.toList(value);
        byte[] bytes = new byte[items.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Conversion.toInteger(Integers.cast("System.Byte", items.get(i)));
        }
        return bytes;
    }
}
