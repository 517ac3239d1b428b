package io.claviger.profiles;

import java.util.regex.Pattern;

/** What a profile may be called and set to, so that every reader of the files reads what was written. */
final class Settings {

    /** The profile that is used when none is named. */
    static final String DEFAULT = "default";

    private static final int MAX_NAME = 128;
    private static final int MAX_VALUE = 64 * 1024;

    // What the SDKs take as a name without quoting it.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_/.%@:+-]{1," + MAX_NAME + "}");
    private static final Pattern KEY = Pattern.compile("[a-z0-9_]{1,64}");
    // Some readers take the rest of such a value for a remark, some do not.
    private static final Pattern REMARK = Pattern.compile("(?:^|[ \\t])[#;]");

    private Settings() {}

    /**
     * The name, if a profile can have it.
     *
     * @throws UnusableProfile if not
     */
    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new UnusableProfile("A profile's name has 1 to " + MAX_NAME
                    + " letters, digits and characters of _ / . % @ : + - and nothing else.");
        }
        return name;
    }

    /** The key, if it can be written. */
    static String key(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new UnusableProfile("A profile's settings are named with small letters, digits and _.");
        }
        return key;
    }

    /** The value, if it can be written and is read again as it is. */
    static String value(String key, String value) {
        if (value.isEmpty() || value.length() > MAX_VALUE) {
            throw new UnusableProfile("The value of " + key + " must have 1 to " + MAX_VALUE + " characters.");
        }
        if (value.codePoints().anyMatch(Settings::isControl)) {
            throw new UnusableProfile("The value of " + key + " has a line end or another control character.");
        }
        if (!value.equals(value.strip())) {
            throw new UnusableProfile("The value of " + key + " begins or ends with a blank.");
        }
        if (REMARK.matcher(value).find()) {
            throw new UnusableProfile(
                    "The value of " + key + " has # or ; at its start or behind a blank, where a remark begins.");
        }
        return value;
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
