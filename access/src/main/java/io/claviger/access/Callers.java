package io.claviger.access;

import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.Group;
import io.claviger.iam.Partition;
import io.claviger.iam.Role;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import io.claviger.iam.store.FreshCache.Loaded;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Transactions;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.Requester;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who is behind a credential, with the policies that bind them, and on what that answer depends. Reads the store
 * at every call; the answers are meant to be kept in a {@link io.claviger.iam.store.FreshCache}. Thread-safe.
 */
public final class Callers {

    private static final String ALLOW_ALL = """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}\
        """;

    private final Transactions store;
    private final AccessKeySecrets secrets;
    private final SessionTokens tokens;
    private final CompiledPolicies policies;
    private final CallerPolicies binding;
    private final Partition partition;

    /** Reads the given store, whose accounts are in this partition. */
    public Callers(Transactions store, AccessKeySecrets secrets, SessionTokens tokens, Partition partition) {
        this.store = store;
        this.secrets = secrets;
        this.tokens = tokens;
        this.policies = new CompiledPolicies();
        this.binding = new CallerPolicies(policies, partition);
        this.partition = partition;
    }

    /** A caller, their key, and the secret that signs their requests. */
    public record Authenticator(Caller caller, Credential.Key key, String secret) {

        @Override
        public String toString() {
            return "Authenticator[" + key.accessKeyId() + "]";
        }
    }

    /** The users and roles of accounts, many at a time. */
    public PrincipalPages pages() {
        return new PrincipalPages(policies, partition);
    }

    /**
     * Who signs with a long-term access key; empty when there is no such key, or it is inactive. It may have ended by
     * itself.
     */
    public Optional<Loaded<Authenticator>> byAccessKey(String accessKeyId) {
        return store.read(reading -> reading.keys()
                .byId(accessKeyId)
                .filter(key -> key.status() == AccessKey.Status.ACTIVE)
                .flatMap(key -> principal(reading, key.ownerId())
                        .map(principal -> dependingOn(key.accountId(), principal))
                        .map(principal -> authenticator(
                                principal,
                                new Credential.LongTerm(accessKeyId, KeyEnd.of(reading, key)),
                                secretOf(key)))));
    }

    private static Loaded<Principal> dependingOn(String accountId, Loaded<Principal> principal) {
        Set<String> dependencies = new HashSet<>(principal.dependencies());
        dependencies.add(accountId);
        return new Loaded<>(principal.value(), dependencies, principal.weight());
    }

    /** Who signs with a temporary access key; empty when the token is not of it, or its user is no more. */
    public Optional<Loaded<Authenticator>> bySessionToken(String accessKeyId, String token) {
        return tokens.open(token, accessKeyId)
                .flatMap(session -> store.read(reading -> principal(reading, session))
                        .map(principal -> authenticator(principal, session.credential(), session.secret())));
    }

    private static Loaded<Authenticator> authenticator(
            Loaded<Principal> principal, Credential.Key credential, String secret) {
        Set<String> dependencies = new HashSet<>(principal.dependencies());
        dependencies.add(credential.accessKeyId());
        return new Loaded<>(
                new Authenticator(new Caller(principal.value(), credential), credential, secret),
                dependencies,
                principal.weight());
    }

    private String secretOf(AccessKey key) {
        return secrets.open(key.id(), key.secret())
                .orElseThrow(() -> new IllegalStateException("the secret of " + key.id() + " cannot be opened"));
    }

    private Optional<Loaded<Principal>> principal(Reading reading, Session session) {
        SessionDetails details = session.credential().details();
        String console = details.consoleSession();
        Optional<Loaded<Principal>> found = unscoped(reading, session).map(each -> scoped(each, details));
        return console == null
                ? found
                : found.filter(_ -> reading.consoleSessions().byId(console).isPresent())
                        .map(each -> each.dependingOn(console));
    }

    /** The principal under the policies that the session's holders laid on it. */
    private Loaded<Principal> scoped(Loaded<Principal> found, SessionDetails details) {
        if (details.scopes().isEmpty()) {
            return found;
        }
        PrincipalPolicies bound = found.value()
                .policies()
                .scopedTo(details.scopes().stream().map(policies::passed).toList());
        return new Loaded<>(found.value().boundBy(bound), found.dependencies(), CallerPolicies.weight(bound));
    }

