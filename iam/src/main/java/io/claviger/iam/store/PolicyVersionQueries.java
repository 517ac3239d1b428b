package io.claviger.iam.store;

import io.claviger.iam.PolicyVersion;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked about the versions of customer managed policies; {@link Reading} says what holds for all answers.
 */
public interface PolicyVersionQueries {

    /** A version of a customer managed policy. */
    Optional<PolicyVersion> numbered(String policyId, int number);

    /** The versions of a customer managed policy, latest first. */
    List<PolicyVersion> ofPolicy(String policyId);
}
