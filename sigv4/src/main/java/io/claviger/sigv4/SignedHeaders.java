package io.claviger.sigv4;

import java.util.ArrayList;
import java.util.List;

/**
 * "SignedHeaders: an alphabetically sorted, semicolon-separated list of lowercase request header names." Immutable.
 */
final class SignedHeaders {

    /** What a token of RFC 9110 may hold, without capitals. */
    private static final boolean[] NAME = new boolean[128];

    static {
        for (char c = '!'; c < 0x7f; c++) {
            NAME[c] = (c < 'A' || c > 'Z') && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
        }
    }

    private final String text;
    private final List<String> names;
    private final boolean canonical;

    private SignedHeaders(String text, List<String> names, boolean canonical) {
        this.text = text;
        this.names = names;
        this.canonical = canonical;
    }

    static SignedHeaders parse(String text) {
        List<String> names = new ArrayList<>(12);
        boolean canonical = true;
        String before = "";
        for (int from = 0; from <= text.length() && canonical; ) {
            int end = endOfName(text, from);
            String name = text.substring(from, end);
            canonical = before.compareTo(name) < 0
                    && (end == text.length() || text.charAt(end) == ';')
                    && names.size() < Bounds.HEADERS;
            names.add(name);
            before = name;
            from = end + 1;
        }
        return new SignedHeaders(text, names, canonical);
    }

    private static int endOfName(String text, int from) {
        int i = text.startsWith(HeaderName.AUTHORITY, from) ? from + HeaderName.AUTHORITY.length() : from;
        while (i < text.length() && text.charAt(i) < 0x7f && NAME[text.charAt(i)]) {
            i++;
        }
        return i;
    }

    /** Whether the list is what the specification says: lower-case names, sorted, none twice. */
    boolean isCanonical() {
        return canonical;
    }

    int count() {
        return names.size();
    }

    String name(int i) {
        return names.get(i);
    }

    /** Whether the header of this name, in whatever case, is signed. */
    boolean contains(String headerName) {
        for (int i = 0; i < names.size(); i++) {
            if (HeaderName.is(headerName, names.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The list as sent. */
    @Override
    public String toString() {
        return text;
    }
}
