package io.claviger.server.console;

import io.claviger.access.Callers;
import io.claviger.access.SessionTokens;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.store.Transactions;
import io.claviger.server.signin.AuditedSignIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the console is made of.
 *
 * @param tokens seal the credentials of those who are signed in
 * @param callers find out who those are
 */
public record Console(
        Transactions store,
        AuditedSignIn signIn,
        SessionTokens tokens,
        Callers callers,
        AccessKeyIds accessKeyIds,
        SecureRandom random,
        InstantSource clock) {

    /**
     * What an operator decides about the console.
     *
     * @param isOn whether it is there
     * @param prefix what may stand before all paths of the server, such as {@code /claviger}; empty for nothing
     */
    public record Settings(boolean isOn, String prefix) {

        /** It is there, and nothing stands before. */
        public static final Settings USUAL = new Settings(true, "");
    }

    /**
     * The endpoint of all paths below {@value ConsoleEndpoint#PATH}.
     *
     * @param prefix what may stand before it; empty for nothing
     */
    public ConsoleEndpoint endpoint(String prefix) {
        ConsoleSessions sessions = new ConsoleSessions(store, accessKeyIds, random, clock);
        SignInCalls signing = new SignInCalls(signIn, sessions, tokens, callers, store);
        return new ConsoleEndpoint(
                new Pages(Console::file),
                Map.of(
                        "sign-in", signing::signIn,
                        "session", (browser, _) -> signing.session(browser),
                        "sign-out", signing::signOut),
                prefix);
    }

    private static byte @Nullable [] file(String name) {
        try (InputStream file = Console.class.getResourceAsStream("pages/" + name)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
