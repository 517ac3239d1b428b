package io.claviger.policycli;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;

/**
 * The control policies that AWS attaches to an organization's root, units and accounts, and that allow everything.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control
 *     policies</a>
 */
enum FullAccess {
    /** May be detached, so it is there if it is named. */
    OF_SERVICES("FullAWSAccess", PolicyType.SERVICE_CONTROL, false, ""),
    /** Cannot be detached. */
    OF_RESOURCES("RCPFullAWSAccess", PolicyType.RESOURCE_CONTROL, true, "\"Principal\": \"*\", ");

    private final String policyName;
    private final PolicyType type;
    private final boolean everywhere;
    private final String text;

    FullAccess(String policyName, PolicyType type, boolean everywhere, String principal) {
        this.policyName = policyName;
        this.type = type;
        this.everywhere = everywhere;
        this.text = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", " + principal
                + "\"Action\": \"*\", \"Resource\": \"*\"}]}";
    }

    /** Its name, which the command line takes in place of a file. */
    String policyName() {
        return policyName;
    }

    /** What it is. */
    PolicyType type() {
        return type;
    }

    /** Whether it is attached to every level. */
    boolean everywhere() {
        return everywhere;
    }

    /** The policy, ready to decide. */
    CompiledPolicy compiled() {
        return switch (PolicyParser.parse(text, type)) {
            case PolicyDocument document -> CompiledPolicy.compile(policyName, document);
            default -> throw new IllegalStateException(policyName + " is malformed");
        };
    }
}
