package io.claviger.policy.reference;

/** How nearly a policy names the one who asks, by the rows of the documentation's table; the nearest last. */
enum Naming {
    /** Not at all. */
    NOT,
    /** By its account, to which authority is delegated. */
    ACCOUNT,
    /** By the role that the session is of, or the user that a federated session is of. */
    PARENT,
    /** The very one who asks, or everybody. */
    ITSELF;

    Naming orNearer(Naming other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
