package io.claviger.policy.parse;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.json.Position;

/** AWS's words for faults of structure: it reads trust policies with another program, which says more. */
enum StructureFaults {
    /** The words for all policies but those. */
    COMMON,
    /** The words for trust policies. */
    TRUST;

    static StructureFaults of(PolicyType type) {
        return type == PolicyType.TRUST ? TRUST : COMMON;
    }

    PolicyFault notJson(String reason, Position at) {
        return fault("This policy contains invalid Json", reason, at);
    }

    PolicyFault version(String reason, Position at) {
        return fault("The policy must contain a valid version string", reason, at);
    }

    PolicyFault noStatement(String reason, Position at) {
        return fault("Could not parse the policy: Statement is empty!", reason, at);
    }

    PolicyFault noEffect(String reason, Position at) {
        return fault("Missing required field Effect", reason, at);
    }

    PolicyFault operator(String name, Position at) {
        return fault("Invalid Condition type : " + name, "There is no condition operator " + name, at);
    }

    private PolicyFault fault(String inTrustPolicies, String reason, Position at) {
        return new PolicyFault(this == TRUST ? inTrustPolicies : PolicyFault.SYNTAX, reason, at);
    }
}
