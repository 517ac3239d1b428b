package io.claviger.server.console;

import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.federation.oidc.TokenRefused;
import io.claviger.federation.oidc.UnverifiedToken;
import io.claviger.iam.Arns;
import io.claviger.iam.Role;
import io.claviger.iam.store.Transactions;
import io.claviger.operations.Catalog;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Denied;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import io.claviger.server.arrival.Arrival;
import io.claviger.server.audit.AuditEvent;
import io.claviger.server.audit.AuditedIdentity;
import io.claviger.server.signin.AuditedSignIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/**
 * Signs somebody in whom a token of identity is about: by AssumeRoleWithWebIdentity, behind the gate, so that the role's trust
 * policy decides. Every attempt is audited as ConsoleLogin. Thread-safe.
 */
final class RoleSignOn {

    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_NAME = 2;

    private final Operation<AssumeRoleWithWebIdentityRequest> operation;
    private final Gate gate;
    private final SessionTokens tokens;
    private final ConsoleSessions sessions;
    private final Transactions store;
    private final AuditedSignIn audit;
    private final InstantSource clock;
    private final String region;

    RoleSignOn(
            Catalog catalog,
            Gate gate,
            SessionTokens tokens,
            ConsoleSessions sessions,
            Transactions store,
            AuditedSignIn audit,
            InstantSource clock,
            String region) {
        this.operation = operation(catalog);
        this.gate = gate;
        this.tokens = tokens;
        this.sessions = sessions;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.region = region;
    }

    @SuppressWarnings("unchecked") // an operation takes requests of the class that it names
    private static Operation<AssumeRoleWithWebIdentityRequest> operation(Catalog catalog) {
        return catalog.find("sts", "AssumeRoleWithWebIdentity")
                .filter(found -> found.requestClass().equals(AssumeRoleWithWebIdentityRequest.class))
                .map(found -> (Operation<AssumeRoleWithWebIdentityRequest>) found)
                .orElseThrow();
    }

    /** What came of it. */
    sealed interface Result {

        /** A session has begun. */
        record SignedIn(String secret) implements Result {

            @Override
            public String toString() {
                return "SignedIn";
            }
        }

        /** Nobody was let in. */
        record Refused(String code) implements Result {}
    }

    /**
     * Signs in.
     *
     * @param token of which nothing is verified yet
     * @param nonce that the token must have
     */
    Result signIn(Browser browser, SignOnProvider provider, String token, String nonce) {
        try {
            UnverifiedToken claimed = UnverifiedToken.parse(token);
            boolean isAsked = claimed.issuer().equals(provider.issuer())
                    && claimed.text("nonce").filter(nonce::equals).isPresent();
            return isAsked
                    ? assume(browser, provider, token, name(claimed))
                    : refused(browser, "InvalidIdentityToken", "The token is not the one that was asked for");
        } catch (TokenRefused refused) {
            return refused(browser, "InvalidIdentityToken", refused.reason());
        } catch (io.claviger.operations.gate.Refused refused) {
            return refused(browser, refused.code().wireName(), refused.reason());
        }
    }

    private Result assume(Browser browser, SignOnProvider provider, String token, String name) {
        Instant now = clock.instant();
        AssumeRoleWithWebIdentityRequest request = AssumeRoleWithWebIdentityRequest.builder()
                .roleArn(provider.roleArn())
                .roleSessionName(name)
                .webIdentityToken(token)
                .durationSeconds((int) longest(provider).toSeconds())
                .build();
        Call call = gate.prove(Arrival.circumstances(browser.incoming(), now, region), operation, request);
        return switch (gate.admit(call, operation, request)) {
            case Denied denied -> refused(browser, denied.code().wireName(), denied.message());
            case Permit permit -> {
                AssumeRoleWithWebIdentityResponse assumed = (AssumeRoleWithWebIdentityResponse) permit.execute();
                Session session = tokens.open(
                                assumed.credentials().sessionToken(),
                                assumed.credentials().accessKeyId())
                        .orElseThrow();
                ConsoleSessions.Begun begun = sessions.begin(
                        session,
                        provider.accountId(),
                        Duration.between(
                                session.credential().issuedAt(),
                                session.credential().expiresAt()));
                audit.signOn(
                        browser.incoming(),
                        AuditedIdentity.of(call.caller()),
                        new AuditEvent.Outcome.Done(AuditEvent.NOTHING));
                yield new Result.SignedIn(begun.secret());
            }
        };
    }

    /** As long as the role lets sessions be. */
    private Duration longest(SignOnProvider provider) {
        return store.read(reading -> reading.roles().named(provider.accountId(), Arns.nameIn(provider.roleArn())))
                .map(Role::maxSession)
                .orElse(Duration.ofHours(1));
    }

    /** An address that the provider has verified, or else what it calls the person. */
    private static String name(UnverifiedToken claimed) {
        Optional<String> email = claimed.isTrue("email_verified") ? claimed.text("email") : Optional.empty();
        String name = email.or(() -> claimed.text("sub")).orElse("").replaceAll("[^\\w+=,.@-]", "-");
        String shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return shortened.length() < SHORTEST_NAME ? shortened + "--" : shortened;
    }

    private Result refused(Browser browser, String code, String reason) {
        audit.signOn(browser.incoming(), AuditedIdentity.unknown(null), new AuditEvent.Outcome.Failed(code, reason));
        return new Result.Refused(code);
    }
}
