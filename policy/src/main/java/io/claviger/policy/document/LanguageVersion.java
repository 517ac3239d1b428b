package io.claviger.policy.document;

import org.jspecify.annotations.Nullable;

/**
 * The versions of the policy language, oldest first.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</a>
 */
public enum LanguageVersion {
    /** What a policy without {@code Version} is written in: policy variables are plain text. */
    V2008_10_17("2008-10-17"),
    /** The current version. */
    V2012_10_17("2012-10-17");

    private final String text;

    LanguageVersion(String text) {
        this.text = text;
    }

    /** The version as policies write it. */
    public String text() {
        return text;
    }

    /** Whether <code>${...}</code> has a meaning. */
    public boolean hasVariables() {
        return this != V2008_10_17;
    }

    /** The version written so, or null. */
    public static @Nullable LanguageVersion of(String text) {
        for (LanguageVersion version : values()) {
            if (version.text.equals(text)) {
                return version;
            }
        }
        return null;
    }
}
