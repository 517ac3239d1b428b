package io.claviger.server.console;

import io.claviger.access.Authorizer;
import io.claviger.access.Caller;
import io.claviger.access.Callers;
import io.claviger.access.SessionTokens;
import io.claviger.access.passkey.Passkeys;
import io.claviger.federation.oidc.CodeFlow;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.Quotas;
import io.claviger.iam.Sealing;
import io.claviger.iam.store.Transactions;
import io.claviger.operations.Catalog;
import io.claviger.operations.explanation.Explanations;
import io.claviger.operations.explanation.WhoCan;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.mfa.FidoRegistrations;
import io.claviger.server.audit.AuditTrail;
import io.claviger.server.signin.AuditedSignIn;
import io.claviger.sigv4.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the console is made of.
 *
 * @param tokens seal the credentials of those who are signed in
 * @param callers find out who those are
 * @param verifier of signed calls, which then pass the gate
 */
public record Console(
        Transactions store,
        AuditedSignIn signIn,
        SessionTokens tokens,
        Callers callers,
        AccessKeyIds accessKeyIds,
        SecureRandom random,
        Verifier<Caller> verifier,
        Authorizer authorizer,
        Gate gate,
        AuditTrail audit,
        InstantSource clock) {

    private static final String PAGES = "pages/";
    private static final String INDEX = PAGES + "index.html";

    /**
     * What an operator decides about the console.
     *
     * @param isOn whether it is there
     * @param prefix what may stand before all paths of the server, such as {@code /claviger}; empty for nothing
     * @param providers through which people sign in beside
     */
    public record Settings(boolean isOn, String prefix, List<SignOnProvider> providers) {

        /** It is there, nothing stands before, and people sign in with passwords. */
        public static final Settings USUAL = new Settings(true, "");

        /** Copies the list. */
        public Settings {
            providers = List.copyOf(providers);
        }

        /** Settings without single sign-on. */
        public Settings(boolean isOn, String prefix) {
            this(isOn, prefix, List.of());
        }

        /**
         * Where people open the console; empty if it is off, or was built without its pages.
         *
         * @param server where they reach the server, without a slash at its end
         */
        public Optional<URI> address(URI server) {
            return isOn && Console.class.getResource(INDEX) != null
                    ? Optional.of(URI.create(server + ConsoleEndpoint.PATH + "/"))
                    : Optional.empty();
        }
    }

    /**
     * What single sign-on and passkeys need beside.
     *
     * @param publicUrl where browsers reach the server, without a slash at its end
     * @param region of requests that nobody signed
     */
    public record SignOn(
            CodeFlow flow,
            Catalog catalog,
            Sealing sealing,
            Passkeys passkeys,
            Quotas quotas,
            URI publicUrl,
            String region) {}

    /** The endpoint of all paths below {@value ConsoleEndpoint#PATH}. */
    public ConsoleEndpoint endpoint(Settings settings, SignOn signOn) {
        ConsoleSessions sessions = new ConsoleSessions(store, accessKeyIds, random, clock);
        SignedIn signedIn = new SignedIn(sessions, tokens, callers);
        SignInCalls signing = new SignInCalls(signIn, sessions, signedIn, signOn.passkeys(), store, clock);
        PasskeyCalls registering = new PasskeyCalls(
                signedIn,
                new FidoRegistrations(signOn.quotas(), signOn.passkeys(), random),
                gate,
                audit,
                clock,
                signOn.region());
        SignedCalls signed = new SignedCalls(verifier, gate, audit, clock);
        AccessCalls access =
                new AccessCalls(signed, new Explanations(authorizer), new WhoCan(authorizer, callers.pages()));
        FindingCalls findings = new FindingCalls();
        RoleSignOn roles =
                new RoleSignOn(signOn.catalog(), gate, tokens, sessions, store, signIn, clock, signOn.region());
        SingleSignOn single = new SingleSignOn(
                settings.providers(), signOn.flow(), roles, store, signOn.sealing(), random, clock, signOn.publicUrl());
        return new ConsoleEndpoint(
                new Pages(Console::file),
                Map.of(
                        "sign-in",
                        signing::signIn,
                        "session",
                        (browser, _) -> signing.session(browser),
                        "sign-out",
                        signing::signOut,
                        "explain",
                        signed.of(access::explain),
                        "who-can",
                        signed.of(access::whoCan),
                        "findings",
                        signed.of(findings::findings),
                        "passkeys/options",
                        registering::options,
                        "passkeys/register",
                        registering::register),
                Map.of(
                        "providers", single::providers,
                        "single-sign-on/start", single::start,
                        "single-sign-on/done", single::done),
                settings.prefix());
    }

    private static byte @Nullable [] file(String name) {
        try (InputStream file = Console.class.getResourceAsStream(PAGES + name)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
