package io.claviger.server;

import java.util.Optional;

/** Which Claviger this is. */
final class Version {

    private Version() {}

    /** The version of the jar; {@code development} outside of one. */
    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
