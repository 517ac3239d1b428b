package io.claviger.iam.store;

import io.claviger.iam.ManagedPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked about customer managed policies, and how many use a managed policy, be it the customer's or AWS's;
 * {@link Reading} says what holds for all answers.
 */
public interface PolicyQueries {

    /** The customer managed policy of this name. */
    Optional<ManagedPolicy> named(String accountId, String name);

    /**
     * Which version of a customer managed policy is in force.
     *
     * @param policyId the policy's unique ID
     * @param path the policy's, as its ARN has it
     * @param name the policy's, as its ARN has it
     */
    record InForce(String policyId, String path, String name, int version) {}

    /** Which version is in force of the customer managed policy of this name: cheaper than the whole policy. */
    Optional<InForce> inForce(String accountId, String name);

    /** The account's customer managed policies. */
    List<ManagedPolicy> list(String accountId, Slice slice);

    /** To how many of the account's users, groups and roles the policy is attached. */
    int attachmentCount(String accountId, String policyArn);

    /** How many of the account's users and roles the policy bounds. */
    int boundaryCount(String accountId, String policyArn);

    /** The ARNs of all policies that are attached to something in the account, in no order. */
    List<String> attachedArns(String accountId);

    /** The ARNs of all policies that bound somebody in the account, in no order. */
    List<String> boundingArns(String accountId);
}
