package io.claviger.powershell.command;

import java.util.List;

/** Values that a parameter may have, offered at the Tab key. */
@FunctionalInterface
public interface Completion {

    /** Offers nothing. */
    Completion NOTHING = (bound, session) -> List.of();

    /**
     * The values. May ask a server; what goes wrong there is an empty list, never an exception.
     *
     * @param bound the arguments that stand on the line already, as far as they could be understood
     * @param session the session
     * @return candidates, of which the shell drops those that do not begin with what was typed
     */
    List<String> values(Arguments bound, SessionValues session);

    /** A fixed list. */
    static Completion of(String... values) {
        List<String> fixed = List.of(values);
        return (bound, session) -> fixed;
    }
}
