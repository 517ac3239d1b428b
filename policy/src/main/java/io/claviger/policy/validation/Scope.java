package io.claviger.policy.validation;

import io.claviger.policy.catalog.ServiceCatalog;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is validated as, against what, and where findings go.
 *
 * @param text the policy
 * @param type what it is
 * @param kind what it is attached to, if that is known
 * @param catalog what there is to name
 * @param report where findings go
 */
record Scope(String text, DocumentType type, @Nullable ResourceKind kind, ServiceCatalog catalog, Report report) {

    boolean identity() {
        return type == DocumentType.IDENTITY_POLICY;
    }

    boolean control() {
        return type == DocumentType.SERVICE_CONTROL_POLICY || type == DocumentType.RESOURCE_CONTROL_POLICY;
    }
}
