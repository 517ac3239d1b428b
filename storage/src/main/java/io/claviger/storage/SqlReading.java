package io.claviger.storage;

import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Attachment;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.KeyUse;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers within the transaction that is open on a session. */
class SqlReading implements Reading {

    private @Nullable Session session;

    SqlReading(Session session) {
        this.session = session;
    }

    /** The session; refuses to answer after the transaction, when the session is another's. */
    final Session session() {
        if (session == null) {
            throw new IllegalStateException("the transaction has ended");
        }
        return session;
    }

    /** The transaction ends: nothing is answered any more. */
    final void end() {
        session = null;
    }

    @Override
    public Optional<Account> account(String accountId) {
        return Accounts.byId(session(), accountId);
    }

    @Override
    public List<Account> accounts() {
        return Accounts.all(session());
    }

    @Override
    public long count(String accountId, Counted kind) {
        return Counters.of(session(), accountId, kind);
    }

    @Override
    public Optional<User> userNamed(String accountId, String name) {
        return Users.named(session(), accountId, name);
    }

    @Override
    public Optional<User> user(String userId) {
        return Users.byId(session(), userId);
    }

    @Override
    public List<User> users(String accountId, Slice slice) {
        return Users.list(session(), accountId, slice);
    }

    @Override
    public List<User> usersIn(String groupId, Slice slice) {
        return Users.inGroup(session(), groupId, slice);
    }

    @Override
    public Optional<Group> groupNamed(String accountId, String name) {
        return Groups.named(session(), accountId, name);
    }

    @Override
    public List<Group> groups(String accountId, Slice slice) {
        return Groups.list(session(), accountId, slice);
    }

    @Override
    public List<Group> groupsOf(String userId, Slice slice) {
        return Groups.ofUser(session(), userId, slice);
    }

    @Override
    public boolean isMember(String groupId, String userId) {
        return Groups.isMember(session(), groupId, userId);
    }

    @Override
    public Optional<ManagedPolicy> policyNamed(String accountId, String name) {
        return ManagedPolicies.named(session(), accountId, name);
    }

    @Override
    public List<ManagedPolicy> policies(String accountId, Slice slice) {
        return ManagedPolicies.list(session(), accountId, slice);
    }

    @Override
    public Optional<PolicyVersion> version(String policyId, int number) {
        return ManagedPolicies.version(session(), policyId, number);
    }

    @Override
    public List<PolicyVersion> versions(String policyId) {
        return ManagedPolicies.versions(session(), policyId);
    }

    @Override
    public List<Attachment> attachments(String ownerId, Slice slice) {
        return OwnedPolicies.attachments(session(), ownerId, slice);
    }

    @Override
    public boolean isAttached(String ownerId, String policyArn) {
        return OwnedPolicies.isAttached(session(), ownerId, policyArn);
    }

    @Override
    public int attachmentCount(String accountId, String policyArn) {
        return Counters.attachments(session(), accountId, policyArn);
    }

    @Override
    public int boundaryCount(String accountId, String policyArn) {
        return Counters.boundaries(session(), accountId, policyArn);
    }

    @Override
    public List<String> attachedPolicyArns(String accountId) {
        return Counters.attachedPolicies(session(), accountId);
    }

    @Override
    public List<InlinePolicy> inlinePolicies(String ownerId, Slice slice) {
        return OwnedPolicies.inlines(session(), ownerId, slice);
    }

    @Override
    public Optional<InlinePolicy> inlinePolicy(String ownerId, String name) {
        return OwnedPolicies.inline(session(), ownerId, name);
    }

    @Override
    public Optional<AccessKey> accessKey(String accessKeyId) {
        return AccessKeys.byId(session(), accessKeyId);
    }

    @Override
    public List<AccessKey> accessKeysOf(String ownerId) {
        return AccessKeys.ofOwner(session(), ownerId);
    }

    @Override
    public Optional<KeyUse> lastUse(String accessKeyId) {
        return AccessKeys.lastUse(session(), accessKeyId);
    }
}
