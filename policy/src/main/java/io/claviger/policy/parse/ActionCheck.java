package io.claviger.policy.parse;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Selection;
import io.claviger.policy.document.Term;
import io.claviger.policy.parse.DraftPolicy.DraftStatement;
import java.util.Set;

/** Checks {@code Action} and {@code NotAction}: {@code *}, or a service and a name with wildcards. */
final class ActionCheck {

    private static final Set<String> ASSUMING = Set.of(
            "sts:AssumeRole",
            "sts:AssumeRoleWithSAML",
            "sts:AssumeRoleWithWebIdentity",
            "sts:SetContext",
            "sts:SetSourceIdentity",
            "sts:TagSession");

    private ActionCheck() {}

    static void present(DraftStatement statement, PolicyType type) throws PolicyFault {
        if (statement.actions().terms().isEmpty()) {
            throw new PolicyFault(
                    type == PolicyType.TRUST
                            ? "Missing required field Action"
                            : "Policy statement must contain actions.",
                    statement.at());
        }
    }

    /** A trust policy is about nothing but its role's being assumed: no patterns, and in this case of letters alone. */
    static void assuming(Selection actions) throws PolicyFault {
        for (Term action : actions.terms()) {
            if (!ASSUMING.contains(action.text())) {
                throw new PolicyFault("AssumeRole policy may only specify STS AssumeRole actions.", action.at());
            }
        }
    }

    static void wellFormed(Selection actions) throws PolicyFault {
        for (Term action : actions.terms()) {
            String text = action.text();
            int colon = text.indexOf(':');
            if (text.equals("*")) {
                continue;
            }
            if (colon < 0) {
                throw new PolicyFault(
                        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.", action.at());
            }
            String vendor = text.substring(0, colon);
            if (vendor.indexOf('*') >= 0 || vendor.indexOf('?') >= 0) {
                throw new PolicyFault("Action vendors (e.g., aws, ec2, etc.) must not contain wildcards.", action.at());
            }
            if (vendor.isEmpty() || !vendor.chars().allMatch(ActionCheck::inVendor)) {
                throw new PolicyFault("Vendor " + vendor + " is not valid", action.at());
            }
            if (text.indexOf(':', colon + 1) >= 0) {
                throw new PolicyFault("Actions/Condition can contain only one colon.", action.at());
            }
        }
    }

    private static boolean inVendor(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
    }
}
