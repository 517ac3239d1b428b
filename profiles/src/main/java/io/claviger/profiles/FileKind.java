package io.claviger.profiles;

/** Which of the two files; they differ in how a profile is headed. */
public enum FileKind {
    /** {@code ~/.aws/credentials}, with {@code [name]}. */
    CREDENTIALS,
    /** {@code ~/.aws/config}, with {@code [profile name]} and {@code [default]}. */
    CONFIG;

    /** The heading of a profile that is new. */
    String heading(String profile) {
        return this == CREDENTIALS || profile.equals(Settings.DEFAULT)
                ? "[" + profile + "]"
                : "[profile " + profile + "]";
    }
}
