package io.claviger.operations.pem;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in PEM (RFC 7468): blocks, and nothing but white space around them. */
public final class Pem {

    /** Possessive throughout: the text comes from a request, and no part of it is worth a second look. */
    private static final Pattern BLOCK = Pattern.compile(
            "\\s*+-----BEGIN (?<label>[A-Z0-9 ]++)-----(?<base64>[A-Za-z0-9+/=\\s]*+)-----END (?<end>[A-Z0-9 ]++)-----\\s*+");

    private static final Pattern SPACE = Pattern.compile("\\s++");

    private Pem() {}

    /** A block. */
    public static final class Block {
        private final String label;
        private final byte[] der;

        private Block(String label, byte[] der) {
            this.label = label;
            this.der = der;
        }

        /** What it says it is, such as {@code CERTIFICATE}. */
        public String label() {
            return label;
        }

        /** What it holds. */
        public byte[] der() {
            return der.clone();
        }
    }

    /** The blocks of a text, at least one; empty if it is anything else. */
    public static Optional<List<Block>> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        int at = 0;
        while (at < text.length()) {
            block.region(at, text.length());
            if (!block.lookingAt() || !block.group("label").equals(block.group("end"))) {
                return Optional.empty();
            }
            try {
                String base64 = SPACE.matcher(block.group("base64")).replaceAll("");
                blocks.add(new Block(block.group("label"), Base64.getDecoder().decode(base64)));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
            at = block.end();
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks);
    }

    /** A block as a text: lines of 64 characters, and a line break at the end. */
    public static String text(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
