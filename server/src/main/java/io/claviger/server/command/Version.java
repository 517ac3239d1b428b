package io.claviger.server.command;

import java.util.Optional;

/** Which Claviger this is. */
public final class Version {

    private Version() {}

    /** The version of the jar; {@code development} outside of one. */
    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
