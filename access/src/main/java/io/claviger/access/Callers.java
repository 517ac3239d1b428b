package io.claviger.access;

import io.claviger.access.CompiledPolicies.InForce;
import io.claviger.access.Principal.AssumedRole;
import io.claviger.access.Principal.FederatedUser;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.access.SessionTokens.Session;
import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds who is behind a credential, with the policies that bind them, and on what that answer depends. Reads the store
 * at every call; the answers are meant to be kept in a {@link io.claviger.iam.store.FreshCache}. Thread-safe.
 */
public final class Callers {

    // A usual caller takes about 4 KB; a statement in an index of the caller's own takes about 100 bytes.
    private static final int STATEMENTS_OF_A_CALLER = 40;

    private static final String ALLOW_ALL = """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}\
        """;

    private final Transactions store;
    private final AccessKeySecrets secrets;
    private final SessionTokens tokens;
    private final CompiledPolicies policies;
    private final Partition partition;

    /** Reads the given store, whose accounts are in this partition. */
    public Callers(Transactions store, AccessKeySecrets secrets, SessionTokens tokens, Partition partition) {
        this.store = store;
        this.secrets = secrets;
        this.tokens = tokens;
        this.policies = new CompiledPolicies();
        this.partition = partition;
    }

    /** A caller, their key, and the secret that signs their requests. */
    public record Authenticator(Caller caller, Credential.Key key, String secret) {

        @Override
        public String toString() {
            return "Authenticator[" + key.accessKeyId() + "]";
        }
    }

    /** Who signs with a long-term access key; empty when there is no such key, or it is inactive. */
    public Optional<Loaded<Authenticator>> byAccessKey(String accessKeyId) {
        return store.read(reading -> reading.keys()
                .byId(accessKeyId)
                .filter(key -> key.status() == AccessKey.Status.ACTIVE)
                .flatMap(key -> principal(reading, key.ownerId())
                        .map(principal ->
                                authenticator(principal, new Credential.LongTerm(accessKeyId), secretOf(key)))));
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
        return unscoped(reading, session)
                .map(found -> scoped(found, session.credential().details()));
    }

    /** The principal under the policies that the session's holders laid on it. */
    private Loaded<Principal> scoped(Loaded<Principal> found, SessionDetails details) {
        if (details.scopes().isEmpty()) {
            return found;
        }
        PrincipalPolicies bound = found.value()
                .policies()
                .scopedTo(details.scopes().stream().map(policies::passed).toList());
        return new Loaded<>(found.value().boundBy(bound), found.dependencies(), weight(bound));
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
            task.addAll(passed(reading, account.accountId(), passed, dependencies));
        }
        PrincipalPolicies bound = PrincipalPolicies.none().within(task);
        return new Loaded<>(new RootUser(account, bound, partition), dependencies, weight(bound));
    }

    private Loaded<Principal> assumedRole(Reading reading, Role role, SessionDetails details) {
        Set<String> dependencies = new HashSet<>();
        List<CompiledPolicy> identity = new ArrayList<>();
        collect(reading, role.accountId(), role.id(), identity, dependencies);
        CompiledPolicy boundary = boundary(reading, role.accountId(), role.boundaryArn(), dependencies);
        PrincipalPolicies bound = PrincipalPolicies.of(
                identity, boundary, passedIfAny(reading, role.accountId(), details.policies(), dependencies));
        Principal session =
                new AssumedRole(role, details.name(), Tag.overlaid(role.tags(), details.tags()), bound, partition);
        return new Loaded<>(session, dependencies, weight(bound));
    }

    private Loaded<Principal> federatedUser(Reading reading, Loaded<Principal> maker, SessionDetails details) {
        Set<String> dependencies = new HashSet<>(maker.dependencies());
        Principal parent = maker.value();
        List<Tag> tags = parent instanceof IamUser user ? user.user().tags() : List.of();
        PrincipalPolicies bound =
                parent.policies().within(passedIfAny(reading, parent.accountId(), details.policies(), dependencies));
        String arn = Arns.federatedUser(partition, parent.accountId(), details.name());
        Principal session = new FederatedUser(
                details.name(),
                Tag.overlaid(tags, details.tags()),
                bound,
                partition,
                new Requester.FederatedUser(parent.accountId(), arn, parent.arn(), parent.userId()));
        return new Loaded<>(session, dependencies, weight(bound));
    }

    /** The policies that were passed for a session; null if none were, and then none limit it. */
    private @Nullable List<CompiledPolicy> passedIfAny(
            Reading reading, String accountId, SessionDetails.@Nullable Policies passed, Set<String> dependencies) {
        return passed == null ? null : passed(reading, accountId, passed, dependencies);
    }

    private List<CompiledPolicy> passed(
            Reading reading, String accountId, SessionDetails.Policies passed, Set<String> dependencies) {
        List<CompiledPolicy> compiled = new ArrayList<>();
        if (passed.document() != null) {
            compiled.add(policies.passed(passed.document()));
        }
        for (String arn : passed.arns()) {
            InForce found = policies.managed(reading, accountId, arn, PolicyType.SESSION);
            dependencies.add(found.id());
            compiled.add(found.policy());
        }
        return compiled;
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
        collect(reading, user.accountId(), user.id(), identity, dependencies);
        for (Group group : reading.groups().ofUser(user.id(), Slice.ALL)) {
            collect(reading, user.accountId(), group.id(), identity, dependencies);
        }
        CompiledPolicy boundary = boundary(reading, user.accountId(), user.boundaryArn(), dependencies);
        PrincipalPolicies bound = PrincipalPolicies.of(identity, boundary, null);
        return new Loaded<>(new IamUser(user, bound, partition), dependencies, weight(bound));
    }

    private static int weight(PrincipalPolicies bound) {
        return 1 + bound.ownStatements() / STATEMENTS_OF_A_CALLER;
    }

    private @Nullable CompiledPolicy boundary(
            Reading reading, String accountId, @Nullable String arn, Set<String> dependencies) {
        if (arn == null) {
            return null;
        }
        InForce found = policies.managed(reading, accountId, arn, PolicyType.PERMISSIONS_BOUNDARY);
        dependencies.add(found.id());
        return found.policy();
    }

    private void collect(
            Reading reading, String accountId, String ownerId, List<CompiledPolicy> into, Set<String> dependencies) {
        dependencies.add(ownerId);
        for (InlinePolicy inline : reading.inlinePolicies().ofOwner(ownerId, Slice.ALL)) {
            into.add(policies.inline(inline));
        }
        for (Attachment attachment : reading.attachments().ofOwner(ownerId, Slice.ALL)) {
            InForce found = policies.managed(reading, accountId, attachment.policyArn(), PolicyType.IDENTITY);
            dependencies.add(found.id());
            into.add(found.policy());
        }
    }
}