    private Optional<Loaded<Principal>> unscoped(Reading reading, Session session) {
        Credential.Temporary credential = session.credential();
        return switch (credential.origin()) {
            case SESSION_TOKEN, SIGN_IN -> principal(reading, session.ownerId());
            case ASSUMED_ROLE, CHAINED_ROLE ->
                reading.roles().byId(session.ownerId()).map(role -> assumedRole(reading, role, credential.details()));
            case ASSUMED_ROOT ->
                reading.accounts()
                        .byId(session.ownerId())
                        .map(account -> assumedRoot(reading, account, credential.details()));
            case DELEGATION ->
                reading.roles()
                        .byId(session.ownerId())
                        .map(role -> assumedRole(reading, role, credential.details()))
                        .or(() -> principal(reading, session.ownerId()));
            case FEDERATION ->
                principal(reading, session.ownerId()).map(maker -> federatedUser(reading, maker, credential.details()));
        };
    }

    /** AWS's task policies deny all but their task; what they leave is allowed, since it is the root user who asks. */
    private Loaded<Principal> assumedRoot(Reading reading, Account account, SessionDetails details) {
        Set<String> dependencies = new HashSet<>(Set.of(account.accountId()));
        List<CompiledPolicy> task = new ArrayList<>(List.of(policies.passed(ALLOW_ALL)));
        SessionDetails.Policies passed = details.policies();
        if (passed != null) {
            task.addAll(binding.passed(reading, account.accountId(), passed, dependencies));
        }
        task.addAll(binding.ofMakers(reading, account.accountId(), details.makers(), PolicyType.SESSION, dependencies));
        PrincipalPolicies bound = PrincipalPolicies.none().within(task);
        return new Loaded<>(new RootUser(account, bound, partition), dependencies, CallerPolicies.weight(bound));
    }

    private Loaded<Principal> assumedRole(Reading reading, Role role, SessionDetails details) {
        Set<String> dependencies = new HashSet<>();
        List<CompiledPolicy> identity = new ArrayList<>();
        binding.collect(reading, role.accountId(), role.id(), identity, dependencies);
        identity.addAll(
                binding.ofMakers(reading, role.accountId(), details.makers(), PolicyType.IDENTITY, dependencies));
        CompiledPolicy boundary = binding.boundary(reading, role.accountId(), role.boundaryArn(), dependencies);
        PrincipalPolicies bound = PrincipalPolicies.of(
                identity, boundary, binding.passedIfAny(reading, role.accountId(), details.policies(), dependencies));
        Principal session =
                new AssumedRole(role, details.name(), Tag.overlaid(role.tags(), details.tags()), bound, partition);
        return new Loaded<>(session, dependencies, CallerPolicies.weight(bound));
    }

    private Loaded<Principal> federatedUser(Reading reading, Loaded<Principal> maker, SessionDetails details) {
        Set<String> dependencies = new HashSet<>(maker.dependencies());
        Principal parent = maker.value();
        List<Tag> tags = parent instanceof IamUser user ? user.user().tags() : List.of();
        PrincipalPolicies bound = parent.policies()
                .within(binding.passedIfAny(reading, parent.accountId(), details.policies(), dependencies));
        String arn = Arns.federatedUser(partition, parent.accountId(), details.name());
        Principal session = new FederatedUser(
                details.name(),
                Tag.overlaid(tags, details.tags()),
                bound,
                partition,
                new Requester.FederatedUser(parent.accountId(), arn, parent.arn(), parent.userId()));
        return new Loaded<>(session, dependencies, CallerPolicies.weight(bound));
    }

    private Optional<Loaded<Principal>> principal(Reading reading, String ownerId) {
        Optional<Account> account = reading.accounts().byId(ownerId);
        if (account.isPresent()) {
            return Optional.of(new Loaded<>(new RootUser(account.get(), partition), Set.of(ownerId)));
        }
        return reading.users().byId(ownerId).map(user -> iamUser(reading, user));
    }

    private Loaded<Principal> iamUser(Reading reading, User user) {
        Set<String> dependencies = new HashSet<>();
        List<CompiledPolicy> identity = new ArrayList<>();
        binding.collect(reading, user.accountId(), user.id(), identity, dependencies);
        for (Group group : reading.groups().ofUser(user.id(), Slice.ALL)) {
            binding.collect(reading, user.accountId(), group.id(), identity, dependencies);
        }
        CompiledPolicy boundary = binding.boundary(reading, user.accountId(), user.boundaryArn(), dependencies);
        PrincipalPolicies bound = PrincipalPolicies.of(identity, boundary, null);
        return new Loaded<>(new IamUser(user, bound, partition), dependencies, CallerPolicies.weight(bound));
    }
}
