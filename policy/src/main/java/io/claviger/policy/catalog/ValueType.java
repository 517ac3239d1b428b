package io.claviger.policy.catalog;

/** The types of the values of condition keys. */
public enum ValueType {
    /** Text. */
    STRING("String"),
    /** {@code true} or {@code false}. */
    BOOL("Bool"),
    /** Decimal numbers. */
    NUMERIC("Numeric"),
    /** Moments in time. */
    DATE("Date"),
    /** Amazon Resource Names. */
    ARN("ARN"),
    /** IPv4 and IPv6 addresses. */
    IP_ADDRESS("IPAddress"),
    /** Bytes in base64. */
    BINARY("Binary");

    private final String title;

    ValueType(String title) {
        this.title = title;
    }

    /** The type as catalogs write it; a key with several values has {@code ArrayOf} before it. */
    public String title() {
        return title;
    }
}
