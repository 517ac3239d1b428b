package io.claviger.server.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What the program meets outside of itself. Only the program itself knows the real one.
 *
 * @param environment the environment's variables
 * @param terminal asks for a password without echo
 */
public record Surroundings(
        InstantSource clock,
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminal terminal,
        Lifetime lifetime) {

    /** The variable with the root user's password: the one to sign up with, or to sign in with. */
    public static final String ROOT_PASSWORD = "CLAVIGER_ROOT_PASSWORD";

    private static final char REPLACEMENT = '\ufffd';

    /** Someone at a keyboard, perhaps. */
    public @FunctionalInterface interface Terminal {

        /** The password that was typed; empty when nobody is there. */
        Optional<String> password(String prompt);
    }

    /** How long the program is wanted. */
    public @FunctionalInterface interface Lifetime {

        /** Returns when the program is asked to end and what was given has been run. */
        void untilStopped(Runnable stop);
    }

    /**
     * The value of an environment variable; empty when it is not set, or to nothing.
     *
     * @throws UnusableSetting when it is not in UTF-8
     */
    public Optional<String> variable(String name) {
        Optional<String> set = Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
        if (set.filter(Surroundings::isMalformed).isPresent()) {
            throw new UnusableSetting(name + " is not in UTF-8");
        }
        return set;
    }

    /**
     * Whether a text has lost characters: bytes that are not in UTF-8 all become the same one, so that different
     * passwords and names of files would be equal.
     */
    public static boolean isMalformed(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }
}
