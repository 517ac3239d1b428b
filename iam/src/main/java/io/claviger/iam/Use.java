package io.claviger.iam;

import java.time.Instant;

/** The latest use of something, which is reported and on which nothing relies. */
public sealed interface Use permits KeyUse, RoleUse, ActionUse {

    /** What was used: of two uses of one subject, only the later one is kept. */
    Object subject();

    /** When. */
    Instant date();
}
