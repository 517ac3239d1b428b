package io.claviger.powershell.operator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** .NET's percent-encoding in UTF-8. */
final class PercentEncoding {

    private static final String DATA = "-_.~";
    private static final String FORM = "-_.!*()";

    private PercentEncoding() {}

    /** Decodes a text. A percent sign without two hexadecimal digits after it stays as it is. */
    static String decode(String text, boolean plusIsBlank) {
        StringBuilder decoded = new StringBuilder(text.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (text.charAt(i) == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
                continue;
            }
            decoded.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
            decoded.append(plusIsBlank && text.charAt(i) == '+' ? ' ' : text.charAt(i));
        }
        return decoded.append(bytes.toString(StandardCharsets.UTF_8)).toString();
    }

    /** Encodes as {@code [uri]::EscapeDataString} does. */
    static String data(String text) {
        return encode(text, DATA, "%20");
    }

    /** Encodes as {@code [System.Net.WebUtility]::UrlEncode} does. */
    static String form(String text) {
        return encode(text, FORM, "+");
    }

    private static String encode(String text, String safe, String blank) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) Byte.toUnsignedInt(one);
            boolean plain = character < 128 && (Character.isLetterOrDigit(character) || safe.indexOf(character) >= 0);
            if (plain) {
                encoded.append(character);
            } else if (character == ' ') {
                encoded.append(blank);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(character >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(character & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
