package io.claviger.access;

import io.claviger.access.CompiledPolicies.InForce;
import io.claviger.access.Principal.IamUser;
import io.claviger.access.Principal.RootUser;
import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Attachment;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.Partition;
import io.claviger.iam.User;
import io.claviger.iam.store.FreshCache.Loaded;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Transactions;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.PolicyType;
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

    // A usual caller takes about 4 KB; a statement in an index of the caller's own takes about 100 bytes.
    private static final int STATEMENTS_OF_A_CALLER = 40;

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

    /** A caller and the secret that signs their requests. */
    public record Authenticator(Caller caller, String secret) {

        @Override
        public String toString() {
            return "Authenticator[" + caller.credential().accessKeyId() + "]";
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
                .flatMap(session -> store.read(reading -> principal(reading, session.ownerId()))
                        .map(principal -> authenticator(principal, session.credential(), session.secret())));
    }

    private static Loaded<Authenticator> authenticator(
            Loaded<Principal> principal, Credential credential, String secret) {
        Set<String> dependencies = new HashSet<>(principal.dependencies());
        dependencies.add(credential.accessKeyId());
        return new Loaded<>(
                new Authenticator(new Caller(principal.value(), credential), secret), dependencies, principal.weight());
    }

    private String secretOf(AccessKey key) {
        return secrets.open(key.id(), key.secret())
                .orElseThrow(() -> new IllegalStateException("the secret of " + key.id() + " cannot be opened"));
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
        String boundaryArn = user.boundaryArn();
        CompiledPolicy boundary = null;
        if (boundaryArn != null) {
            InForce found = policies.managed(reading, user.accountId(), boundaryArn, PolicyType.PERMISSIONS_BOUNDARY);
            dependencies.add(found.id());
            boundary = found.policy();
        }
        PrincipalPolicies bound = PrincipalPolicies.of(identity, boundary, null);
        return new Loaded<>(
                new IamUser(user, bound, partition), dependencies, 1 + bound.ownStatements() / STATEMENTS_OF_A_CALLER);
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
