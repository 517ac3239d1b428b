package io.claviger.cmdlets.keys;

import io.claviger.powershell.command.SessionValues;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.profiles.FileKind;
import io.claviger.profiles.ProfileFile;
import io.claviger.profiles.ProfileSettings;
import io.claviger.profiles.ProfileText;
import io.claviger.profiles.SharedProfiles;
import io.claviger.profiles.UnusableProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The shared credentials file and the config file of AWS's command line and SDKs. If a file is named, it is the only
 * one. They are read once, and again when one of them has changed. Used by the session's thread.
 */
public final class SharedFiles {

    private static final String LOCATION = "AWS_SHARED_CREDENTIALS_FILE";

    private static final String DEFAULT = "default";

    private final Path credentials;
    private final Optional<Path> config;
    private final SharedProfiles content;
    private final List<Provider> providers = new ArrayList<>();
    private final Map<String, RefreshedKeys> programs = new HashMap<>();

    private SharedFiles(Path credentials, Optional<Path> config, SharedProfiles content) {
        this.credentials = credentials;
        this.config = config;
        this.content = content;
    }

    /**
     * A provider of keys, and what it was made from. Searched in a list: the JDK generates code before it first hashes
     * a record.
     */
    private record Provider(Object key, AwsCredentialsProvider keys) {}

    /** The files as the session has read them. */
    private static final class Read implements AutoCloseable {

        private static final int KEPT = 8;

        private final Map<String, SharedFiles> files = new LinkedHashMap<>();

        /** What was read of files that look like this, or reads them now. */
        SharedFiles of(String look, Supplier<SharedFiles> reading) {
            if (files.size() >= KEPT && !files.containsKey(look)) {
                close();
            }
            return files.computeIfAbsent(look, _ -> reading.get());
        }

        @Override
        public void close() {
            files.clear();
        }
    }

    /**
     * The files of a session.
     *
     * @param named the only file to use, if it is named
     * @throws TerminatingError if a file exists and cannot be read
     */
    public static SharedFiles of(SessionValues session, Optional<String> named) {
        Optional<String> location = named.filter(one -> !one.isEmpty());
        Path credentials =
                location.map(one -> path(session, one)).orElseGet(() -> path(session, LOCATION, "credentials"));
        Optional<Path> config =
                location.isPresent() ? Optional.empty() : Optional.of(path(session, "AWS_CONFIG_FILE", "config"));
        String look = look(credentials) + config.map(SharedFiles::look).orElse("");
        return session.part(Read.class, Read::new).of(look, () -> read(credentials, config));
    }

    private static Path path(SessionValues session, String variable, String name) {
        String given = session.environment().getOrDefault(variable, "");
        return given.isEmpty() ? session.home().resolve(".aws").resolve(name) : path(session, given);
    }

    /** A path in which a tilde is the home folder, as in a shell. */
    private static Path path(SessionValues session, String given) {
        return given.startsWith("~/")
                ? session.home().resolve(given.substring(2))
                : session.folder().resolve(given);
    }

    /** A file's path, size and time, which change when the file does. */
    private static String look(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            long changed = now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return file + " " + now.fileKey() + " " + now.size() + " " + changed + "\n";
        } catch (IOException _) {
            return file + "\n";
        }
    }

    private static SharedFiles read(Path credentials, Optional<Path> config) {
        return new SharedFiles(
                credentials,
                config,
                SharedProfiles.of(
                        read(new ProfileFile(credentials, FileKind.CREDENTIALS)),
                        config.map(file -> read(new ProfileFile(file, FileKind.CONFIG)))));
    }

    private static SharedProfiles.Source read(ProfileFile file) {
        Path path = file.file();
        if (!Files.isRegularFile(path)) {
            return new SharedProfiles.Source(path, ProfileText.parse(file.kind(), ""));
        }
        try {
            return new SharedProfiles.Source(path, file.read());
        } catch (IOException e) {
            throw KeyErrors.argument("The profiles in '" + path + "' cannot be read: " + KeyErrors.reason(e));
        }
    }

    /** The file that new profiles are written to. */
    public Path credentials() {
        return credentials;
    }

    /** The files, each with its kind, whether they exist or not; the one for new profiles first. */
    public Map<Path, FileKind> editable() {
        Map<Path, FileKind> all = new LinkedHashMap<>();
        all.put(credentials, FileKind.CREDENTIALS);
        config.ifPresent(file -> all.put(file, FileKind.CONFIG));
        return all;
    }

    /** The profiles' names. */
    public List<String> names() {
        return content.names().stream().sorted().toList();
    }

    /**
     * A profile's settings.
     *
     * @throws TerminatingError if a line of the profile cannot be understood
     */
    public Optional<ProfileSettings> profile(String name) {
        try {
            return content.profile(name);
        } catch (UnusableProfile e) {
            throw KeyErrors.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A setting of a profile that is not empty. Lines of the profile that are not about it do not matter.
     *
     * @throws TerminatingError if the profile has it more than once
     */
    public Optional<String> setting(String profile, String key) {
        try {
            return content.setting(profile, key);
        } catch (UnusableProfile e) {
            throw KeyErrors.of(String.valueOf(e.getMessage()));
        }
    }

    /** A setting of the profile {@code default}, for those that have none; none if that profile is not clear about it. */
    public Optional<String> defaultSetting(String key) {
        try {
            return content.setting(DEFAULT, key);
        } catch (UnusableProfile _) {
            return Optional.empty();
        }
    }

    /**
     * The address of a service in a section {@code [services NAME]} of the config file.
     *
     * @param section the section's name
     * @param service {@code IAM} or {@code STS}
     * @throws TerminatingError when there is no such section, or a line of it cannot be understood
     */
    Optional<String> endpoint(String section, String service) {
        try {
            return content.services(section)
                    .orElseThrow(() -> KeyErrors.of("The section [services " + section
                            + "], which a profile names, could not be found in " + config.orElse(credentials) + "."))
                    .inBlock(service.toLowerCase(Locale.ROOT), "endpoint_url");
        } catch (UnusableProfile e) {
            throw KeyErrors.of(String.valueOf(e.getMessage()));
        }
    }

    /** The keys of a profile's program, which is run once for all who need them. */
    RefreshedKeys program(String profile, Supplier<RefreshedKeys> make) {
        return programs.computeIfAbsent(profile, _ -> make.get());
    }

    /** A provider of keys, made once as long as the files do not change. */
    AwsCredentialsProvider provider(Object key, Supplier<AwsCredentialsProvider> make) {
        for (Provider provider : providers) {
            if (provider.key().equals(key)) {
                return provider.keys();
            }
        }
        AwsCredentialsProvider made = make.get();
        providers.add(new Provider(key, made));
        return made;
    }
}
