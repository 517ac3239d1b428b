package io.claviger.sigv4;

/** Compares the names of headers, whatever their case; no letter outside ASCII is taken for one inside. */
final class HeaderName {

    /** What HTTP/2 has instead of {@code host}. */
    static final String AUTHORITY = ":authority";

    private HeaderName() {}

    /** Whether a header has this name. */
    static boolean is(String headerName, String lowerCaseName) {
        return headerName.length() == lowerCaseName.length() && begins(headerName, lowerCaseName);
    }

    /** Whether a header's name begins so. */
    static boolean begins(String headerName, String lowerCasePrefix) {
        if (headerName.length() < lowerCasePrefix.length()) {
            return false;
        }
        for (int i = 0; i < lowerCasePrefix.length(); i++) {
            char c = headerName.charAt(i);
            char wanted = lowerCasePrefix.charAt(i);
            if (c != wanted && (c < 'A' || c > 'Z' || c + 32 != wanted)) {
                return false;
            }
        }
        return true;
    }
}
