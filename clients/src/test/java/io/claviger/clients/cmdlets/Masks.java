package io.claviger.clients.cmdlets;

import io.claviger.clients.cmdlets.Typist.Shown;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts what differs each time into words that do not: access keys, each by its place in the output, and secrets. */
final class Masks {

    private static final Pattern KEY = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b");
    // The name of one of .NET's exceptions is as long as a secret.
    private static final Pattern SECRET =
            Pattern.compile("(?<![A-Za-z0-9/+.])(?!Amazon)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])");
    private static final String EXAMPLE = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private final Map<String, String> keys = new LinkedHashMap<>();

    /** What was shown, masked. */
    static Shown over(Shown shown) {
        Masks masks = new Masks();
        return new Shown(masks.mask(shown.out()), masks.mask(shown.err()), shown.exit());
    }

    private String mask(String text) {
        String withoutKeys = KEY.matcher(text)
                .replaceAll(found -> keys.computeIfAbsent(
                        found.group(), _ -> "%sEXAMPLEKEY%06d".formatted(found.group(1), keys.size() + 1)));
        return SECRET.matcher(withoutKeys).replaceAll(EXAMPLE);
    }
}
