package io.claviger.cmdlets.credentials;

/** The session's region. */
final class Regions {

    /** The variable that holds it. */
    static final String VARIABLE = "StoredAWSRegion";

    private Regions() {}
}
