package io.claviger.server.console;

import io.claviger.federation.oidc.CodeFlow;
import io.claviger.federation.oidc.Issuer;
import io.claviger.federation.oidc.TokenRefused;
import io.claviger.iam.Account;
import io.claviger.iam.OidcProvider;
import io.claviger.iam.Sealing;
import io.claviger.iam.store.Transactions;
import io.claviger.server.http.Answer;
import io.claviger.sigv4.Header;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Single sign-on with identity providers of OpenID Connect: the browser is sent to the provider, comes back with a code, and
 * gets a session of a role if the role trusts whom the provider vouches for. The provider must be one of the account's, too.
 * Thread-safe.
 */
final class SingleSignOn {

    private static final String SCHEME = "https://";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final List<SignOnProvider> providers;
    private final CodeFlow flow;
    private final RoleSignOn roles;
    private final Transactions store;
    private final Sealing sealing;
    private final SecureRandom random;
    private final InstantSource clock;
    private final URI publicUrl;

    SingleSignOn(
            List<SignOnProvider> providers,
            CodeFlow flow,
            RoleSignOn roles,
            Transactions store,
            Sealing sealing,
            SecureRandom random,
            InstantSource clock,
            URI publicUrl) {
        this.providers = List.copyOf(providers);
        this.flow = flow;
        this.roles = roles;
        this.store = store;
        this.sealing = sealing;
        this.random = random;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Through which providers the people of an account sign in; none if there is no such account. */
    Answer providers(Browser browser) {
        String asked = browser.query("account").orElse("");
        String accountId = store.read(reading -> reading.accounts().byAlias(asked))
                .map(Account::accountId)
                .orElse(asked);
        return Replies.ok(json -> {
            json.writeStartArray();
            providers.stream()
                    .filter(provider -> provider.accountId().equals(accountId))
                    .forEach(provider -> {
                        json.writeStartObject();
                        json.writeStringProperty("name", provider.name());
                        json.writeStringProperty("start", "single-sign-on/start?" + query(provider));
                        json.writeEndObject();
                    });
            json.writeEndArray();
        });
    }

    private static String query(SignOnProvider provider) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("account", provider.accountId());
        query.put("name", provider.name());
        return CodeFlow.encoded(query);
    }

    /** Sends the browser to a provider. */
    Answer start(Browser browser) {
        return named(browser.query("account").orElse("") + " "
                        + browser.query("name").orElse(""))
                .flatMap(provider -> issuer(provider).map(issuer -> start(browser, provider, issuer)))
                .orElseGet(() -> failed("NoSuchProvider"));
    }

    private Answer start(Browser browser, SignOnProvider provider, Issuer issuer) {
        String endpoint;
        try {
            endpoint = flow.authorizationEndpoint(issuer);
        } catch (TokenRefused refused) {
            return failed("ProviderUnreachable");
        }
        Instant end = clock.instant().plus(PATIENCE);
        SignOnState state = SignOnState.random(random, key(provider), end);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", provider.client().id());
        query.put("redirect_uri", redirectUri());
        query.put("scope", String.join(" ", scopes(provider)));
        query.put("state", state.state());
        query.put("nonce", state.nonce());
        query.put("code_challenge", state.challenge());
        query.put("code_challenge_method", "S256");
        String url = endpoint + (endpoint.contains("?") ? "&" : "?") + CodeFlow.encoded(query);
        return moved(url, SignOnCookie.keeping(state.sealed(sealing), browser));
    }

    private static List<String> scopes(SignOnProvider provider) {
        List<String> scopes = new ArrayList<>(List.of("openid"));
        provider.scopes().stream().filter(scope -> !scopes.contains(scope)).forEach(scopes::add);
        return scopes;
    }

    /** Takes the browser back from a provider. Whatever came of it, what it kept is of no use any more. */
    Answer done(Browser browser) {
        Optional<SignOnState> state = SignOnCookie.in(browser)
                .flatMap(text -> SignOnState.open(text, sealing))
                .filter(kept -> browser.query("state").filter(kept::isState).isPresent())
                .filter(kept -> clock.instant().isBefore(kept.end()));
        if (state.isEmpty()) {
            return failed("SignInInterrupted", SignOnCookie.forgotten(browser));
        }
        Optional<String> code = browser.query("code");
        if (code.isEmpty()) {
            return failed("ProviderRefused", SignOnCookie.forgotten(browser));
        }
        return named(state.get().provider())
                .flatMap(provider ->
                        issuer(provider).map(issuer -> done(browser, provider, issuer, state.get(), code.get())))
                .orElseGet(() -> failed("NoSuchProvider", SignOnCookie.forgotten(browser)));
    }

    private Answer done(Browser browser, SignOnProvider provider, Issuer issuer, SignOnState state, String code) {
        String token;
        try {
            token = flow.idToken(issuer, provider.client(), code, state.verifier(), redirectUri());
        } catch (TokenRefused refused) {
            return failed(
                    refused.kind() == TokenRefused.Kind.UNREACHABLE ? "ProviderUnreachable" : "ProviderRefused",
                    SignOnCookie.forgotten(browser));
        }
        return switch (roles.signIn(browser, provider, token, state.nonce())) {
            case RoleSignOn.Result.SignedIn done ->
                moved(
                        "../",
                        SignOnCookie.forgotten(browser),
                        SessionCookie.keeping(done.secret(), browser, publicUrl.getRawPath() + ConsoleEndpoint.PATH));
            case RoleSignOn.Result.Refused refused -> failed(refused.code(), SignOnCookie.forgotten(browser));
        };
    }

    private Optional<SignOnProvider> named(String key) {
        return providers.stream().filter(provider -> key(provider).equals(key)).findFirst();
    }

    private static String key(SignOnProvider provider) {
        return provider.accountId() + " " + provider.name();
    }

    /** As the account trusts it. */
    private Optional<Issuer> issuer(SignOnProvider provider) {
        String url = provider.issuer().substring(SCHEME.length());
        return store.read(reading -> reading.oidcProviders().of(provider.accountId(), url))
                .map(OidcProvider::thumbprints)
                .map(thumbprints -> new Issuer(provider.issuer(), thumbprints));
    }

    private String redirectUri() {
        return publicUrl + ConsoleEndpoint.PATH + "/single-sign-on/done";
    }

    /** Back to the console, which says what the code means. */
    private static Answer failed(String code, Header... headers) {
        return moved("../#/sign-in?error=" + code, headers);
    }

    private static Answer moved(String location, Header... headers) {
        return new Answer(302, Answer.PLAIN, new byte[0], List.of(headers))
                .with(List.of(new Header("Location", location), new Header("Cache-Control", "no-store")));
    }
}
