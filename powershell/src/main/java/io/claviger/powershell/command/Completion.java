package io.claviger.powershell.command;

import java.util.List;

/** The values that the Tab key offers for a parameter. */
@FunctionalInterface
public interface Completion {

    /** Offers nothing. */
    Completion NOTHING = (bound, session) -> List.of();

    /**
     * The values. May ask a server; if that fails, the list is empty. Never throws.
     *
     * @param bound the arguments that are on the line already, as far as they can be understood
     * @param session the session
     * @return candidates; the shell drops those that do not begin with what was typed
     */
    List<String> values(Arguments bound, SessionValues session);

    /** A fixed list. */
    static Completion of(String... values) {
        List<String> fixed = List.of(values);
        return (bound, session) -> fixed;
    }
}
