package io.claviger.server.composition;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.AuthorizationMessages;
import io.claviger.access.Authorizer;
import io.claviger.access.Caller;
import io.claviger.access.CallerCredentials;
import io.claviger.access.Callers;
import io.claviger.access.ServerCertificateKeys;
import io.claviger.access.SessionTokens;
import io.claviger.access.mfa.MfaCodes;
import io.claviger.access.mfa.MfaSeeds;
import io.claviger.access.passkey.Passkeys;
import io.claviger.access.password.PasswordChecks;
import io.claviger.access.password.Passwords;
import io.claviger.federation.oidc.CodeFlow;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Transactions;
import io.claviger.operations.Catalog;
import io.claviger.operations.Deployment;
import io.claviger.operations.account.SignUp;
import io.claviger.operations.federation.SamlKeyRing;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.issuer.IssuerKeys;
import io.claviger.operations.issuer.PublishedIssuers;
import io.claviger.operations.role.RoleDeletions;
import io.claviger.server.console.Console;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.Route;
import io.claviger.server.issuer.IssuerEndpoint;
import io.claviger.server.road.LastUses;
import io.claviger.server.road.RequestLog;
import io.claviger.server.road.Road;
import io.claviger.server.signin.AuditedSignIn;
import io.claviger.server.signin.PasswordRenewal;
import io.claviger.server.signin.ShownFactor;
import io.claviger.server.signin.SignIn;
import io.claviger.server.signin.SignInEndpoint;
import io.claviger.sigv4.Verifier;
import io.claviger.storage.commit.SqlStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A server without a network: all that it is made of, from the disk up to the road. Thread-safe.
 *
 * @see RunningServer
 */
public final class Server implements AutoCloseable {

    private final SqlStore database;
    private final Audit audit;
    private final BackgroundWork background;
    private final FirstStart.Outcome account;
    private final Road road;
    private final RootAccess root;
    private final Routing routing;

    private Server(
            SqlStore database,
            Audit audit,
            BackgroundWork background,
            FirstStart.Outcome account,
            Road road,
            RootAccess root,
            Routing routing) {
        this.database = database;
        this.audit = audit;
        this.background = background;
        this.account = account;
        this.road = road;
        this.root = root;
        this.routing = routing;
    }

