package io.claviger.sigv4;

/**
 * "SignedHeaders: an alphabetically sorted, semicolon-separated list of lowercase request header names." Immutable.
 */
final class SignedHeaders {

    private final String text;
    private final String[] names;
    private final boolean canonical;

    private SignedHeaders(String text, String[] names, boolean canonical) {
        this.text = text;
        this.names = names;
        this.canonical = canonical;
    }

    static SignedHeaders parse(String text) {
        String[] names = text.split(";", -1);
        boolean canonical = names.length <= Bounds.HEADERS;
        for (int i = 0; i < names.length && canonical; i++) {
            canonical = isName(names[i]) && (i == 0 || names[i - 1].compareTo(names[i]) < 0);
        }
        return new SignedHeaders(text, names, canonical);
    }

    /** Whether the list is what the specification says: lower-case names, sorted, none twice. */
    boolean isCanonical() {
        return canonical;
    }

    int count() {
        return names.length;
    }

    String name(int i) {
        return names[i];
    }

    /** Whether the header of this name, in whatever case, is signed. */
    boolean contains(String headerName) {
        for (String name : names) {
            if (RequestHeaders.isNamed(headerName, name)) {
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

    /** A token of RFC 9110 without capitals, or the pseudo-header {@code :authority}. */
    private static boolean isName(String name) {
        if (name.equals(RequestHeaders.AUTHORITY)) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7f || (c >= 'A' && c <= 'Z') || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
