package io.claviger.policy.validation;

/** How much a finding matters. */
public enum FindingType {
    /** Part of the policy does not work. */
    ERROR("error"),
    /** The policy allows more than is prudent. */
    SECURITY_WARNING("security-warning"),
    /** The policy does not follow good practice, in a matter other than security. */
    WARNING("general-warning"),
    /** The policy could be written better; access would not change. */
    SUGGESTION("suggestion");

    private final String category;

    FindingType(String category) {
        this.category = category;
    }

    /** The word that the links to the documentation have for it. */
    String category() {
        return category;
    }
}
