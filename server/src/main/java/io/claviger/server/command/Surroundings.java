package io.claviger.server.command;

import io.claviger.storage.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final int MAX_SECRET_BYTES = 64 * 1024;

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

    /**
     * The secret in an environment variable, or in the file that the variable of this name with {@code _FILE} names,
     * without the line's end that editors leave there.
     *
     * @throws UnusableSetting if both are set, or the file cannot be used
     */
    public Optional<String> secret(String name) {
        Optional<String> value = variable(name);
        Optional<String> file = variable(name + Variables.FILE);
        if (value.isPresent() && file.isPresent()) {
            throw new UnusableSetting(name + " and " + name + Variables.FILE + " are both set: unset one of them");
        }
        return file.<String>map(text -> secretIn(Path.of(text), name + Variables.FILE))
                .or(() -> value);
    }

    /** The variable that gives the secret of this name: the one of that name, or the one that names a file. */
    public String secretVariable(String name) {
        return variable(name + Variables.FILE).isPresent() ? name + Variables.FILE : name;
    }

    private static String secretIn(Path file, String variable) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_SECRET_BYTES + 1);
            if (bytes.length > MAX_SECRET_BYTES) {
                throw new UnusableSetting(variable + ": " + file + " is too large to hold a secret");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String secret = text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            if (secret.isEmpty()) {
                throw new UnusableSetting(variable + ": " + file + " is empty");
            }
            return secret;
        } catch (IOException e) {
            throw new UnusableSetting(variable + ": cannot read " + file + ": " + FileTrouble.reason(e, file));
        }
    }
}
