package io.claviger.policy.catalog;

/**
 * What an action does to what it acts on.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">Access
 *     levels</a>
 */
public enum AccessLevel {
    /** Reads contents or attributes. */
    READ("Read"),
    /** Lists which resources there are. */
    LIST("List"),
    /** Creates, changes or deletes. */
    WRITE("Write"),
    /** Only changes tags. */
    TAGGING("Tagging"),
    /** Changes who may do what. */
    PERMISSIONS_MANAGEMENT("Permissions management");

    private final String title;

    AccessLevel(String title) {
        this.title = title;
    }

    /** The level as AWS writes it. */
    public String title() {
        return title;
    }
}
