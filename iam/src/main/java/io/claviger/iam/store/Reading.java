package io.claviger.iam.store;

import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Attachment;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.KeyUse;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.User;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked within a transaction. All answers of one transaction are of one state. Names are compared without
 * case, as IAM does; account IDs, unique IDs and ARNs to the letter. Lists are ordered by name without case (access keys
 * by creation, then ID) and begin after the {@link Slice}'s position. Only for the thread and the time of its
 * transaction.
 */
public interface Reading {

    /** The account of this ID. */
    Optional<Account> account(String accountId);

    /** All accounts, by ID. */
    List<Account> accounts();

    /** How many entities of a kind the account has; costs the same whatever the number. */
    long count(String accountId, Counted kind);

    /** The user of this name. */
    Optional<User> userNamed(String accountId, String name);

    /** The user of this unique ID, in whichever account. */
    Optional<User> user(String userId);

    /** The account's users. */
    List<User> users(String accountId, Slice slice);

    /** The users in a group. */
    List<User> usersIn(String groupId, Slice slice);

    /** The group of this name. */
    Optional<Group> groupNamed(String accountId, String name);

    /** The account's groups. */
    List<Group> groups(String accountId, Slice slice);

    /** The groups that a user is in. */
    List<Group> groupsOf(String userId, Slice slice);

    /** Whether the user is in the group. */
    boolean isMember(String groupId, String userId);

    /** The customer managed policy of this name. */
    Optional<ManagedPolicy> policyNamed(String accountId, String name);

    /** The account's customer managed policies. */
    List<ManagedPolicy> policies(String accountId, Slice slice);

    /** A version of a customer managed policy. */
    Optional<PolicyVersion> version(String policyId, int number);

    /** The versions of a customer managed policy, latest first. */
    List<PolicyVersion> versions(String policyId);

    /**
     * What is attached to a user or a group; the slice's path prefix is matched with that in the policy's ARN. Since two
     * policies of one name can be attached, the slice's position is a policy's ARN, and ARNs order equal names.
     */
    List<Attachment> attachments(String ownerId, Slice slice);

    /** Whether the policy is attached to the user or group. */
    boolean isAttached(String ownerId, String policyArn);

    /** To how many of the account's users and groups the policy is attached. */
    int attachmentCount(String accountId, String policyArn);

    /** How many of the account's users the policy bounds. */
    int boundaryCount(String accountId, String policyArn);

    /** The ARNs of all policies that are attached to something in the account, in no order. */
    List<String> attachedPolicyArns(String accountId);

    /** The inline policies of a user or a group; inline policies have no path, so only the rest of the slice counts. */
    List<InlinePolicy> inlinePolicies(String ownerId, Slice slice);

    /** An inline policy of a user or a group. */
    Optional<InlinePolicy> inlinePolicy(String ownerId, String name);

    /** The access key of this ID, in whichever account. */
    Optional<AccessKey> accessKey(String accessKeyId);

    /** The access keys of a user, or of the root user when given the account's ID. */
    List<AccessKey> accessKeysOf(String ownerId);

    /** When and for what the key was last used; empty when it never was, or is no more. */
    Optional<KeyUse> lastUse(String accessKeyId);
}
