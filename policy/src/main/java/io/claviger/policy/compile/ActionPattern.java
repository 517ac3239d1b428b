package io.claviger.policy.compile;

import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.pattern.Glob;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of actions; letters A to Z match in either case. Immutable.
 *
 * @param text as a policy writes it
 * @param glob the pattern; null if the text has no wildcards and so names one action
 */
record ActionPattern(String text, @Nullable Glob glob) {

    static ActionPattern of(String text) {
        boolean wild = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        return new ActionPattern(text, wild ? Glob.ignoringCase(text) : null);
    }

    boolean matches(String action) {
        return glob == null ? AsciiCase.equal(text, action) : glob.matches(action);
    }

    /** The length of the service, if the pattern is about one service only; else -1. */
    int service() {
        int colon = text.indexOf(':');
        for (int i = 0; i < colon; i++) {
            if (text.charAt(i) == '*' || text.charAt(i) == '?') {
                return -1;
            }
        }
        return colon;
    }
}