    /**
     * A server on the data that the settings name, or a failure that leaves nothing open.
     *
     * @param recipient gets the credentials if the account is new
     */
    public static Server on(Settings settings, InstantSource clock, FirstStart.Recipient recipient) {
        LostDatabase.refuse(settings);
        SqlStore database = settings.data().open();
        try {
            return on(settings, clock, database, recipient);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The same on a store that is open already, such as one that was filled beforehand. The server closes it. */
    public static Server on(Settings settings, InstantSource clock, SqlStore database, FirstStart.Recipient recipient) {
        // Before there is an account: a trail that cannot be written is no reason to lose the account's credentials.
        Audit audit = Audit.of(settings);
        try {
            return on(settings, clock, database, recipient, audit);
        } catch (RuntimeException e) {
            audit.close();
            throw e;
        }
    }

    private static Server on(
            Settings settings, InstantSource clock, SqlStore database, FirstStart.Recipient recipient, Audit audit) {
        SecureRandom random = new SecureRandom();
        UniqueIds uniqueIds = new UniqueIds(random);
        AccessKeyIds accessKeyIds = new AccessKeyIds(random);
        Meters meters = Meters.of(settings);
        Transactions store = meters.timing(database);
        var keys = database.keys();
        AccessKeySecrets secrets = new AccessKeySecrets(keys.secrets());
        SessionTokens tokens = new SessionTokens(
                keys.messages(), keys::former, clock, settings.data().sessionTokens());
        AuthorizationMessages messages = new AuthorizationMessages(keys.messages());
        LastUses uses = LastUses.in(database);
        BackgroundWork background = new BackgroundWork();
        RoleDeletions roleDeletions = new RoleDeletions(store, background);
        Passwords passwords = new Passwords();
        PasswordChecks checks = new PasswordChecks(passwords);
        MfaSeeds mfaSeeds = new MfaSeeds(keys.secrets(), random);
        MfaCodes mfaCodes = new MfaCodes(mfaSeeds);
        Passkeys passkeys = new Passkeys(keys.messages());
        ShownFactor factors = new ShownFactor(store, mfaCodes, passkeys);

        SignUp signUp = new SignUp(store, settings.partition(), clock, uniqueIds, accessKeyIds, secrets, random);
        FirstStart.Outcome account =
                new FirstStart(store, signUp, passwords, random).run(settings.firstStart(), recipient);

        meters.watch(audit, database);
        Callers callers = new Callers(store, secrets, tokens, settings.partition());
        Authorizer authorizer = new Authorizer();
        EntityView.Latest latest = new EntityView.Latest(store, database.changes(), settings.cached());
        Catalog catalog = new Catalog(
                new Deployment(
                        uniqueIds,
                        accessKeyIds,
                        secrets,
                        new ServerCertificateKeys(keys.secrets()),
                        tokens,
                        messages,
                        uses.keys(),
                        uses.roles(),
                        uses.actions(),
                        roleDeletions,
                        new SamlKeyRing(uniqueIds, keys.secrets()),
                        passwords,
                        checks,
                        settings.issuerUrls(),
                        new IssuerKeys(keys.secrets()),
                        mfaSeeds,
                        mfaCodes,
                        background,
                        settings.quotas(),
                        new OpenIdConnect(settings.openIdConnect())),
                authorizer,
                latest);
        Gate gate = new Gate(
                authorizer, latest, store, settings.encodedDenials() ? Optional.of(messages) : Optional.empty());
        Verifier<Caller> verifier = new Verifier<>(
                new CallerCredentials(callers, database.changes(), clock, settings.cached()),
                settings.serviceRules(),
                clock);
        Road road = new Road(
                clock,
                verifier,
                uses,
                catalog,
                gate,
                new RequestLog(audit.trail(), meters.requests()),
                settings.homeRegion(),
                database::isCurrent);
        AuditedSignIn signIn = new AuditedSignIn(
                new SignIn(store, tokens, accessKeyIds, checks, factors, new PasswordRenewal(callers, catalog, gate)),
                audit.trail(),
                clock,
                settings.homeRegion());
        Console console = new Console(
                store, signIn, tokens, callers, accessKeyIds, random, verifier, authorizer, gate, audit.trail(), clock);
        Console.SignOn signOn = new Console.SignOn(
                new CodeFlow(settings.openIdConnect().addresses()),
                catalog,
                keys.messages(),
                passkeys,
                settings.quotas(),
                settings.issuerUrls().server(),
                settings.homeRegion());
        uses.flushes().forEach(background::everyFewSeconds);
        // Another server of the database may have ended before it did what it was to do.
        background.everyFewSeconds(database.lag().isPresent() ? roleDeletions::runAll : roleDeletions::run);
        return new Server(
                database,
                audit,
                background,
                account,
                road,
                new RootAccess(road, store, tokens, accessKeyIds, secrets, mfaSeeds, audit.trail(), clock, settings),
                new Routing(
                        road,
                        new WhileCurrent(database, new SignInEndpoint(signIn)),
                        new WhileCurrent(
                                database,
                                new IssuerEndpoint(new PublishedIssuers(store, settings.issuerUrls(), clock))),
                        new Health(database, audit),
                        meters,
                        settings.console().isOn()
                                ? Optional.of(new WhileCurrent(database, console.endpoint(settings.console(), signOn)))
                                : Optional.empty(),
                        settings.console().prefix()));
    }

    /** The account that it serves. */
    public FirstStart.Outcome account() {
        return account;
    }

    /** Whether there is an access key of this ID that may be used. */
    public boolean hasAccessKey(String accessKeyId) {
        return root.isUsable(accessKeyId);
    }

    /** The road of a signed request. */
    public Endpoint road() {
        return road;
    }

    /** What the one who starts the server may do. */
    public RootAccess root() {
        return root;
    }

    /** What is served at which path. */
    public Map<String, Route> routes() {
        return routing.routes();
    }

    /** Puts away what it holds, the store last. */
    @Override
    public void close() {
        try (database;
                audit) {
            background.close();
        }
    }
}
