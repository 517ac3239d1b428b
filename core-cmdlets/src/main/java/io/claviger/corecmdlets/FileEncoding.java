package io.claviger.corecmdlets;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How the characters of a file are written, as <a
 * href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_character_encoding">about_Character_Encoding</a>
 * names it.
 *
 * @param charset the characters' code
 * @param mark the byte order mark of a new file; empty if it has none
 */
record FileEncoding(Charset charset, String mark) {

    private static final String MARK = "\ufeff";

    private static Charset wide(boolean big) {
        return Charset.forName(big ? "UTF-32BE" : "UTF-32LE");
    }

    /** An encoding by its name in lower case. */
    static FileEncoding named(String name) {
        return switch (name) {
            case "ascii" -> new FileEncoding(StandardCharsets.US_ASCII, "");
            case "ansi", "oem" -> new FileEncoding(StandardCharsets.UTF_8, "");
            case "latin1" -> new FileEncoding(StandardCharsets.ISO_8859_1, "");
            case "unicode" -> new FileEncoding(StandardCharsets.UTF_16LE, MARK);
            case "bigendianunicode" -> new FileEncoding(StandardCharsets.UTF_16BE, MARK);
            case "utf32" -> new FileEncoding(wide(false), MARK);
            case "bigendianutf32" -> new FileEncoding(wide(true), MARK);
            case "utf8bom" -> new FileEncoding(StandardCharsets.UTF_8, MARK);
            default -> new FileEncoding(StandardCharsets.UTF_8, "");
        };
    }

    /** A text as bytes; what is added to a file has no mark. */
    byte[] bytes(String text, boolean added) {
        return ((added ? "" : mark) + text).getBytes(charset);
    }

    /** The encoding that a file's byte order mark says; the given one if it has none. */
    static FileEncoding marked(byte[] bytes, FileEncoding given) {
        Charset charset = charset(bytes, given);
        return charset.equals(given.charset()) ? given : new FileEncoding(charset, "");
    }

    /** The text of a file: a byte order mark decides, and the given encoding if there is none. */
    static String text(byte[] bytes, FileEncoding given) {
        String text = new String(bytes, charset(bytes, given));
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes, FileEncoding given) {
        if (begins(bytes, 0xff, 0xfe, 0, 0)) {
            return wide(false);
        }
        if (begins(bytes, 0, 0, 0xfe, 0xff)) {
            return wide(true);
        }
        if (begins(bytes, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        return begins(bytes, 0xef, 0xbb, 0xbf) ? StandardCharsets.UTF_8 : given.charset();
    }

    private static boolean begins(byte[] bytes, int... mark) {
        byte[] wanted = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            wanted[i] = (byte) mark[i];
        }
        return bytes.length >= mark.length && Arrays.equals(Arrays.copyOf(bytes, mark.length), wanted);
    }
}
