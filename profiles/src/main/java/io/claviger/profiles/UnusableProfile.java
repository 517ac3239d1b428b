package io.claviger.profiles;

/** A profile's name, a setting or a file that cannot be used; the message says why, and repeats no value. */
public final class UnusableProfile extends IllegalArgumentException {

    UnusableProfile(String message) {
        super(message);
    }
}
