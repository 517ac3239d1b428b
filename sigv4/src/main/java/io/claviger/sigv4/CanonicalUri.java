package io.claviger.sigv4;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "CanonicalUri: the URI-encoded version of the absolute path component URI (everything between the host and the
 * question mark character). If the absolute path is empty, use a forward slash character."
 */
final class CanonicalUri {

    private CanonicalUri() {}

    /**
     * The canonical form of a request line's path, or null when it has none.
     *
     * @param normalize "Normalize URI paths according to RFC 3986" and encode what the request line holds once more,
     *     as every service but Amazon S3 does; otherwise the path is taken as one object's key, encoded once
     */
    static @Nullable String of(String path, boolean normalize) {
        if (path.isEmpty() || path.equals("/")) {
            return "/";
        }
        if (path.charAt(0) != '/') {
            return null;
        }
        return normalize ? encoded(normalized(path)) : encodedOnce(path);
    }

    /** "Remove redundant and relative path components"; what would climb above the root stays at the root. */
    private static String normalized(String path) {
        if (!path.contains("//") && !path.contains("/.")) {
            return path;
        }
        List<String> kept = new ArrayList<>();
        boolean directory = false;
        for (String segment : path.split("/", -1)) {
            switch (segment) {
                case "", "." -> directory = true;
                case ".." -> {
                    directory = true;
                    if (!kept.isEmpty()) {
                        kept.removeLast();
                    }
                }
                default -> {
                    directory = false;
                    kept.add(segment);
                }
            }
        }
        return "/" + String.join("/", kept) + (directory && !kept.isEmpty() ? "/" : "");
    }

    /** "Each path segment must be URI-encoded twice": the request line holds the first encoding. */
    private static @Nullable String encoded(String path) {
        StringBuilder out = new StringBuilder(path.length() + 16);
        int i = 0;
        while (i < path.length()) {
            if (path.charAt(i) == '/') {
                out.append('/');
                i++;
            } else {
                i = UriEncoding.appendEncoded(out, path, i);
                if (i < 0) {
                    return null;
                }
            }
        }
        return out.toString();
    }

    /** "(except for Amazon S3, which only gets URI-encoded once)". An encoded slash is not taken for a slash. */
    private static @Nullable String encodedOnce(String path) {
        StringBuilder out = new StringBuilder(path.length() + 16);
        int i = 0;
        while (i < path.length()) {
            switch (path.charAt(i)) {
                case '/' -> {
                    out.append('/');
                    i++;
                }
                case '%' -> i = UriEncoding.appendEscape(out, path, i);
                default -> i = UriEncoding.appendEncoded(out, path, i);
            }
            if (i < 0) {
                return null;
            }
        }
        return out.toString();
    }
}
