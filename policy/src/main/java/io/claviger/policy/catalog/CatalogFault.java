package io.claviger.policy.catalog;

import io.claviger.policy.json.Position;
import java.io.Serial;

/** Ends the reading of a catalog file; never leaves the package. */
final class CatalogFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    final String reason;
    final transient Position at;

    CatalogFault(String reason, Position at) {
        super(reason, null, false, false);
        this.reason = reason;
        this.at = at;
    }
}
