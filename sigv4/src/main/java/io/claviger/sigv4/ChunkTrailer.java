package io.claviger.sigv4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers after the last chunk: those that {@code x-amz-trailer} announced, each once, and their signature in
 * {@code x-amz-trailer-signature}.
 *
 * @param canonical "the trailing headers, lower case and sorted, each followed by a line feed"
 * @param signature empty where the body is not signed
 */
record ChunkTrailer(List<Header> headers, String canonical, String signature) {

    private static final String SIGNATURE = "x-amz-trailer-signature";
    private static final int MOST_LINES = 32;

    static ChunkTrailer read(ChunkFraming framing, Set<String> announced, boolean signed) throws IOException {
        List<Header> headers = new ArrayList<>();
        TreeMap<String, String> canonical = new TreeMap<>();
        Set<String> expected = new HashSet<>(announced);
        String signature = "";
        for (int lines = 0; ; lines++) {
            String line = framing.line();
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon <= 0 || lines == MOST_LINES || !signature.isEmpty()) {
                throw malformed();
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (signed && name.equals(SIGNATURE)) {
                signature = value;
            } else if (expected.remove(name)) {
                headers.add(new Header(name, value));
                canonical.put(name, value);
            } else {
                throw malformed();
            }
        }
        if (!expected.isEmpty() || signed == signature.isEmpty()) {
            throw malformed();
        }
        StringBuilder text = new StringBuilder();
        canonical.forEach(
                (name, value) -> text.append(name).append(':').append(value).append('\n'));
        return new ChunkTrailer(List.copyOf(headers), text.toString(), signature);
    }

    private static PayloadRefusedException malformed() {
        return new PayloadRefusedException(Refusals.malformedTrailer());
    }
}
