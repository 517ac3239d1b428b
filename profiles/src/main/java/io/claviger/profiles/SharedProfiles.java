package io.claviger.profiles;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The profiles of the credentials file and the config file, as aws-cli and the SDK for .NET read them. A line that they
 * would refuse the file for spoils its own profile and no other. Immutable.
 */
public final class SharedProfiles {

    private static final String ID = "aws_access_key_id";
    private static final String SECRET = "aws_secret_access_key";
    private static final Set<String> TOKENS = Set.of("aws_session_token", "aws_security_token");
    private static final Set<String> KEYS = Set.of(ID, SECRET, "aws_session_token", "aws_security_token");

    private final Map<String, Entry> profiles = new LinkedHashMap<>();
    private final Map<String, Entry> services = new LinkedHashMap<>();

    /** A section, and the sentence that says why it cannot be used, if it cannot. */
    private record Entry(ProfileSettings settings, Set<String> unclear, Optional<String> flaw) {

        static final Entry NONE = new Entry(ProfileSettings.NONE, Set.of(), Optional.empty());
    }

    private SharedProfiles() {}

    /**
     * A file that was read.
     *
     * @param file its path, for messages
     */
    public record Source(Path file, ProfileText text) {

        private Entry entry(Section.Kind kind, String name) {
            Sections.Content content = text.sections().content(kind, name);
            return new Entry(
                    content.settings(),
                    content.unclear(),
                    content.flaw().map(flaw -> "line " + flaw.line() + " of " + file + " " + flaw.what()));
        }
    }

    /** The profiles of these files. */
    public static SharedProfiles of(Source credentials, Optional<Source> config) {
        SharedProfiles all = new SharedProfiles();
        for (String name : credentials.text().profiles()) {
            all.profiles.put(name, credentials.entry(Section.Kind.PROFILE, name));
        }
        config.ifPresent(all::add);
        return all;
    }

    private void add(Source config) {
        for (String name : config.text().profiles()) {
            profiles.put(
                    name, merged(profiles.getOrDefault(name, Entry.NONE), config.entry(Section.Kind.PROFILE, name)));
        }
        for (String name : config.text().sections().names(Section.Kind.SERVICES)) {
            services.put(name, config.entry(Section.Kind.SERVICES, name));
        }
    }

    private static Entry merged(Entry credentials, Entry config) {
        Set<String> unclear = new LinkedHashSet<>(credentials.unclear());
        unclear.addAll(config.unclear());
        return new Entry(
                merged(credentials.settings(), config.settings()),
                unclear,
                credentials.flaw().or(config::flaw));
    }

    /**
     * One profile of two. The credentials file counts, but keys are of one file: a token or a secret of the other would
     * belong to another key. As for aws-cli, keys of the config file are the last choice.
     */
    private static ProfileSettings merged(ProfileSettings credentials, ProfileSettings config) {
        ProfileSettings both = config.with(credentials);
        if (credentials.values().containsKey(ID)) {
            return credentials.has(SECRET) ? both.without(TOKENS).with(credentials.only(TOKENS)) : both;
        }
        if (!config.has(ID)) {
            return both;
        }
        if (both.has("credential_process") || both.has("login_session")) {
            return both.without(KEYS);
        }
        return config.has(SECRET) ? both.without(KEYS).with(config.only(KEYS)) : both;
    }

    /** The profiles' names. */
    public Set<String> names() {
        return Collections.unmodifiableSet(profiles.keySet());
    }

    /**
     * A profile, if there is one.
     *
     * @throws UnusableProfile if a line of it cannot be understood, or sets what another one sets
     */
    public Optional<ProfileSettings> profile(String name) {
        return Optional.ofNullable(profiles.get(name)).map(entry -> sound(entry, "The profile '" + name + "'"));
    }

    /**
     * A setting of a profile that only adds to keys from elsewhere, so that a line beside it does no harm.
     *
     * @throws UnusableProfile if it is set more than once
     */
    public Optional<String> setting(String profile, String key) {
        return Optional.ofNullable(profiles.get(profile))
                .map(entry -> entry.unclear().contains(key)
                        ? sound(entry, "The profile '" + profile + "'")
                        : entry.settings())
                .flatMap(settings -> settings.value(key));
    }

    /**
     * The section {@code [services NAME]} of the config file, if there is one.
     *
     * @throws UnusableProfile if a line of it cannot be understood, or sets what another one sets
     */
    public Optional<ProfileSettings> services(String name) {
        return Optional.ofNullable(services.get(name))
                .map(entry -> sound(entry, "The section [services " + name + "]"));
    }

    private static ProfileSettings sound(Entry entry, String what) {
        entry.flaw().ifPresent(flaw -> {
            throw new UnusableProfile(what + " cannot be used: " + flaw + ".");
        });
        return entry.settings();
    }
}
